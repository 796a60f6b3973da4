import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { SummaryCard } from '../summary-card';
import { useFormat } from '../../lib/format';
import amounts from './amount-due.module.css';
import { Money } from './money';
import classes from './open-balance.module.css';

interface OpenBalanceProps {
  /** Minor units, as is `overdue`, the part of it that is late. */
  readonly due: number;
  readonly overdue: number;
  readonly currency: string;
  /** How many invoices the sum is of. */
  readonly count: number;
  /** There are more than those. */
  readonly isCut: boolean;
  /** What can be paid right now, and where; null while nothing can. */
  readonly pay: { readonly amount: number; readonly href: string; readonly isOne: boolean } | null;
  readonly seeHref: string;
}

/** What a customer owes in one currency, and the way to pay it. */
export function OpenBalance({ due, overdue, currency, count, isCut, pay, seeHref }: OpenBalanceProps) {
  const { t } = useTranslation('account');
  const format = useFormat();
  return (
    <SummaryCard label={t('overview.due')} detail={currency}>
      <div>
        <p className={amounts.amount}>
          <Money amount={due} currency={currency} />
        </p>
        {overdue > 0 && (
          <p className={classes.overdue}>
            {t('overview.overduePart', { amount: format.money(overdue, currency) })}
          </p>
        )}
        <Text size="sm" c="dimmed">
          {isCut ? t('overview.dueMore', { count }) : t('overview.dueCount', { count })}
        </Text>
      </div>
      <Group gap="sm" className={classes.actions}>
        {pay !== null && (
          <Button component={Link} href={pay.href}>
            {t(pay.isOne ? 'overview.payOne' : 'overview.payAll', {
              amount: format.money(pay.amount, currency),
            })}
          </Button>
        )}
        <Button component={Link} href={seeHref} variant="default">
          {t('overview.seeOpen')}
        </Button>
      </Group>
    </SummaryCard>
  );
}
