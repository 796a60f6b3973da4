import { add } from '@hyble/billing-functions/src/core/money';
import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { Skeleton, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OpenBalance } from '../../components/billing/open-balance';
import { SummaryCard } from '../../components/summary-card';
import { Delayed } from '../../components/delayed';
import { LiveProblemView } from '../../components/problem';
import { useNow } from '../../lib/browser-state';
import type { Stored } from '../../lib/documents';
import { canBePaid, MOST_AT_ONCE } from '../../lib/invoice-state';
import type { Live } from '../../lib/live';
import { paths } from '../../lib/paths';
import { openSums } from './open-sums';

interface OpenBalancesProps {
  readonly open: Live<readonly Stored<Invoice>[]>;
  /** As many open invoices as are asked for: where there are so many, there may be more. */
  readonly most: number;
  readonly account: string | null;
}

/** What an account owes, by currency; that nothing is owed, where nothing is. */
export function OpenBalances({ open, most, account }: OpenBalancesProps) {
  const { t } = useTranslation('account');
  const now = useNow(60_000);
  if (open.status === 'loading') {
    return (
      <Delayed>
        <Skeleton height={180} />
      </Delayed>
    );
  }
  if (open.status === 'failed') return <LiveProblemView {...open} />;
  const sums = openSums(open.data, now);
  if (sums.length === 0) {
    return (
      <SummaryCard label={t('overview.due')}>
        <Text size="lg">{t('overview.nothingDue')}</Text>
      </SummaryCard>
    );
  }
  return (
    <>
      {sums.map(({ currency, due, overdue, invoices }) => (
        <OpenBalance
          key={currency}
          due={due}
          overdue={overdue}
          currency={currency}
          count={invoices.length}
          isCut={open.data.length === most}
          pay={payment(invoices)}
          seeHref={paths.invoicesBy({ account, tab: 'to-pay' })}
        />
      ))}
    </>
  );
}

/** The longest due first, as many as are paid at once. */
function payment(invoices: readonly Stored<Invoice>[]) {
  const payable = invoices
    .filter(canBePaid)
    .sort((one, other) => one.dueDate.getTime() - other.dueDate.getTime())
    .slice(0, MOST_AT_ONCE);
  const [first] = payable;
  if (first === undefined) return null;
  const isOne = payable.length === 1;
  return {
    amount: add(...payable.map(({ amountDue }) => amountDue)),
    href: isOne ? paths.invoice(first.id) : paths.pay(payable.map(({ id }) => id)),
    isOne,
  };
}
