import { Loader, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './stripe-checkout.module.css';

interface StripeCheckoutProps {
  readonly url: string;
  /** How to leave the page; tests watch instead of leaving. */
  readonly leaveFor?: (url: string) => void;
}

/** Takes the customer to Stripe's own page, saying so while the browser is on its way. */
export function StripeCheckout({ url, leaveFor = assign }: StripeCheckoutProps) {
  const { t } = useTranslation();
  useEffect(() => {
    leaveFor(url);
  }, [url, leaveFor]);
  return (
    <div className={classes.leaving} role="status">
      <Loader size="xs" aria-hidden />
      <Text size="sm">{t('checkout.redirecting')}</Text>
    </div>
  );
}

function assign(url: string): void {
  window.location.assign(url);
}
