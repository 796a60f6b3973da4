import { CallError } from '../../lib/callable';
import { firebase } from '../../lib/firebase';
import { paths } from '../../lib/paths';

/**
 * Saves an issued invoice's PDF. A plain link could not carry the ID token that proves who asks.
 * @throws CallError
 */
export async function downloadPdf(invoiceId: string, invoiceNumber: string): Promise<void> {
  const pdf = await fetchPdf(invoiceId);
  const url = URL.createObjectURL(pdf);
  const link = document.createElement('a');
  link.href = url;
  link.download = `${invoiceNumber}.pdf`;
  link.click();
  // Safari reads the address after the click; a minute is ample, and frees the memory.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}

async function fetchPdf(invoiceId: string): Promise<Blob> {
  const token = await firebase().auth.currentUser?.getIdToken();
  if (token === undefined) throw new CallError('UNAUTHENTICATED');
  let response: Response;
  try {
    response = await fetch(paths.invoicePdf(invoiceId), { headers: { authorization: `Bearer ${token}` } });
  } catch (error) {
    throw new CallError('OFFLINE', {}, { cause: error });
  }
  if (!response.ok) throw new CallError(PDF_ERRORS[response.status] ?? 'INTERNAL');
  return response.blob();
}

const PDF_ERRORS: Readonly<Record<number, CallError['code']>> = {
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'INVOICE_NOT_FOUND',
  409: 'INVOICE_NOT_ISSUED',
};
