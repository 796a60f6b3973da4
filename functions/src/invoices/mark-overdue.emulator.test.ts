import '../testing/environment';
import { minorUnits } from '../core/money';
import { payment } from '../index';
import { firestore } from '../platform/firestore';
import { paths } from '../schema/paths';
import { call, finance } from '../testing/calls';
import { capturedLogs } from '../testing/captured-logs';
import { costOf, countCalls } from '../testing/count-calls';
import { changes, dump } from '../testing/documents';
import { aCustomer, aDraft, anIssuedInvoice, checkEverything, NOW, seed, stopClock } from '../testing/world';
import { markOverdueInvoices } from './mark-overdue';
import { anInvoice } from './testing/invoice-factory';

const db = firestore();
/** In Istanbul: the last moment of 15 March 2026, and the first of the day after. */
const LAST_MOMENT = new Date('2026-03-15T20:59:59.999Z');
const DAY_AFTER = new Date('2026-03-15T21:00:00Z');
let userId: string;

beforeAll(async () => {
  stopClock();
  userId = await aCustomer();
});
beforeEach(async () => {
  // Nothing of another test is due.
  await db.recursiveDelete(db.collection('invoices'));
  for (const name of ['events', 'journal', 'payments', 'counters']) {
    await db.recursiveDelete(db.collection(name));
  }
});

const due = (dueDate: string) => anIssuedInvoice(userId, { dueDate });
const partlyPay = (invoiceId: string) =>
  call(
    payment.recordBankTransfer,
    {
      requestId: crypto.randomUUID(),
      invoiceIds: [invoiceId],
      amount: minorUnits(5_000),
      currency: 'TRY',
      receivedOn: '2026-03-10',
    },
    finance,
  );

test('what is due becomes overdue, with an event each; nothing else changes', async () => {
  const late = await due('2026-03-15');
  const partlyPaid = await due('2026-03-12');
  await partlyPay(partlyPaid);
  await due('2026-03-16');
  await aDraft(userId, { dueDate: '2026-03-12' });
  const before = await dump(db);
  expect(await markOverdueInvoices(db, DAY_AFTER)).toBe(2);
  const overdue = (invoiceId: string) => ({
    [`invoices/${invoiceId}`]: {
      ...before.get(`invoices/${invoiceId}`),
      status: 'OVERDUE',
      updatedAt: DAY_AFTER,
    },
    [`events/invoice.overdue_${invoiceId}`]: {
      type: 'invoice.overdue',
      occurredAt: DAY_AFTER,
      invoiceId,
      userId,
      organizationId: null,
      amount: 12_000,
      currency: 'TRY',
      createdAt: DAY_AFTER,
      updatedAt: DAY_AFTER,
    },
  });
  expect(changes(before, await dump(db))).toEqual({ ...overdue(late), ...overdue(partlyPaid) });
  await checkEverything();
});

test('until the last moment of its due date an invoice is not overdue', async () => {
  await due('2026-03-15');
  expect(await markOverdueInvoices(db, LAST_MOMENT)).toBe(0);
  expect(await markOverdueInvoices(db, DAY_AFTER)).toBe(1);
});

test('again, or five times at once: nothing happens twice', async () => {
  for (const day of ['2026-03-11', '2026-03-12', '2026-03-13']) await due(day);
  const marked = await Promise.all(Array.from({ length: 5 }, () => markOverdueInvoices(db, DAY_AFTER)));
  expect(marked.reduce((sum, count) => sum + count, 0)).toBe(3);
  const after = await dump(db);
  expect(await markOverdueInvoices(db, DAY_AFTER)).toBe(0);
  expect(changes(after, await dump(db))).toEqual({});
});

test('a sweep for an earlier instant takes nothing back', async () => {
  await due('2026-03-15');
  await markOverdueInvoices(db, DAY_AFTER);
  const after = await dump(db);
  expect(await markOverdueInvoices(db, NOW)).toBe(0);
  expect(changes(after, await dump(db))).toEqual({});
});

test('one that fails is logged by its id and does not stop the others; the run fails', async () => {
  const [first, second] = [await due('2026-03-11'), await due('2026-03-12')];
  await seed(db, { [paths.outboxEvent(`invoice.overdue_${first}`)]: { type: 'in the way' } });
  const before = capturedLogs.length;
  await expect(markOverdueInvoices(db, DAY_AFTER)).rejects.toMatchObject({ errors: [{ code: 6 }] });
  expect((await db.doc(paths.invoice(first)).get()).get('status')).toBe('PENDING');
  expect((await db.doc(paths.invoice(second)).get()).get('status')).toBe('OVERDUE');
  expect(capturedLogs.slice(before)).toMatchObject([
    {
      level: 'error',
      message: 'invoice failed in a sweep',
      fields: { operation: 'markOverdue', invoiceId: first, code: 6 },
    },
  ]);
});

test('three hundred and one: more than a page, and no document is read that is not due', async () => {
  const batch = db.batch();
  const count = 301;
  for (let index = 0; index < count; index += 1)
    batch.create(db.doc(paths.invoice(`many-${index}`)), anInvoice());
  batch.create(db.doc(paths.invoice('not-due')), anInvoice({ dueDate: new Date('2026-12-31T21:00:00Z') }));
  await batch.commit();
  const calls = await countCalls(db, () => markOverdueInvoices(db, new Date('2026-03-21T00:00:00Z')));
  // Each once by the query and once in its transaction, and one for the page after the last.
  expect(costOf(calls)).toMatchObject({ reads: 2 * count + 1, writes: 2 * count, commits: count });
  const statuses = await db.collection('invoices').where('status', '==', 'OVERDUE').count().get();
  expect(statuses.data().count).toBe(count);
});
