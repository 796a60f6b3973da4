import type { BankTransaction } from '@hyble/billing-functions/src/schema/bank-transaction';
import { Anchor, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Day } from '../../components/billing/day';
import { Money } from '../../components/billing/money';
import { Empty } from '../../components/empty';
import { ActionProblem } from '../../components/problem';
import { ReasonDialog } from '../../components/reason-dialog';
import { RecordList } from '../../components/record-list';
import type { Column } from '../../components/record-table';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import type { Live } from '../../lib/live';
import type { Pages } from '../../lib/live-pages';
import { paths } from '../../lib/paths';
import { useAction } from '../../lib/use-action';
import { dismissBankTransaction, matchBankTransaction } from './manage-finance';
import { MatchDialog } from './match-dialog';
import type { InvoiceChoice } from './match-dialog';

type Line = Stored<BankTransaction>;

interface BankListProps {
  readonly lines: Live<Pages<Line>>;
  readonly status: BankTransaction['status'];
  readonly invoiceLink: (invoiceId: string) => ReactNode;
  readonly picker: (choice: InvoiceChoice) => ReactNode;
}

/** Lines of bank statements: what each may pay, and what finance does with it. */
export function BankList({ lines, status, invoiceLink, picker }: BankListProps) {
  const { t } = useTranslation('console');
  const last: Record<BankTransaction['status'], Column<Line>[]> = {
    OPEN: [
      {
        key: 'proposal',
        label: t('bank.proposal'),
        cell: (line) => <Proposal line={line} invoiceLink={invoiceLink} />,
      },
      {
        key: 'acts',
        label: t('bank.acts'),
        isFooter: true,
        cell: (line) => <LineActs line={line} picker={picker} />,
      },
    ],
    MATCHED: [
      {
        key: 'payment',
        label: t('bank.payment'),
        cell: ({ paymentId }) =>
          paymentId === null ? null : (
            <Anchor component={Link} href={paths.consolePayment(paymentId)} size="sm">
              {t('bank.toPayment')}
            </Anchor>
          ),
      },
    ],
    DISMISSED: [],
  };
  return (
    <RecordList
      records={lines}
      caption={t(`bank.caption.${status}`)}
      empty={<Empty text={t(`bank.empty.${status}`)} />}
      columns={[
        { key: 'booked', label: t('bank.booked'), cell: ({ bookedOn }) => <Day date={bookedOn} /> },
        { key: 'payer', label: t('bank.payer'), cell: (line) => <Payer line={line} /> },
        {
          key: 'amount',
          label: t('bank.amount'),
          isFigure: true,
          isHeadline: true,
          cell: ({ amount, currency }) => (
            <strong>
              <Money amount={amount} currency={currency} />
            </strong>
          ),
        },
        ...last[status],
      ]}
    />
  );
}

function Payer({ line: { payer, remittance } }: { line: Line }) {
  const { t } = useTranslation('console');
  return (
    <>
      {payer ?? t('bank.unknownPayer')}
      <Text size="xs" c="dimmed">
        {remittance}
      </Text>
    </>
  );
}

function Proposal({
  line: { proposal },
  invoiceLink,
}: {
  line: Line;
  invoiceLink: BankListProps['invoiceLink'];
}) {
  const { t } = useTranslation('console');
  if (proposal === null) {
    return (
      <Text size="sm" c="dimmed">
        {t('bank.none')}
      </Text>
    );
  }
  return (
    <>
      {proposal.invoiceIds.map((invoiceId) => (
        <div key={invoiceId}>{invoiceLink(invoiceId)}</div>
      ))}
      <Text size="xs" c="dimmed">
        {t(`bank.basis.${proposal.basis}`)}
      </Text>
    </>
  );
}

function LineActs({ line, picker }: { line: Line; picker: BankListProps['picker'] }) {
  const { t } = useTranslation('console');
  const format = useFormat();
  const [dialog, setDialog] = useState<'match' | 'dismiss' | null>(null);
  const close = () => {
    setDialog(null);
  };
  const { id, proposal } = line;
  const confirm = useAction(async () => {
    if (proposal === null) return;
    await matchBankTransaction({ bankTransactionId: id, invoiceIds: proposal.invoiceIds });
  });
  const amount = format.money(line.amount, line.currency);
  const payer = line.payer ?? t('bank.unknownPayer');
  /** Rows have the same buttons; each says which line it is about. */
  const of = (act: string) => t('bank.of', { act, amount, payer });
  const choose = proposal === null ? t('bank.choose') : t('bank.chooseOther');
  return (
    <>
      <Group gap="xs">
        {proposal !== null && (
          <Button
            size="xs"
            loading={confirm.isRunning}
            aria-label={of(t('bank.confirm'))}
            onClick={() => {
              void confirm.run();
            }}
          >
            {t('bank.confirm')}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          aria-label={of(choose)}
          onClick={() => {
            setDialog('match');
          }}
        >
          {choose}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-label={of(t('bank.dismiss'))}
          onClick={() => {
            setDialog('dismiss');
          }}
        >
          {t('bank.dismiss')}
        </Button>
      </Group>
      <ActionProblem error={confirm.error} />
      {dialog === 'match' && <MatchDialog line={line} picker={picker} onClose={close} />}
      {dialog === 'dismiss' && (
        <ReasonDialog
          title={t('bank.dismissTitle')}
          label={t('bank.reason')}
          missing={t('bank.reasonMissing')}
          submit={t('bank.dismissSubmit')}
          isDestructive
          onSubmit={(reason) => dismissBankTransaction({ bankTransactionId: id, reason })}
          onClose={close}
        >
          {t('bank.dismissText', { amount, payer })}
        </ReasonDialog>
      )}
    </>
  );
}
