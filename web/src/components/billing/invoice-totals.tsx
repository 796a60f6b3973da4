import { subtract, ZERO } from '@hyble/billing-functions/src/core/money';
import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format';
import classes from './invoice-view.module.css';
import { Money } from './money';

interface InvoiceTotalsProps {
  readonly totals: Pick<Invoice, 'subtotal' | 'total'> & {
    readonly taxes: readonly Invoice['taxes'][number][];
  };
  readonly currency: string;
  /** What is paid and what remains; a draft has neither yet. */
  readonly settlement?: Pick<Invoice, 'amountPaid' | 'amountCredited' | 'amountDue'>;
}

/** Subtotal, VAT of each rate with its base, total, and what of it is paid. */
export function InvoiceTotals({ totals, currency, settlement }: InvoiceTotalsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className={classes.totals} aria-label={t('invoice.totals')}>
      <div className={classes.pair}>
        <dt>{t('invoice.subtotal')}</dt>
        <dd>
          <Money amount={totals.subtotal} currency={currency} />
        </dd>
      </div>
      {totals.taxes.map((tax) => (
        <div key={tax.rate} className={classes.pair}>
          <dt>
            {t('invoice.taxOf', { rate: format.percent(tax.rate), base: format.money(tax.base, currency) })}
          </dt>
          <dd>
            <Money amount={tax.amount} currency={currency} />
          </dd>
        </div>
      ))}
      <div className={classes.grand}>
        <dt>{t('invoice.total')}</dt>
        <dd>
          <Money amount={totals.total} currency={currency} />
        </dd>
      </div>
      {settlement !== undefined && (
        <>
          {settlement.amountCredited > 0 && (
            <div className={classes.pair}>
              <dt>{t('invoice.credited')}</dt>
              <dd>
                <Money amount={subtract(ZERO, settlement.amountCredited)} currency={currency} />
              </dd>
            </div>
          )}
          <div className={classes.pair}>
            <dt>{t('invoice.paid')}</dt>
            <dd>
              <Money amount={settlement.amountPaid} currency={currency} />
            </dd>
          </div>
          <div className={classes.grand}>
            <dt>{t('invoice.remaining')}</dt>
            <dd>
              <Money amount={settlement.amountDue} currency={currency} />
            </dd>
          </div>
        </>
      )}
    </dl>
  );
}
