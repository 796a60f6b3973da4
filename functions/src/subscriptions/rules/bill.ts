import type { CalendarDay } from '../../core/calendar';
import { startOfDay } from '../../core/calendar';
import type { Fields, Write } from '../../core/decision';
import { create } from '../../core/decision';
import { ZERO } from '../../core/money';
import { buyerOf, missingOfBuyer } from '../../customers/rules/buyer';
import type { Actor } from '../../finance/rules/audit';
import type { Numbering } from '../../invoices/rules/document-number';
import { issueInvoice } from '../../invoices/rules/issue-invoice';
import { issuedStatus } from '../../invoices/rules/invoice-state';
import { totalInvoice } from '../../invoices/rules/total-invoice';
import { must } from '../../platform/errors';
import type { Locale } from '../../schema/common';
import type { Counter } from '../../schema/counter';
import type { Invoice, Party } from '../../schema/invoice';
import type { Organization } from '../../schema/organization';
import { paths } from '../../schema/paths';
import type { Subscription } from '../../schema/subscription';
import type { User } from '../../schema/user';
import type { SubscriptionLine } from './plan-change';

/** What an invoice is made of besides its lines. */
export interface BillingDocuments {
  readonly user: User | null;
  readonly organization: Organization | null;
  /** The number of the last invoice. */
  readonly counter: Counter | null;
}

/** How the seller issues invoices. */
export interface Issuer {
  readonly seller: Party;
  readonly numbering: Numbering;
}

export interface Bill {
  readonly invoiceId: string;
  readonly lines: readonly SubscriptionLine[];
  readonly dueDate: CalendarDay;
  readonly actor: Actor;
}

export interface IssuedBill {
  readonly invoice: Invoice;
  /** What the subscription keeps of the customer as they are now. */
  readonly customer: { readonly buyer: Party; readonly locale: Locale };
  readonly writes: readonly Write[];
}

/**
 * Issues an invoice of a subscription in one go: the document, its number, the receivable. Its `create` is what bills a
 * period once: the id is the period's.
 *
 * @param last The buyer of the invoice before, named again when the profile has since become incomplete: a service
 *   that runs is billed, whatever its customer does to their address.
 * @throws BillingError USER_NOT_FOUND; BUYER_INCOMPLETE when there was no invoice before.
 */
export function issueBill(
  subscription: Pick<Subscription, 'userId' | 'organizationId' | 'currency' | 'taxRate'> & {
    readonly id: string;
  },
  { invoiceId, lines, dueDate, actor }: Bill,
  { user: found, organization, counter }: BillingDocuments,
  issuer: Issuer,
  last: Party | null,
  now: Date,
): IssuedBill {
  const { id: subscriptionId, userId, organizationId, currency, taxRate } = subscription;
  const user = must(found, 'USER_NOT_FOUND', { userId });
  const isComplete = missingOfBuyer(user, organization).length === 0;
  const buyer = !isComplete && last !== null ? last : buyerOf(user, organization);
  const { items, ...totals } = totalInvoice(lines.map((one) => ({ productId: null, ...one })));
  const draft: Fields<Invoice> = {
    invoiceNumber: null,
    type: 'SUBSCRIPTION',
    userId,
    organizationId,
    subscriptionId,
    items: [...items],
    ...totals,
    taxes: [...totals.taxes],
    taxRate,
    amountPaid: ZERO,
    amountCredited: ZERO,
    amountDue: totals.total,
    currency,
    locale: user.locale,
    status: 'DRAFT',
    issueDate: null,
    dueDate: startOfDay(dueDate),
    paidAt: null,
    cancelledAt: null,
    processingPaymentIds: [],
    notes: null,
    seller: null,
    buyer: null,
  };
  const stamped = { ...draft, createdAt: now, updatedAt: now };
  const issued = issueInvoice(
    { invoice: stamped, counter, user, organization },
    { invoiceId, ...issuer, buyer, actor },
    now,
  );
  const { invoiceNumber } = issued.result;
  return {
    invoice: { ...stamped, invoiceNumber, status: issuedStatus(stamped, now), issueDate: now },
    customer: { buyer, locale: user.locale },
    writes: [create(paths.invoice(invoiceId), draft), ...issued.writes],
  };
}
