import type { CreditNote } from '../../schema/credit-note';
import type { Invoice } from '../../schema/invoice';
import type { Role } from '../../schema/roles';

export interface Reader {
  readonly uid: string;
  readonly role: Role | null;
  readonly organizationIds: readonly string[];
}

/** Staff read every invoice; owners and members of the organization those that are issued. */
export function mayReadInvoice(
  invoice: Pick<Invoice, 'userId' | 'organizationId' | 'issueDate'>,
  reader: Reader,
): boolean {
  return reader.role !== null || (invoice.issueDate !== null && mayPayInvoice(invoice, reader));
}

/** A credit note is for whoever may read its invoice, which was issued. */
export function mayReadCreditNote(
  creditNote: Pick<CreditNote, 'userId' | 'organizationId'>,
  reader: Reader,
): boolean {
  return reader.role !== null || mayPayInvoice(creditNote, reader);
}

/** An invoice is its owner's to pay, or any member's of the organization that it is for. */
export function mayPayInvoice(
  { userId, organizationId }: Pick<Invoice, 'userId' | 'organizationId'>,
  { uid, organizationIds }: Pick<Reader, 'uid' | 'organizationIds'>,
): boolean {
  return userId === uid || (organizationId !== null && organizationIds.includes(organizationId));
}
