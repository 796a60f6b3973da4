import { startOfDay } from '../../core/calendar';
import type { Fields } from '../../core/decision';
import { create, update } from '../../core/decision';
import type { Decision } from '../../core/decision';
import { ZERO } from '../../core/money';
import { auditWrite } from '../../finance/rules/audit';
import type { Actor } from '../../finance/rules/audit';
import { BillingError, must } from '../../platform/errors';
import type {
  CreateInvoiceRequest,
  Invoice,
  InvoiceItemRequest,
  UpdateInvoiceRequest,
} from '../../schema/invoice';
import type { Organization } from '../../schema/organization';
import { paths } from '../../schema/paths';
import type { Product } from '../../schema/product';
import type { User } from '../../schema/user';
import { assertInvoiceAllows } from './invoice-state';
import { totalInvoice } from './total-invoice';

/** VAT of a line when neither it, its product nor the invoice says otherwise, in percent. */
export const DEFAULT_TAX_RATE = 20;

/**
 * Of an invoice and of each of its lines. Ten digits of minor units: above every invoice we expect, below every
 * limit of a gateway's amount field.
 */
const LARGEST_TOTAL = 9_999_999_999;

type Products = ReadonlyMap<string, Product | null>;
type DraftRequest = Pick<UpdateInvoiceRequest, 'items' | 'dueDate' | 'notes' | 'taxRate'>;

/** Creates a draft. Repeating the request (same invoice id) answers the first one's invoice. */
export function createDraft(
  documents: {
    existing: Invoice | null;
    user: User | null;
    organization: Organization | null;
    products: Products;
  },
  command: { invoiceId: string; request: CreateInvoiceRequest; actor: Actor },
): Decision<{ invoiceId: string }> {
  const { invoiceId, request, actor } = command;
  if (documents.existing !== null) return { writes: [], result: { invoiceId } };

  const user = must(documents.user, 'USER_NOT_FOUND', { userId: request.userId });
  const organizationId = request.organizationId ?? null;
  if (organizationId !== null) {
    const organization = must(documents.organization, 'ORGANIZATION_NOT_FOUND', { organizationId });
    if (!organization.memberIds.includes(request.userId))
      throw new BillingError('NOT_A_MEMBER', { organizationId });
  }
  const currency = request.currency ?? documents.organization?.currency ?? user.currency;

  const fields: Fields<Invoice> = {
    invoiceNumber: null,
    type: 'STANDARD',
    userId: request.userId,
    organizationId,
    subscriptionId: null,
    ...content(request, currency, documents.products),
    amountPaid: ZERO,
    amountCredited: ZERO,
    currency,
    locale: user.locale,
    status: 'DRAFT',
    issueDate: null,
    paidAt: null,
    cancelledAt: null,
    processingPaymentIds: [],
    seller: null,
    buyer: null,
  };
  const path = paths.invoice(invoiceId);
  return {
    writes: [create(path, fields), auditWrite(actor, 'invoice.create', path)],
    result: { invoiceId },
  };
}

/** Replaces the lines, due date and notes of a draft. */
export function updateDraft(
  documents: { invoice: Invoice | null; products: Products },
  command: { request: UpdateInvoiceRequest; actor: Actor },
): Decision<{ invoiceId: string }> {
  const { request, actor } = command;
  const { invoiceId } = request;
  const invoice = must(documents.invoice, 'INVOICE_NOT_FOUND', { invoiceId });
  assertInvoiceAllows('update', invoice);
  const path = paths.invoice(invoiceId);
  return {
    writes: [
      update(path, content(request, invoice.currency, documents.products)),
      auditWrite(actor, 'invoice.update', path),
    ],
    result: { invoiceId },
  };
}

/** The products that the lines name, each once. */
export function productIds(items: readonly InvoiceItemRequest[]): string[] {
  return [...new Set(items.flatMap((item) => ('productId' in item ? [item.productId] : [])))];
}

function content(request: DraftRequest, currency: string, products: Products) {
  const defaultRate = request.taxRate ?? DEFAULT_TAX_RATE;
  const lines = request.items.map((item) => pricedLine(item, currency, products, defaultRate));
  // Asked before the sums are made: they refuse what a number cannot hold, without a name for it.
  if (lines.some(({ unitPrice, quantity }) => Math.abs(unitPrice) * quantity > LARGEST_TOTAL)) {
    throw new BillingError('AMOUNT_TOO_LARGE');
  }
  const { items, ...totals } = totalInvoice(lines);
  // Rounded a line at a time, the VAT of many small lines and one discount can fall below zero on its own.
  if (totals.taxes.some((tax) => tax.base < 0 || tax.amount < 0)) throw new BillingError('NEGATIVE_TOTAL');
  if (totals.total > LARGEST_TOTAL) throw new BillingError('AMOUNT_TOO_LARGE');
  return {
    items: [...items],
    subtotal: totals.subtotal,
    taxRate: defaultRate,
    taxes: [...totals.taxes],
    taxTotal: totals.taxTotal,
    total: totals.total,
    amountDue: totals.total,
    dueDate: startOfDay(request.dueDate),
    notes: request.notes ?? null,
  };
}

/** A product's price, name and rate come from its record; whoever asks names only what and how many. */
function pricedLine(item: InvoiceItemRequest, currency: string, products: Products, defaultRate: number) {
  if (!('productId' in item)) {
    return { productId: null, ...item, taxRate: item.taxRate ?? defaultRate };
  }
  const { productId, quantity } = item;
  const product = must(products.get(productId), 'PRODUCT_NOT_FOUND', { productId });
  if (!product.isActive) throw new BillingError('PRODUCT_INACTIVE', { productId });
  if (product.currency !== currency) throw new BillingError('CURRENCY_MISMATCH', { productId, currency });
  const { unitPrice, taxRate } = product;
  return { productId, description: item.description ?? product.name, quantity, unitPrice, taxRate };
}
