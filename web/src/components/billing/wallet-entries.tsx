import type { WalletEntry } from '@hyble/billing-functions/src/schema/wallet';
import { Table, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useIsNarrow } from '../../lib/browser-state';
import type { Stored } from '../../lib/documents';
import { paths } from '../../lib/paths';
import { Instant } from './day';
import tables from './invoice-table.module.css';
import { Money } from './money';
import classes from './wallet-entries.module.css';

interface WalletEntriesProps {
  readonly entries: readonly Stored<WalletEntry>[];
  readonly currency: string;
}

/** What went in and out of a wallet as a table, on phones as cards. */
export function WalletEntries(props: WalletEntriesProps) {
  return useIsNarrow() ? <EntryCards {...props} /> : <EntryTable {...props} />;
}

function EntryTable({ entries, currency }: WalletEntriesProps) {
  const { t } = useTranslation();
  return (
    <Table className={tables.table} verticalSpacing="sm" horizontalSpacing="sm">
      <VisuallyHidden component="caption">{t('wallet.caption')}</VisuallyHidden>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('wallet.date')}</Table.Th>
          <Table.Th scope="col">{t('wallet.kind')}</Table.Th>
          <Table.Th scope="col" ta="right">
            {t('wallet.amount')}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {t('wallet.balanceAfter')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((entry) => (
          <Table.Tr key={entry.id}>
            <Table.Td>
              <Instant date={entry.createdAt} />
            </Table.Td>
            <Table.Td>
              <Cause entry={entry} />
            </Table.Td>
            <Table.Td ta="right">
              <Change amount={entry.amount} currency={currency} />
            </Table.Td>
            <Table.Td ta="right">
              <Money amount={entry.balanceAfter} currency={currency} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function EntryCards({ entries, currency }: WalletEntriesProps) {
  const { t } = useTranslation();
  return (
    <ul aria-label={t('wallet.caption')} className={tables.cards}>
      {entries.map((entry) => (
        <li key={entry.id} className={tables.card}>
          <div className={tables.cardLine}>
            <Cause entry={entry} />
            <Change amount={entry.amount} currency={currency} />
          </div>
          <div className={`${tables.cardLine} ${classes.detail}`}>
            <Instant date={entry.createdAt} />
            <span>
              {t('wallet.balanceAfter')}: <Money amount={entry.balanceAfter} currency={currency} />
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The reason where there is one, else the kind; leads to the payment behind it. */
function Cause({ entry: { kind, reason, paymentId } }: { entry: WalletEntry }) {
  const { t } = useTranslation();
  const words = reason === null ? t(`wallet.kinds.${kind}`) : t(`wallet.reasons.${reason}`);
  if (paymentId === null) return <span>{words}</span>;
  return (
    <Link href={paths.payment(paymentId)} className={classes.cause}>
      {words}
    </Link>
  );
}

/** With its sign in front, both ways, so that the direction does not hang on a colour. */
function Change({ amount, currency }: { amount: number; currency: string }) {
  return (
    <strong className={classes.change} data-direction={amount < 0 ? 'out' : 'in'}>
      {amount > 0 && '+'}
      <Money amount={amount} currency={currency} />
    </strong>
  );
}
