import type { Plan } from '@hyble/billing-functions/src/schema/plan';
import { Anchor } from '@mantine/core';
import { IconBan, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Money } from '../../components/billing/money';
import { StatusChip } from '../../components/billing/status-chip';
import { RecordList } from '../../components/record-list';
import { consolePaths } from '../../lib/console-paths';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import type { Live } from '../../lib/live';
import type { Pages } from '../../lib/live-pages';

interface PlanListProps {
  readonly plans: Live<Pages<Stored<Plan>>>;
  readonly empty: ReactNode;
}

/** Every plan as finance keeps it. */
export function PlanList({ plans, empty }: PlanListProps) {
  const { t } = useTranslation('console');
  const { t: words } = useTranslation('subscriptions');
  const format = useFormat();
  return (
    <RecordList
      records={plans}
      caption={t('plans.caption')}
      empty={empty}
      columns={[
        {
          key: 'name',
          label: t('plans.name'),
          cell: ({ id, name }) => (
            <Anchor component={Link} href={consolePaths.plan(id)} size="sm" inherit>
              {name}
            </Anchor>
          ),
        },
        {
          key: 'period',
          label: t('plans.period'),
          cell: ({ billingPeriod }) => words(`periods.${billingPeriod}`),
        },
        {
          key: 'price',
          label: t('plans.price'),
          isFigure: true,
          cell: ({ price, currency }) => <Money amount={price} currency={currency} />,
        },
        {
          key: 'taxRate',
          label: t('plans.taxRate'),
          isFigure: true,
          cell: ({ taxRate }) => format.percent(taxRate),
        },
        {
          key: 'trial',
          label: t('plans.trial'),
          isFigure: true,
          cell: ({ trialDays }) => (trialDays === 0 ? null : t('plans.trialDays', { count: trialDays })),
        },
        {
          key: 'state',
          label: t('plans.state'),
          isHeadline: true,
          cell: ({ isActive }) =>
            isActive ? (
              <StatusChip meaning="good" icon={IconCircleCheck} label={t('plans.onSale')} />
            ) : (
              <StatusChip meaning="neutral" icon={IconBan} label={t('plans.notOnSale')} />
            ),
        },
      ]}
    />
  );
}
