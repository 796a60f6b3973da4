import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { BackLink } from '../../components/back-link';
import { Delayed } from '../../components/delayed';
import { Empty } from '../../components/empty';
import { PageTitle } from '../../components/page-title';
import { LiveProblemView } from '../../components/problem';
import { DraftForm } from '../../features/invoices/editor/draft-form';
import type { DraftContent } from '../../features/invoices/editor/draft-form';
import { updateInvoice } from '../../features/invoices/manage-invoice';
import { useInvoice } from '../../features/invoices/use-invoice';
import { paths } from '../../lib/paths';
import { useAction } from '../../lib/use-action';
import classes from './editor-page.module.css';

/** Changes a draft's lines, due date and notes; its customer and currency stay. */
export default function EditInvoicePage({ invoiceId }: { invoiceId: string }) {
  const { t } = useTranslation('console');
  const { t: common } = useTranslation();
  const [, navigate] = useLocation();
  const live = useInvoice(invoiceId);
  const invoice = live.status === 'ready' ? live.data : null;
  const save = useAction(async (content: DraftContent) => {
    await updateInvoice({ invoiceId, ...content });
    navigate(paths.consoleInvoice(invoiceId));
  });

  return (
    <Stack gap="lg" className={classes.page}>
      <BackLink href={paths.consoleInvoice(invoiceId)} label={common('invoice.title')} />
      <PageTitle text={t('editor.editTitle')} />
      {live.status === 'loading' && (
        <Delayed>
          <Skeleton height={320} />
        </Delayed>
      )}
      {live.status === 'failed' && <LiveProblemView {...live} />}
      {live.status === 'ready' && invoice === null && <Empty text={common('invoice.missing')} />}
      {invoice !== null && invoice.status !== 'DRAFT' && <Empty text={t('editor.locked')} />}
      {invoice?.status === 'DRAFT' && (
        <DraftForm currency={invoice.currency} draft={invoice} isReady save={save} />
      )}
    </Stack>
  );
}
