import { projectId } from '../testing/environment';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { invoice } from '../index';
import { firestore } from '../platform/firestore';
import type { Counter } from '../schema/counter';
import type { Invoice } from '../schema/invoice';
import { call, finance, refusal } from '../testing/calls';
import { changes, dump, inCollection } from '../testing/documents';
import { aUser } from '../testing/factories';
import { aCustomer, aDraft, anIssuedInvoice, checkEverything, seed, storedInvoice } from '../testing/world';
import { issueInvoice } from './issue';

const db = firestore();
let userId: string;

beforeAll(async () => {
  userId = await aCustomer();
});
afterEach(checkEverything);

const issue = (invoiceId: string) => call(invoice.issue, { invoiceId }, finance);
const cancel = (invoiceId: string) => call(invoice.cancel, { invoiceId, reason: 'Yanlış müşteri' }, finance);

/** Runs tasks, a number of them at a time. */
async function atATime<T>(callers: number, tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  const waiting = [...tasks];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) results.push(await next());
  };
  await Promise.all(Array.from({ length: callers }, work));
  return results;
}

/** Numbers follow on from the counter, and what each caller was answered is what is stored. */
async function expectConsecutive(issued: { invoiceId: string; invoiceNumber: string }[], first: number) {
  const numbers = issued.map(({ invoiceNumber }) => Number(invoiceNumber.split('-').at(-1)));
  expect(numbers.sort((a, b) => a - b)).toEqual(issued.map((_, index) => first + index));
  const stored = inCollection<Invoice>(await dump(db), 'invoices/*');
  const numberOf = new Map(stored.map(({ id, invoiceNumber }) => [id, invoiceNumber]));
  for (const { invoiceId, invoiceNumber } of issued) expect(numberOf.get(invoiceId)).toBe(invoiceNumber);
}

const drafts = (count: number) =>
  atATime(
    20,
    Array.from({ length: count }, () => () => aDraft(userId)),
  );

async function nextNumber(): Promise<number> {
  const counter = (await db.doc('counters/invoiceNumber').get()).data() as Counter | undefined;
  return (counter?.last ?? 0) + 1;
}

test('100 invoices issued by 20 callers at once: consecutive numbers, none missing, none twice', async () => {
  const ids = await drafts(100);
  const first = await nextNumber();
  const issued = await atATime(
    20,
    ids.map((id) => () => issue(id)),
  );
  expect(issued).toHaveLength(100);
  await expectConsecutive(issued, first);
});

test('20 callers spread over 4 instances, which only the database keeps apart: the same', async () => {
  const apps = Array.from({ length: 4 }, (_, index) => initializeApp({ projectId }, `instance-${index}`));
  const ids = await drafts(20);
  const first = await nextNumber();
  const issued = await Promise.all(
    ids.map((invoiceId, index) => {
      const app = apps[index % apps.length];
      if (app === undefined) throw new Error('four apps expected');
      const caller = { uid: `finance-${index}`, role: 'finance' } as const;
      const context = { caller, db: getFirestore(app), now: new Date(), ipAddress: '' };
      return issueInvoice.run({ invoiceId }, context);
    }),
  );
  await expectConsecutive(issued, first);
  await Promise.all(apps.map(deleteApp));
});

test('issuing again answers the same number and changes nothing', async () => {
  const invoiceId = await aDraft(userId);
  const first = await issue(invoiceId);
  const before = await dump(db);
  expect(await Promise.all([issue(invoiceId), issue(invoiceId)])).toEqual([first, first]);
  expect(changes(before, await dump(db))).toEqual({});
});

test('20 callers issue one draft: one number', async () => {
  const invoiceId = await aDraft(userId);
  const answers = await Promise.all(Array.from({ length: 20 }, () => issue(invoiceId)));
  expect(new Set(answers.map(({ invoiceNumber }) => invoiceNumber)).size).toBe(1);
});

