import { subtract } from '@hyble/billing-functions/src/core/money';
import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Money } from '../../components/billing/money';
import { FactList } from '../../components/fact-list';
import { useFormat } from '../../lib/format';
import { gatewaySums } from './gateway-sums';

/** What a payment is made of: gross, fee and net at the gateway, the wallet's part, and what went back. */
export function PaymentSums({ payment }: { payment: Payment }) {
  const { t } = useTranslation('console');
  const { t: common } = useTranslation();
  const format = useFormat();
  const { amount, currency, gateway, invoiceIds, refundedAmount, surcharge, walletPart } = payment;
  const { gross, fee, net } = gatewaySums(payment);
  const money = (sum: number) => <Money amount={sum} currency={currency} />;
  const told = (sum: number | null) => (sum === null ? t('payments.unknownFee') : money(sum));
  const isAtGateway = gateway === 'stripe' || gateway === 'paytr';
  const waiting = subtract(payment.creditedToWallet, payment.refundedFromWallet);
  return (
    <FactList
      title={t('payment.amounts')}
      look="sums"
      facts={[
        { label: t(invoiceIds.length === 0 ? 'payment.toWallet' : 'payment.amount'), value: money(amount) },
        surcharge > 0 ? { label: t('payment.surcharge'), value: money(surcharge) } : null,
        ...(isAtGateway
          ? [
              {
                label: t('payment.gross', { gateway: common(`gateways.${gateway}`) }),
                value: <strong>{money(gross)}</strong>,
              },
              { label: t('payment.fee'), value: told(fee) },
              { label: t('payment.net'), value: told(net) },
            ]
          : []),
        walletPart === null
          ? null
          : {
              label: t('payment.walletPart'),
              value: (
                <>
                  {money(walletPart.amount)}
                  <Text size="xs" c="dimmed">
                    {t(`payment.walletStates.${walletPart.status}`)}
                  </Text>
                </>
              ),
            },
        refundedAmount > 0 ? { label: t('payment.refunded'), value: money(refundedAmount) } : null,
      ]}
    >
      {waiting > 0 && invoiceIds.length > 0 && (
        <Text size="sm">{t('payment.unallocated', { amount: format.money(waiting, currency) })}</Text>
      )}
    </FactList>
  );
}
