import type { MinorUnits } from '@hyble/billing-functions/src/core/money';
import type { BillingPeriod } from '@hyble/billing-functions/src/schema/plan';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format';
import { grossOf } from '../../lib/subscription-outlook';

/** What is sold by the period, as far as its price goes. */
export interface Priced {
  readonly price: MinorUnits;
  readonly taxRate: number;
  readonly billingPeriod: BillingPeriod;
}

/** `₺120,00 a month`, with VAT: what an invoice will be over. */
export function usePeriodPrice(): (priced: Priced, currency: string) => string {
  const { t } = useTranslation('subscriptions');
  const format = useFormat();
  return (priced, currency) =>
    t(`price.${priced.billingPeriod}`, { amount: format.money(grossOf(priced), currency) });
}
