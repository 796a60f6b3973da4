import { randomUUID } from 'node:crypto';
import { addDays, dayOf } from '../../functions/src/core/calendar';
import type { CreateInvoiceRequest } from '../../functions/src/schema/invoice';
import type { Person } from './people';
import { tokensOf } from './session';
import { stackAddresses } from './stack';

/** Calls a callable over HTTP as a signed-in person, the way another module would. */
export async function call<Answer>(name: string, person: Person, data: object): Promise<Answer> {
  const { functions, projectId } = stackAddresses();
  const { idToken } = await tokensOf(person);
  const response = await fetch(`${functions}/${projectId}/europe-west1/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${idToken}` },
    body: JSON.stringify({ data }),
  });
  const body = (await response.json()) as { result?: Answer; error?: { message: string } };
  if (body.result === undefined) throw new Error(`${name}: ${body.error?.message ?? response.status}`);
  return body.result;
}

/** Finance writes and issues an invoice of one line; `unitPrice` in minor units, VAT comes on top. */
export async function issuedInvoice(
  finance: Person,
  customer: Person,
  { unitPrice, ...override }: { unitPrice: number } & Partial<CreateInvoiceRequest>,
): Promise<{ invoiceId: string; invoiceNumber: string }> {
  const { invoiceId } = await call<{ invoiceId: string }>('invoice-create', finance, {
    requestId: randomUUID(),
    userId: customer.uid,
    items: [{ description: 'Cloud server', quantity: 1, unitPrice }],
    dueDate: addDays(dayOf(new Date()), 14),
    ...override,
  });
  return call('invoice-issue', finance, { invoiceId });
}

/** Puts money into a customer's wallet the way it comes there unasked: a bank transfer of more than an invoice. */
export async function fillWallet(
  finance: Person,
  customer: Person,
  { amount, currency }: { amount: number; currency: string },
): Promise<void> {
  const { invoiceId } = await issuedInvoice(finance, customer, { unitPrice: 1_000 });
  await call('payment-recordBankTransfer', finance, {
    requestId: randomUUID(),
    invoiceIds: [invoiceId],
    amount: 1_200 + amount,
    currency,
    receivedOn: dayOf(new Date()),
  });
}
