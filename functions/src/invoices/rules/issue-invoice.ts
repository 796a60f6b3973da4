import { dayOf } from '../../core/calendar';
import { create, update } from '../../core/decision';
import type { Decision, Write } from '../../core/decision';
import { auditWrite } from '../../finance/rules/audit';
import type { Actor } from '../../finance/rules/audit';
import { invoiceIssuedEntry, journalWrites } from '../../finance/rules/journal';
import { invoiceEvent } from '../../notifications/rules/invoice-event';
import { BillingError, must } from '../../platform/errors';
import type { Counter } from '../../schema/counter';
import type { Invoice, Party } from '../../schema/invoice';
import type { Organization } from '../../schema/organization';
import { paths } from '../../schema/paths';
import type { User } from '../../schema/user';
import { buyerOf } from '../../customers/rules/buyer';
import { nextDocumentNumber } from './document-number';
import type { Numbering } from './document-number';
import { assertInvoiceAllows, issuedStatus } from './invoice-state';

export interface IssueDocuments {
  readonly invoice: Invoice | null;
  readonly counter: Counter | null;
  readonly user: User | null;
  readonly organization: Organization | null;
}

/**
 * Issues a draft: gives the number, freezes seller and buyer as they are now, posts the receivable.
 * Issuing what is already issued changes nothing and answers the number it has.
 */
export function issueInvoice(
  documents: IssueDocuments,
  command: {
    invoiceId: string;
    seller: Party;
    numbering: Numbering;
    actor: Actor;
    /** Names the buyer in place of the profile. */
    buyer?: Party;
  },
  now: Date,
): Decision<{ invoiceId: string; invoiceNumber: string }> {
  const { invoiceId, seller, numbering, actor } = command;
  const invoice = must(documents.invoice, 'INVOICE_NOT_FOUND', { invoiceId });
  if (invoice.invoiceNumber !== null && invoice.status !== 'CANCELLED') {
    return { writes: [], result: { invoiceId, invoiceNumber: invoice.invoiceNumber } };
  }
  assertInvoiceAllows('issue', invoice);
  if (dayOf(invoice.dueDate) < dayOf(now)) throw new BillingError('DUE_DATE_PAST', { invoiceId });
  const buyer =
    command.buyer ??
    buyerOf(must(documents.user, 'USER_NOT_FOUND', { userId: invoice.userId }), documents.organization);

  const { number: invoiceNumber, counter } = nextDocumentNumber(documents.counter, numbering, now);
  const status = issuedStatus(invoice, now);
  const issued = {
    invoiceNumber,
    status,
    issueDate: now,
    paidAt: status === 'PAID' ? now : null,
    seller,
    buyer,
  };
  const subject = { ...invoice, ...issued, id: invoiceId };
  const path = paths.invoice(invoiceId);
  return {
    writes: [
      update(path, issued),
      counterWrite(documents.counter, counter),
      ...journalWrites(`invoice_${invoiceId}`, invoiceIssuedEntry(subject, now)),
      invoiceEvent('invoice.issued', subject, now),
      ...(status === 'PAID' ? [invoiceEvent('invoice.paid', subject, now)] : []),
      auditWrite(actor, 'invoice.issue', path),
    ],
    result: { invoiceId, invoiceNumber },
  };
}

function counterWrite(existing: Counter | null, next: Pick<Counter, 'last' | 'period'>): Write {
  const path = paths.invoiceNumberCounter;
  return existing === null ? create(path, next) : update(path, next);
}