test('20 callers issue and cancel one draft at once: one outcome that every document agrees on', async () => {
  const invoiceId = await aDraft(userId);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? issue(invoiceId) : cancel(invoiceId))),
  );
  const { status, invoiceNumber, issueDate } = await storedInvoice(invoiceId);
  expect(status).toBe('CANCELLED');
  expect(issueDate === null).toBe(invoiceNumber === null);
  const cancelled = outcomes.filter((outcome, index) => index % 2 === 1 && outcome.status === 'fulfilled');
  expect(cancelled).toHaveLength(1);
  const wasIssued = outcomes.some((outcome, index) => index % 2 === 0 && outcome.status === 'fulfilled');
  expect(wasIssued).toBe(invoiceNumber !== null);
  const paths = [...(await dump(db)).keys()];
  expect(paths.includes(`journal/invoice_${invoiceId}`)).toBe(wasIssued);
  expect(paths.includes(`journal/cancel_${invoiceId}`)).toBe(wasIssued);
  expect(paths.includes(`events/invoice.cancelled_${invoiceId}`)).toBe(wasIssued);
});

describe('what cannot be issued takes no number', () => {
  test.each([
    ['a buyer without an address', { address: null }, {}, 'BUYER_INCOMPLETE'],
    ['a due date in the past', {}, { dueDate: '2020-01-01' }, 'DUE_DATE_PAST'],
  ])('%s', async (_edge, user, draft, code) => {
    const invoiceId = await aDraft(await aCustomer(user), draft);
    const before = await dump(db);
    expect(await refusal(issue(invoiceId))).toMatchObject({ code });
    expect(changes(before, await dump(db))).toEqual({});
  });

  test('a seller without a tax number', async () => {
    const invoiceId = await aDraft(userId);
    const configured = process.env.SELLER_TAX_ID;
    process.env.SELLER_TAX_ID = '';
    try {
      expect(await refusal(issue(invoiceId))).toMatchObject({
        status: 'failed-precondition',
        code: 'SELLER_INCOMPLETE',
        facts: { missing: 'SELLER_TAX_ID' },
      });
    } finally {
      process.env.SELLER_TAX_ID = configured;
    }
  });

  test('a numbering rule that is none', async () => {
    const invoiceId = await aDraft(userId);
    process.env.INVOICE_NUMBER_RESET = 'weekly';
    try {
      const before = await dump(db);
      expect(await refusal(issue(invoiceId))).toMatchObject({ status: 'internal', code: 'INTERNAL' });
      expect(changes(before, await dump(db))).toEqual({});
    } finally {
      process.env.INVOICE_NUMBER_RESET = 'never';
    }
  });
});

test('the buyer is frozen at issue', async () => {
  const buyer = await aCustomer();
  const invoiceId = await anIssuedInvoice(buyer);
  await seed(db, { [`users/${buyer}`]: aUser({ displayName: 'Ayşe Demir' }) });
  expect((await storedInvoice(invoiceId)).buyer?.name).toBe('Ayşe Yılmaz');
});

describe('cancel', () => {
  test('keeps the number of an issued invoice and takes its receivable back', async () => {
    const invoiceId = await anIssuedInvoice(userId);
    const { invoiceNumber } = await storedInvoice(invoiceId);
    expect(await cancel(invoiceId)).toEqual({ invoiceId });
    expect(await storedInvoice(invoiceId)).toMatchObject({
      status: 'CANCELLED',
      amountDue: 0,
      invoiceNumber,
    });
  });

  test('discards a draft without a number', async () => {
    const invoiceId = await aDraft(userId);
    await cancel(invoiceId);
    expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'CANCELLED', invoiceNumber: null });
  });

  test('needs a reason, and is done once', async () => {
    const invoiceId = await anIssuedInvoice(userId);
    const withoutReason = call(invoice.cancel, { invoiceId, reason: ' ' }, finance);
    expect(await refusal(withoutReason)).toMatchObject({ code: 'INVALID_REQUEST' });
    await cancel(invoiceId);
    expect(await refusal(cancel(invoiceId))).toMatchObject({ code: 'INVOICE_CANCELLED' });
    expect(await refusal(issue(invoiceId))).toMatchObject({ code: 'INVOICE_CANCELLED' });
  });
});
