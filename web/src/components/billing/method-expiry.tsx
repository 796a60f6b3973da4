import type { PaymentMethod } from '@hyble/billing-functions/src/schema/payment-method';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/browser-state';
import { expiryOf, expiryText } from '../../lib/card-expiry';
import type { Expiry } from '../../lib/card-expiry';

type ExpiringMethod = Pick<PaymentMethod, 'expMonth' | 'expYear'>;

const COLOURS: Record<Expiry, string> = {
  expired: 'var(--hb-bad-text)',
  thisMonth: 'var(--hb-warn-text)',
  nextMonth: 'var(--hb-warn-text)',
  later: 'dimmed',
};

/** Until when a card is good, in words where that is soon or over. */
export function MethodExpiry({ method }: { method: ExpiringMethod }) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const expiry = expiryOf(method, now);
  const date = expiryText(method);
  if (expiry === null || date === null) return null;
  return (
    <Text component="span" size="xs" c={COLOURS[expiry]}>
      {t(`expiry.${expiry}`, { date })}
    </Text>
  );
}
