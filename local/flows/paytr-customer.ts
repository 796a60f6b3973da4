import { randomUUID } from 'node:crypto';
import { payment } from '../../functions/src/index';
import { firestore } from '../../functions/src/platform/firestore';
import { paths } from '../../functions/src/schema/paths';
import type { JournalEntry } from '../../functions/src/schema/journal';
import { call, signedIn } from '../../functions/src/testing/calls';

/** Begins to pay invoices and answers the form. */
export async function checkoutOf(userId: string, invoiceIds: readonly string[], wish: object = {}) {
  const request = { attemptId: randomUUID(), invoiceIds, ...wish };
  const answer = await call(payment.checkout, request, signedIn(userId));
  if (answer.url === null) throw new Error('nothing is left to pay');
  return answer;
}

/** The lines of a journal entry, in short. */
export async function journalOf(id: string): Promise<[string, number, number][]> {
  const { lines } = (await firestore().doc(paths.journalEntry(id)).get()).data() as JournalEntry;
  return lines.map(({ account, debit, credit }) => [account, debit, credit]);
}
