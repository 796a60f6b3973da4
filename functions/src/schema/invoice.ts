import * as z from 'zod';
import { amount, calendarDay, country, currency, id, locale, stamps, taxRate, uid } from './common';

export const invoiceStatus = z.enum(['DRAFT', 'PENDING', 'PAID', 'PARTIAL', 'OVERDUE', 'CANCELLED']);
export type InvoiceStatus = z.infer<typeof invoiceStatus>;

const quantity = z
  .number()
  .positive()
  .max(1_000_000)
  .refine((value) => Number.isInteger(Math.round(value * 1e6) / 1e3), 'has at most three decimals');

const description = z.string().trim().min(1).max(500);

/** One line as it stands on the invoice: `unitPrice` without VAT, `total` with it. */
export const invoiceItem = z.object({
  productId: id.nullable(),
  description,
  quantity,
  unitPrice: amount,
  taxRate,
  taxAmount: amount,
  total: amount,
});
export type InvoiceItem = z.infer<typeof invoiceItem>;

/** VAT summed over the lines of one rate. */
export const taxSubtotal = z.object({ rate: taxRate, base: amount, amount });
export type TaxSubtotal = z.infer<typeof taxSubtotal>;

/** Seller or buyer as they were at issue; what the law wants on an invoice (VUK 230). */
export const party = z.object({
  name: z.string(),
  email: z.string(),
  country,
  address: z.string(),
  taxId: z.string().nullable(),
  taxOffice: z.string().nullable(),
});
export type Party = z.infer<typeof party>;

/** `invoices/{id}` */
export const invoice = z.object({
  invoiceNumber: z.string().nullable(),
  type: z.enum(['STANDARD', 'SUBSCRIPTION']),
  userId: uid,
  organizationId: id.nullable(),
  subscriptionId: id.nullable(),
  items: z.array(invoiceItem).min(1).max(500),
  subtotal: amount,
  /** The rate of lines that name none, in percent. */
  taxRate,
  taxes: z.array(taxSubtotal),
  taxTotal: amount,
  total: amount,
  /** What payments brought, less what was refunded of it. */
  amountPaid: amount,
  /** What credit notes took off the total. */
  amountCredited: amount,
  /** `total − amountCredited − amountPaid`, never below zero; zero once cancelled. */
  amountDue: amount,
  currency,
  locale,
  status: invoiceStatus,
  issueDate: z.date().nullable(),
  /** The start, in the seller's zone, of the last day to pay on. */
  dueDate: z.date(),
  paidAt: z.date().nullable(),
  cancelledAt: z.date().nullable(),
  /** Payments whose money is on its way; while there is one, no second payment is begun. */
  processingPaymentIds: z.array(id),
  notes: z.string().max(2000).nullable(),
  seller: party.nullable(),
  buyer: party.nullable(),
  ...stamps,
});
export type Invoice = z.infer<typeof invoice>;

/** A line asked for: a product, priced by its record, or free text that finance prices itself. */
export const invoiceItemRequest = z.union([
  z.strictObject({ productId: id, quantity, description: description.optional() }),
  z.strictObject({ description, quantity, unitPrice: amount, taxRate: taxRate.optional() }),
]);
export type InvoiceItemRequest = z.infer<typeof invoiceItemRequest>;

const draftFields = {
  items: z.array(invoiceItemRequest).min(1).max(500),
  dueDate: calendarDay,
  notes: z.string().trim().max(2000).nullable().optional(),
  taxRate: taxRate.optional(),
};

export const createInvoiceRequest = z.strictObject({
  /** Chosen by the caller; the same id again returns the same invoice instead of a second one. */
  requestId: z.uuid(),
  userId: uid,
  organizationId: id.nullable().optional(),
  currency: currency.optional(),
  ...draftFields,
});
export type CreateInvoiceRequest = z.infer<typeof createInvoiceRequest>;

export const updateInvoiceRequest = z.strictObject({ invoiceId: id, ...draftFields });
export type UpdateInvoiceRequest = z.infer<typeof updateInvoiceRequest>;

export const invoiceRequest = z.strictObject({ invoiceId: id });
export type InvoiceRequest = z.infer<typeof invoiceRequest>;

export const cancelInvoiceRequest = z.strictObject({
  invoiceId: id,
  reason: z.string().trim().min(1).max(500),
});
export type CancelInvoiceRequest = z.infer<typeof cancelInvoiceRequest>;

export const listInvoicesRequest = z.strictObject({
  /** Whose invoices; left out, finance gets everybody's and a customer their own. */
  userId: uid.optional(),
  organizationId: id.optional(),
  status: invoiceStatus.optional(),
  limit: z.int().min(1).max(100).default(25),
  /** `nextCursor` of the page before. */
  cursor: id.optional(),
});
export type ListInvoicesRequest = z.infer<typeof listInvoicesRequest>;

/** A document with its id, as `invoice.get` and `invoice.list` answer; dates as ISO 8601 text. */
export type InvoiceAnswer = Serialized<Invoice> & { id: string };
export interface InvoicePage {
  invoices: InvoiceAnswer[];
  nextCursor: string | null;
}

/** What a document becomes on its way through JSON. */
export type Serialized<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};
