import type { CheckoutSession } from '@hyble/billing-functions/src/schema/payment';
import { Button, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format';
import classes from './paytr-checkout.module.css';

interface PayTRCheckoutProps {
  readonly session: Pick<CheckoutSession, 'method' | 'url' | 'expiresAt'>;
  readonly onLeave: () => void;
}

/**
 * PayTR's form inside the page: for a card, or for telling of a bank transfer. The frame is high enough for the form
 * and scrolls when it is not, so the pay button is always within reach without running a script of PayTR's in our
 * page. Whether it was paid is never learnt from the frame: the invoice is listened to.
 */
export function PayTRCheckout({ session, onLeave }: PayTRCheckoutProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { expiresAt, method, url } = session;
  // The form that has come; another attempt has another.
  const [readyUrl, setReadyUrl] = useState<string | null>(null);
  const isTransfer = method === 'bankTransfer';
  return (
    <div className={classes.checkout}>
      <div className={classes.notes}>
        <Text size="sm">{t(isTransfer ? 'checkout.transferNote' : 'checkout.frameNote')}</Text>
        <Text size="sm" c="dimmed">
          {isTransfer
            ? t('checkout.transferUntil', { date: format.day(expiresAt) })
            : t('checkout.frameUntil', { time: format.clock(expiresAt) })}
        </Text>
      </div>
      <div role="status">{readyUrl !== url && <Text size="sm">{t('checkout.preparing')}</Text>}</div>
      <iframe
        id="paytriframe"
        className={classes.frame}
        src={url}
        onLoad={() => {
          setReadyUrl(url);
        }}
        title={t(isTransfer ? 'checkout.transferFrame' : 'checkout.frameTitle')}
      />
      <Button variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={onLeave}>
        {t(isTransfer ? 'checkout.leaveTransfer' : 'checkout.leaveFrame')}
      </Button>
    </div>
  );
}
