import type { Firestore } from 'firebase-admin/firestore';
import type { Caller } from '../platform/auth';
import { BillingError } from '../platform/errors';
import { fromFirestore } from '../platform/firestore';
import type { CreditNote } from '../schema/credit-note';
import { paths } from '../schema/paths';
import type { User } from '../schema/user';
import { mayReadCreditNote } from './rules/invoice-access';

/**
 * A credit note that the caller may read.
 * @throws BillingError CREDIT_NOTE_NOT_FOUND when there is none, or none for this caller: the two look alike.
 */
export async function findCreditNote(
  db: Firestore,
  caller: Caller,
  creditNoteId: string,
): Promise<CreditNote> {
  const [noteSnapshot, userSnapshot] = await db.getAll(
    db.doc(paths.creditNote(creditNoteId)),
    db.doc(paths.user(caller.uid)),
  );
  const data = noteSnapshot?.data();
  const organizationIds = (userSnapshot?.data() as User | undefined)?.organizationIds ?? [];
  const creditNote = data === undefined ? null : (fromFirestore(data) as CreditNote);
  if (creditNote === null || !mayReadCreditNote(creditNote, { ...caller, organizationIds })) {
    throw new BillingError('CREDIT_NOTE_NOT_FOUND', { creditNoteId });
  }
  return creditNote;
}
