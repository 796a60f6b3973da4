import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../components/billing/day';
import { CopyId } from '../../components/copy-id';
import { FactList } from '../../components/fact-list';
import type { Stored } from '../../lib/documents';
import { gatewayPanelUrl } from '../../lib/gateway-panel';

interface StaffFactsProps {
  readonly payment: Stored<Payment>;
  readonly customer: ReactNode;
}

/** Who paid, how and when, and under which ids. */
export function StaffFacts({ payment, customer }: StaffFactsProps) {
  const { t } = useTranslation('console');
  const { t: common } = useTranslation();
  const { createdAt, gateway, gatewayPaymentId, id, installment, isTest, processedAt } = payment;
  const panel = gatewayPanelUrl(payment);
  const named = common(`gateways.${gateway}`);
  const copied = t('payment.copied');
  return (
    <FactList
      title={t('payment.facts')}
      look="notes"
      facts={[
        { label: t('payments.customer'), value: customer },
        { label: t('payments.way'), value: isTest ? `${named} · ${t('payment.test')}` : named },
        installment > 1
          ? { label: t('payment.instalments'), value: t('payments.instalments', { count: installment }) }
          : null,
        { label: t('payment.begun'), value: <Instant date={createdAt} /> },
        processedAt === null
          ? null
          : { label: t('payment.processed'), value: <Instant date={processedAt} /> },
        gatewayPaymentId === null
          ? null
          : {
              label: t('payment.gatewayId'),
              value: (
                <>
                  <CopyId
                    id={gatewayPaymentId}
                    label={t('payment.copy', { what: t('payment.gatewayId') })}
                    copiedLabel={copied}
                  />
                  {panel !== null && (
                    <Anchor href={panel} target="_blank" rel="noreferrer" size="sm">
                      {t('payment.panel', { gateway: named })}
                    </Anchor>
                  )}
                </>
              ),
            },
        {
          label: t('payment.id'),
          value: <CopyId id={id} label={t('payment.copy', { what: t('payment.id') })} copiedLabel={copied} />,
        },
      ]}
    />
  );
}
