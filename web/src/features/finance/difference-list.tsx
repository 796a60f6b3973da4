import type { Difference } from '@hyble/billing-functions/src/schema/difference';
import { Anchor, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Day } from '../../components/billing/day';
import { Money } from '../../components/billing/money';
import { Empty } from '../../components/empty';
import { ReasonDialog } from '../../components/reason-dialog';
import { RecordList } from '../../components/record-list';
import type { Stored } from '../../lib/documents';
import type { Live } from '../../lib/live';
import type { Pages } from '../../lib/live-pages';
import { paths } from '../../lib/paths';
import { resolveDifference } from './manage-finance';

interface DifferenceListProps {
  readonly differences: Live<Pages<Stored<Difference>>>;
  readonly status: Difference['status'];
}

/** What a gateway's books and ours tell differently, side by side. */
export function DifferenceList({ differences, status }: DifferenceListProps) {
  const { t } = useTranslation('console');
  return (
    <RecordList
      records={differences}
      caption={t(`differences.caption.${status}`)}
      empty={<Empty text={t(`differences.empty.${status}`)} />}
      columns={[
        {
          key: 'found',
          label: t('differences.found'),
          cell: ({ createdAt }) => <Day date={createdAt} />,
        },
        { key: 'what', label: t('differences.what'), cell: (difference) => <What difference={difference} /> },
        {
          key: 'ours',
          label: t('differences.ours'),
          isFigure: true,
          cell: ({ ours, currency }) => sum(ours, currency),
        },
        {
          key: 'theirs',
          label: t('differences.theirs'),
          isFigure: true,
          cell: ({ theirs, currency }) => sum(theirs, currency),
        },
        {
          key: 'payment',
          label: t('differences.payment'),
          cell: (difference) => <Concerned difference={difference} />,
        },
        ...(status === 'OPEN'
          ? [
              {
                key: 'acts',
                label: t('differences.acts'),
                isFooter: true as const,
                cell: (difference: Stored<Difference>) => <Resolve difference={difference} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function What({ difference: { gateway, kind, note } }: { difference: Difference }) {
  const { t } = useTranslation('console');
  const { t: common } = useTranslation();
  return (
    <>
      {t(`differences.kinds.${kind}`)}
      <Text size="xs" c="dimmed">
        {common(`gateways.${gateway}`)}
      </Text>
      {note !== null && <Text size="xs">{note}</Text>}
    </>
  );
}

function sum(amount: number | null, currency: string | null) {
  return amount === null || currency === null ? null : <Money amount={amount} currency={currency} />;
}

function Concerned({ difference: { paymentId, gatewayPaymentId } }: { difference: Difference }) {
  const { t } = useTranslation('console');
  if (paymentId !== null) {
    return (
      <Anchor component={Link} href={paths.consolePayment(paymentId)} size="sm">
        {t('differences.toPayment')}
      </Anchor>
    );
  }
  return gatewayPaymentId === null ? (
    <>–</>
  ) : (
    <Text size="xs">{t('differences.unknownPayment', { id: gatewayPaymentId })}</Text>
  );
}

function Resolve({ difference: { id, kind } }: { difference: Stored<Difference> }) {
  const { t } = useTranslation('console');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-label={t('differences.resolveOf', { what: t(`differences.kinds.${kind}`) })}
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {t('differences.resolve')}
      </Button>
      {isOpen && (
        <ReasonDialog
          title={t('differences.resolveTitle')}
          label={t('differences.note')}
          hint={t('differences.noteHint')}
          missing={t('differences.noteMissing')}
          submit={t('differences.resolveSubmit')}
          onSubmit={(note) => resolveDifference({ differenceId: id, note })}
          onClose={() => {
            setIsOpen(false);
          }}
        >
          {t(`differences.kinds.${kind}`)}
        </ReasonDialog>
      )}
    </>
  );
}
