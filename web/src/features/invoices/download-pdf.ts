import { CallError } from '../../lib/callable';
import type { CallErrorCode } from '../../lib/callable';
import { firebase } from '../../lib/firebase';
import { paths } from '../../lib/paths';

/**
 * Saves an issued invoice's PDF.
 * @throws CallError
 */
export function downloadPdf(invoiceId: string, invoiceNumber: string): Promise<void> {
  return download(paths.invoicePdf(invoiceId), invoiceNumber, 'INVOICE_NOT_FOUND');
}

/**
 * Saves a credit note's PDF.
 * @throws CallError
 */
export function downloadCreditNote(creditNoteId: string, creditNoteNumber: string): Promise<void> {
  return download(paths.creditNotePdf(creditNoteId), creditNoteNumber, 'CREDIT_NOTE_NOT_FOUND');
}

/** A plain link could not carry the ID token that proves who asks. */
async function download(path: string, number: string, missing: CallErrorCode): Promise<void> {
  const pdf = await fetchPdf(path, missing);
  const url = URL.createObjectURL(pdf);
  const link = document.createElement('a');
  link.href = url;
  link.download = `${number}.pdf`;
  link.click();
  // Safari reads the address after the click; a minute is ample, and frees the memory.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}

async function fetchPdf(path: string, missing: CallErrorCode): Promise<Blob> {
  const token = await firebase().auth.currentUser?.getIdToken();
  if (token === undefined) throw new CallError('UNAUTHENTICATED');
  let response: Response;
  try {
    response = await fetch(path, { headers: { authorization: `Bearer ${token}` } });
  } catch (error) {
    throw new CallError('OFFLINE', {}, { cause: error });
  }
  if (response.status === 404) throw new CallError(missing);
  if (!response.ok) throw new CallError(PDF_ERRORS[response.status] ?? 'INTERNAL');
  return response.blob();
}

const PDF_ERRORS: Readonly<Record<number, CallErrorCode>> = {
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  409: 'INVOICE_NOT_ISSUED',
};
