import { randomUUID } from 'node:crypto';
import type { DocumentData, Firestore } from 'firebase-admin/firestore';
import { invoice } from '../index';
import { clock } from '../platform/clock';
import { firestore } from '../platform/firestore';
import { PAYMENT_ID_LENGTH } from '../platform/ids';
import { randomId } from '../platform/random-id';
import type { CreateInvoiceRequest, Invoice } from '../schema/invoice';
import { minorUnits } from '../core/money';
import { paths } from '../schema/paths';
import type { Payment } from '../schema/payment';
import { call, finance } from './calls';
import { checkBooks } from './check-books';
import { checkSchemas } from './check-schemas';
import { aPayment, aUser } from './factories';

/** The instant at which tests that compare whole documents happen. */
export const NOW = new Date('2026-03-10T10:00:05Z');

/** Stops the functions' clock at an instant, for one test file. */
export function stopClock(now = NOW): void {
  jest.spyOn(clock, 'now').mockImplementation(() => now);
}

export async function seed(db: Firestore, documents: Record<string, DocumentData>): Promise<void> {
  const batch = db.batch();
  for (const [path, data] of Object.entries(documents)) batch.set(db.doc(path), data);
  await batch.commit();
}

/** A new customer, with an id as Firebase Authentication makes them. */
export async function aCustomer(override: Parameters<typeof aUser>[0] = {}): Promise<string> {
  const uid = randomId(28);
  await seed(firestore(), { [paths.user(uid)]: aUser(override) });
  return uid;
}

/** A draft over 100,00 and 20 % VAT, made through `invoice.create`. */
export async function aDraft(userId: string, override: Partial<CreateInvoiceRequest> = {}): Promise<string> {
  const request: CreateInvoiceRequest = {
    requestId: randomUUID(),
    userId,
    items: [{ description: 'Bulut sunucu, 1 ay', quantity: 1, unitPrice: minorUnits(10_000) }],
    dueDate: '2030-12-31',
    ...override,
  };
  return (await call(invoice.create, request, finance)).invoiceId;
}

/** An issued invoice over 120,00, made through `invoice.create` and `invoice.issue`. */
export async function anIssuedInvoice(
  userId: string,
  override: Partial<CreateInvoiceRequest> = {},
): Promise<string> {
  const invoiceId = await aDraft(userId, override);
  await call(invoice.issue, { invoiceId }, finance);
  return invoiceId;
}

/** A payment of 120,00 that waits for its gateway, as a checkout stores it. */
export async function aPendingPayment(
  userId: string,
  invoiceId: string,
  override: Partial<Payment> = {},
): Promise<string> {
  const paymentId = randomId(PAYMENT_ID_LENGTH);
  const payment = aPayment({ userId, invoiceIds: [invoiceId], ...override });
  await seed(firestore(), { [paths.payment(paymentId)]: payment });
  return paymentId;
}

export async function storedInvoice(invoiceId: string): Promise<Invoice> {
  return (await firestore().doc(paths.invoice(invoiceId)).get()).data() as Invoice;
}

export async function storedPayment(paymentId: string): Promise<Payment> {
  return (await firestore().doc(paths.payment(paymentId)).get()).data() as Payment;
}

/** What must hold after whatever a test did: every document is valid, and the books balance. */
export async function checkEverything(): Promise<void> {
  await checkSchemas(firestore());
  await checkBooks(firestore());
}
