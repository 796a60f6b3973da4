import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { BackLink } from '../../components/back-link';
import { PageTitle } from '../../components/page-title';
import { BillTo } from '../../features/customers/bill-to';
import type { Billed } from '../../features/customers/bill-to';
import { DraftForm } from '../../features/invoices/editor/draft-form';
import type { DraftContent } from '../../features/invoices/editor/draft-form';
import { createInvoice } from '../../features/invoices/manage-invoice';
import { paths } from '../../lib/paths';
import { useAction } from '../../lib/use-action';
import classes from './editor-page.module.css';

export default function NewInvoicePage() {
  const { t } = useTranslation('console');
  const [, navigate] = useLocation();
  const [billed, setBilled] = useState<Billed>({ customer: null, organizationId: null, currency: 'TRY' });
  const [isAttempted, setIsAttempted] = useState(false);
  // One id for this page: saving again after a lost answer finds the draft instead of making a second one.
  const [requestId] = useState(() => crypto.randomUUID());
  const { customer, organizationId, currency } = billed;

  const save = useAction(async (content: DraftContent) => {
    if (customer === null) return;
    const { invoiceId } = await createInvoice({
      requestId,
      userId: customer.id,
      organizationId,
      currency,
      ...content,
    });
    navigate(paths.consoleInvoice(invoiceId));
  });

  return (
    <Stack gap="lg" className={classes.page}>
      <BackLink href={paths.consoleInvoices} label={t('invoice.back')} />
      <PageTitle text={t('editor.newTitle')} />
      <DraftForm
        currency={currency}
        draft={null}
        isReady={customer !== null}
        onAttempt={() => {
          setIsAttempted(true);
        }}
        save={save}
      >
        <BillTo billed={billed} onChange={setBilled} showsProblems={isAttempted} />
      </DraftForm>
    </Stack>
  );
}
