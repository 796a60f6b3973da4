import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '../../components/reason-dialog';
import type { Stored } from '../../lib/documents';
import { cancelInvoice } from './manage-invoice';

interface CancelDialogProps {
  readonly invoice: Stored<Invoice>;
  readonly onClose: () => void;
}

/** Cancels an issued invoice or discards a draft; either way somebody says why. */
export function CancelDialog({ invoice, onClose }: CancelDialogProps) {
  const { t } = useTranslation('console');
  const { id, invoiceNumber } = invoice;
  return (
    <ReasonDialog
      title={
        invoiceNumber === null
          ? t('invoice.discardTitle')
          : t('invoice.cancelTitle', { number: invoiceNumber })
      }
      label={t('invoice.reason')}
      hint={t('invoice.reasonHint')}
      missing={t('invoice.reasonMissing')}
      submit={invoiceNumber === null ? t('invoice.discard') : t('invoice.cancel')}
      isDestructive
      onSubmit={(reason) => cancelInvoice({ invoiceId: id, reason })}
      onClose={onClose}
    />
  );
}
