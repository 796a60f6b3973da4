import type { Firestore } from 'firebase-admin/firestore';
import { issueInvoice } from '../../functions/src/invoices/issue';
import { anInvoice } from '../../functions/src/invoices/testing/invoice-factory';
import { randomId } from '../../functions/src/platform/random-id';
import type { OperationContext } from '../../functions/src/platform/operation';
import { paths } from '../../functions/src/schema/paths';
import { aUser } from '../../functions/src/testing/factories';
import { connect, store } from '../fixtures/backend';
import type { Figure } from '../harness/figure';
import { interleave, perSecond } from '../harness/interleave';

const CALLERS = 20;
const DAY = 24 * 60 * 60 * 1000;
const ABORTED = 10;

/**
 * `numbering`: invoices issued a second when twenty callers want the next number at once. The baseline is what
 * numbers without gaps cannot do without: transactions that read a counter, and write it and one document.
 */
export const numbering: Figure = {
  name: 'numbering',
  unit: 'invoices/s',
  target: { atLeast: 0.7 },
  needs: 'firestore',
  measure: async () => {
    const db = connect();
    await store(db, [[paths.user('customer'), aUser()]]);
    const context: OperationContext = {
      caller: { uid: 'clerk', role: 'finance' },
      db,
      now: new Date(),
      ipAddress: '127.0.0.1',
    };
    const issue = (invoiceId: string) => untilDone(() => issueInvoice.run({ invoiceId }, context));
    return interleave({
      rounds: 5,
      warmUps: 1,
      subject: async () => perSecond(await storeDrafts(db), CALLERS, issue),
      baseline: () => perSecond(newIds(), CALLERS, (id) => untilDone(() => takeNumber(db, id))),
    });
  },
};

/** Who is turned away because others were quicker comes again: on both sides every caller gets a number. */
async function untilDone(call: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await call();
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === ABORTED)) throw error;
    }
  }
}

function takeNumber(db: Firestore, id: string): Promise<void> {
  const counter = db.doc('counters/bare');
  return db.runTransaction(async (transaction) => {
    const last = (await transaction.get(counter)).get('last') as number | undefined;
    const next = (last ?? 0) + 1;
    transaction.set(counter, { last: next });
    transaction.create(db.doc(`bare/${id}`), { number: next });
  });
}

async function storeDrafts(db: Firestore): Promise<string[]> {
  const ids = newIds();
  const draft = anInvoice({ status: 'DRAFT', userId: 'customer', dueDate: new Date(Date.now() + 30 * DAY) });
  await store(
    db,
    ids.map((id) => [paths.invoice(id), draft]),
  );
  return ids;
}

function newIds(): string[] {
  return Array.from({ length: CALLERS }, () => randomId());
}
