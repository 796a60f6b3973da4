import { subtract, ZERO } from '@hyble/billing-functions/src/core/money';
import type { CreditNote } from '@hyble/billing-functions/src/schema/credit-note';
import { Button, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Day } from '../../components/billing/day';
import { Money } from '../../components/billing/money';
import classes from '../../components/billing/payment-history.module.css';
import { ActionProblem } from '../../components/problem';
import type { Stored } from '../../lib/documents';
import { useAction } from '../../lib/use-action';
import { downloadCreditNote } from './download-pdf';

/** The credit notes of an invoice, each with its PDF; nothing where there is none. */
export function CreditNotes({ notes }: { notes: readonly Stored<CreditNote>[] }) {
  const { t } = useTranslation();
  if (notes.length === 0) return null;
  const ordered = notes.toSorted((a, b) => b.issueDate.getTime() - a.issueDate.getTime());
  return (
    <section className={classes.history} aria-label={t('creditNotes.title')}>
      <Title order={2}>{t('creditNotes.title')}</Title>
      <ul aria-label={t('creditNotes.caption')} className={classes.list}>
        {ordered.map((note) => (
          <CreditNoteRow key={note.id} note={note} />
        ))}
      </ul>
    </section>
  );
}

function CreditNoteRow({ note }: { note: Stored<CreditNote> }) {
  const { t } = useTranslation();
  const { run, isRunning, error } = useAction(downloadCreditNote);
  const { id, creditNoteNumber, currency, issueDate, reason, total } = note;
  return (
    <li className={classes.row}>
      <div className={classes.line}>
        <span className={classes.amount}>{creditNoteNumber}</span>
        <strong className={classes.amount}>
          <Money amount={subtract(ZERO, total)} currency={currency} />
        </strong>
      </div>
      <div className={classes.line}>
        <span className={classes.detail}>
          <Day date={issueDate} />
          {reason}
        </span>
        <Button
          variant="default"
          size="xs"
          loading={isRunning}
          leftSection={<IconDownload size={14} aria-hidden />}
          aria-label={t('creditNotes.downloadOf', { number: creditNoteNumber })}
          onClick={() => {
            void run(id, creditNoteNumber);
          }}
        >
          PDF
        </Button>
      </div>
      <ActionProblem error={error} />
    </li>
  );
}
