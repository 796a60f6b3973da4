import '../../testing/environment';
import { minorUnits } from '../../core/money';
import { finance as operations } from '../../index';
import { firestore } from '../../platform/firestore';
import type { BankTransaction } from '../../schema/bank-transaction';
import { call, finance, refusal, signedIn } from '../../testing/calls';
import { countCalls } from '../../testing/count-calls';
import { changes, dump, inCollection } from '../../testing/documents';
import {
  aCustomer,
  aDraft,
  anIssuedInvoice,
  checkEverything,
  NOW,
  stopClock,
  storedInvoice,
  storedPayment,
} from '../../testing/world';
import type { StatementLine } from './rules/statement';
import { aStatementLine } from './testing/statement-factory';
import { writeCamt053 } from './testing/write-camt053';
import { writeCsv } from './testing/write-csv';

const db = firestore();
let references = 0;

beforeAll(() => {
  stopClock();
});
afterEach(checkEverything);

/** Lines of references that no other test has. */
const aNewLine = (override: Partial<StatementLine> = {}) => {
  references += 1;
  return aStatementLine({ bankReference: `FT-${references}`, remittance: 'Havale', ...override });
};
const importCamt = (lines: readonly StatementLine[]) =>
  call(operations.importBankStatement, { format: 'CAMT053', content: writeCamt053(lines) }, finance);
const match = (bankTransactionId: string, invoiceIds: readonly string[]) =>
  call(operations.matchBankTransaction, { bankTransactionId, invoiceIds }, finance);
const dismiss = (bankTransactionId: string) =>
  call(operations.dismissBankTransaction, { bankTransactionId, reason: 'Sermaye ödemesi' }, finance);

async function bankTransactions(): Promise<(BankTransaction & { id: string })[]> {
  return inCollection<BankTransaction>(await dump(db), 'bankTransactions/*');
}

async function storedAs({ bankReference }: StatementLine): Promise<BankTransaction & { id: string }> {
  const [found] = (await bankTransactions()).filter((one) => one.bankReference === bankReference);
  if (found === undefined) throw new Error(`No bank transaction of the reference ${bankReference ?? 'null'}`);
  return found;
}

/** A line that was imported. */
async function anImported(override: Partial<StatementLine> = {}): Promise<string> {
  const line = aNewLine(override);
  await importCamt([line]);
  return (await storedAs(line)).id;
}

describe('who may', () => {
  const calls = [
    ['import', operations.importBankStatement, { format: 'CSV', content: 'x' }],
    ['match', operations.matchBankTransaction, { bankTransactionId: 'x', invoiceIds: ['x'] }],
    ['dismiss', operations.dismissBankTransaction, { bankTransactionId: 'x', reason: 'r' }],
  ] as const;

  test.each(calls)('%s: nobody but staff', async (_name, callable, data) => {
    expect(await refusal(call<unknown>(callable, data, undefined))).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    const customer = refusal(call<unknown>(callable, data, signedIn('user-1')));
    expect(await customer).toMatchObject({ code: 'PERMISSION_DENIED' });
  });
});

describe('import', () => {
  test('a line as it is stored, with its proposal', async () => {
    const invoiceId = await anIssuedInvoice(await aCustomer());
    const { invoiceNumber } = await storedInvoice(invoiceId);
    const line = aNewLine({
      remittance: `Fatura ${invoiceNumber?.toLowerCase().replaceAll('-', ' ') ?? ''}`,
    });
    const before = await dump(db);
    expect(await importCamt([line])).toEqual({ imported: 1, known: 0, skipped: 0 });

    const stamps = { createdAt: NOW, updatedAt: NOW };
    const written = changes(before, await dump(db));
    const [auditPath = '', linePath = ''] = Object.keys(written);
    expect(written).toEqual({
      [linePath]: {
        account: line.account,
        bankReference: line.bankReference,
        bookedOn: new Date('2026-03-08T21:00:00Z'),
        amount: 12_000,
        currency: 'TRY',
        payer: 'AYŞE YILMAZ',
        remittance: line.remittance,
        status: 'OPEN',
        proposal: { invoiceIds: [invoiceId], basis: 'NUMBER_AND_AMOUNT' },
        paymentId: null,
        ...stamps,
      },
      [auditPath]: {
        actorId: 'finance-1',
        actorRole: 'finance',
        action: 'finance.importBankStatement',
        subject: 'bankTransactions',
        reason: null,
        ...stamps,
      },
    });
    expect(linePath).toMatch(/^bankTransactions\//);
  });

  test('proposals by amount alone: open invoices of this currency, and only where one fits', async () => {
    const userId = await aCustomer();
    const priced = (unitPrice: number, more: object = {}) => ({
      items: [{ description: 'Kurulum', quantity: 1, unitPrice: minorUnits(unitPrice), taxRate: 0 }],
      ...more,
    });
    const only = await anIssuedInvoice(userId, priced(77_001));
    await aDraft(userId, priced(77_001));
    await anIssuedInvoice(userId, priced(77_001, { currency: 'EUR' }));
    await anIssuedInvoice(userId, priced(77_002));
    await anIssuedInvoice(userId, priced(77_002));
    const lines = [77_001, 77_002, 77_003].map((amount) => aNewLine({ amount: minorUnits(amount) }));
    await importCamt(lines);
    const proposals = await Promise.all(lines.map(async (line) => (await storedAs(line)).proposal));
    expect(proposals).toEqual([{ invoiceIds: [only], basis: 'AMOUNT' }, null, null]);
  });

  test('the same file again, and one that overlaps it, bring what is new and leave the rest', async () => {
    const lines = [aNewLine(), aNewLine(), aNewLine({ bankReference: null, remittance: 'Kira, Ocak' })];
    await importCamt(lines);
    const [first] = lines;
    if (first) await dismiss((await storedAs(first)).id);
    const before = await dump(db);
    expect(await importCamt(lines)).toEqual({ imported: 0, known: 3, skipped: 0 });
    expect(changes(before, await dump(db))).toEqual({});
    const overlapping = [...lines.slice(1), aNewLine()];
    expect(await importCamt(overlapping)).toEqual({ imported: 1, known: 2, skipped: 0 });
  });

  test('the bank’s other format brings nothing twice', async () => {
    const lines = [aNewLine(), aNewLine()];
    await importCamt(lines);
    const content = writeCsv(lines.map((line) => ({ ...line, remittance: `GELEN EFT ${line.remittance}` })));
    const csv = { format: 'CSV', content, account: lines[0]?.account };
    expect(await call(operations.importBankStatement, csv, finance)).toEqual({
      imported: 0,
      known: 2,
      skipped: 0,
    });
  });

  test('two alike payments of one day are two', async () => {
    const alike = { bankReference: null, remittance: 'Aidat, Şubat' };
    expect(await importCamt([aNewLine(alike), aNewLine(alike)])).toMatchObject({ imported: 2 });
    const stored = (await bankTransactions()).filter(({ remittance }) => remittance === alike.remittance);
    expect(stored).toHaveLength(2);
  });

  test('one file by five at once: each line once, and everybody is answered', async () => {
    const lines = Array.from({ length: 30 }, () => aNewLine());
    const answers = await Promise.all(Array.from({ length: 5 }, () => importCamt(lines)));
    expect(answers.reduce((sum, { imported }) => sum + imported, 0)).toBe(30);
    expect(answers.every(({ imported, known }) => imported + known === 30)).toBe(true);
  });

  test('more lines than one commit takes; what an interrupted import left out, the next one brings', async () => {
    const lines = Array.from({ length: 1_100 }, () => aNewLine({ amount: minorUnits(1) }));
    const calls = await countCalls(db, async () => {
      await importCamt(lines.slice(0, 600));
    });
    const commits = calls.filter(({ method }) => method === 'commit').map(({ documents }) => documents);
    expect(commits).toEqual([500, 102]);
    expect(await importCamt(lines)).toEqual({ imported: 500, known: 600, skipped: 0 });
  });

  test('each amount is asked for once, and known lines ask for nothing', async () => {
    const lines = Array.from({ length: 40 }, () => aNewLine({ amount: minorUnits(88_001) }));
    const queries = async () =>
      (await countCalls(db, () => importCamt(lines))).filter(({ method }) => method === 'runQuery').length;
    expect(await queries()).toBe(1);
    expect(await queries()).toBe(0);
  });

  test.each([
    ['no statement', { format: 'CAMT053', content: 'Tarih;Tutar' }, 'STATEMENT_UNREADABLE'],
    ['no table', { format: 'CSV', content: writeCamt053([]) }, 'STATEMENT_UNREADABLE'],
    ['another format', { format: 'MT940', content: ':20:' }, 'INVALID_REQUEST'],
    ['a file that is too large', { format: 'CSV', content: 'x'.repeat(2_000_001) }, 'INVALID_REQUEST'],
  ])('refuses %s and keeps nothing', async (_edge, data, code) => {
    const before = await dump(db);
    expect(await refusal(call(operations.importBankStatement, data, finance))).toMatchObject({ code });
    expect(changes(before, await dump(db))).toEqual({});
  });
});

describe('match', () => {
  test('the money becomes a payment of the day it came, for the invoices in their order', async () => {
    const userId = await aCustomer();
    const invoiceIds = [await anIssuedInvoice(userId), await anIssuedInvoice(userId)];
    const id = await anImported({ amount: minorUnits(20_000) });
    const { paymentId, creditedToWallet } = await match(id, invoiceIds);
    expect(creditedToWallet).toBe(0);
    expect((await db.doc(`bankTransactions/${id}`).get()).data()).toMatchObject({
      status: 'MATCHED',
      paymentId,
    });
    expect(await storedPayment(paymentId)).toMatchObject({
      userId,
      gateway: 'bank',
      amount: 20_000,
      invoiceIds,
    });
    const stored = await Promise.all(invoiceIds.map(storedInvoice));
    expect(stored.map(({ status, amountPaid }) => [status, amountPaid])).toEqual([
      ['PAID', 12_000],
      ['PARTIAL', 8_000],
    ]);
    const entry = (await dump(db)).get(`journal/payment_${paymentId}`);
    expect(entry?.date).toEqual(new Date('2026-03-08T21:00:00Z'));
  });

  test('20 callers at once: one payment, the same answer to all, one record of the act', async () => {
    const invoiceId = await anIssuedInvoice(await aCustomer());
    const id = await anImported();
    const answers = await Promise.all(Array.from({ length: 20 }, () => match(id, [invoiceId])));
    expect(new Set(answers.map(({ paymentId }) => paymentId)).size).toBe(1);
    expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 12_000 });
    const audits = [...(await dump(db)).values()].filter(
      ({ subject }) => subject === `bankTransactions/${id}`,
    );
    expect(audits).toHaveLength(1);
  });

  test('20 callers with 20 invoices: one of them is paid', async () => {
    const userId = await aCustomer();
    const invoiceIds = await Promise.all(Array.from({ length: 20 }, () => anIssuedInvoice(userId)));
    const id = await anImported();
    const outcomes = await Promise.allSettled(invoiceIds.map((invoiceId) => match(id, [invoiceId])));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const stored = await Promise.all(invoiceIds.map(storedInvoice));
    expect(stored.filter(({ status }) => status === 'PAID')).toHaveLength(1);
  });

  test('matched and dismissed at once: one of the two', async () => {
    const invoiceId = await anIssuedInvoice(await aCustomer());
    const id = await anImported();
    const [matched, dismissed] = await Promise.allSettled([match(id, [invoiceId]), dismiss(id)]);
    expect([matched.status, dismissed.status].sort()).toEqual(['fulfilled', 'rejected']);
    const isPaid = (await storedInvoice(invoiceId)).status === 'PAID';
    expect(isPaid).toBe(matched.status === 'fulfilled');
  });

  test('money for an invoice that was paid meanwhile is in the wallet', async () => {
    const userId = await aCustomer();
    const invoiceId = await anIssuedInvoice(userId);
    await match(await anImported(), [invoiceId]);
    expect(await match(await anImported(), [invoiceId])).toMatchObject({ creditedToWallet: 12_000 });
    expect((await db.doc(`wallets/${userId}_TRY`).get()).get('balance')).toBe(12_000);
  });

  test.each<[string, (id: string) => Promise<[string, string]>, string]>([
    [
      'no such line',
      async () => ['unknown', await anIssuedInvoice(await aCustomer())],
      'BANK_TRANSACTION_NOT_FOUND',
    ],
    [
      'a line that was dismissed',
      async (id) => {
        await dismiss(id);
        return [id, await anIssuedInvoice(await aCustomer())];
      },
      'BANK_TRANSACTION_SETTLED',
    ],
    [
      'a line that was matched to another invoice',
      async (id) => {
        const userId = await aCustomer();
        await match(id, [await anIssuedInvoice(userId)]);
        return [id, await anIssuedInvoice(userId)];
      },
      'BANK_TRANSACTION_SETTLED',
    ],
    ['a draft', async (id) => [id, await aDraft(await aCustomer())], 'INVOICE_NOT_ISSUED'],
    [
      'an invoice in another currency',
      async (id) => [id, await anIssuedInvoice(await aCustomer(), { currency: 'EUR' })],
      'CURRENCY_MISMATCH',
    ],
  ])('refuses %s and changes nothing', async (_edge, prepare, code) => {
    const [id, invoiceId] = await prepare(await anImported());
    const before = await dump(db);
    expect(await refusal(match(id, [invoiceId]))).toMatchObject({ code });
    expect(changes(before, await dump(db))).toEqual({});
  });
});

describe('dismiss', () => {
  test('a line is set aside with the reason, once', async () => {
    const id = await anImported();
    await dismiss(id);
    const before = await dump(db);
    expect(await dismiss(id)).toEqual({ bankTransactionId: id });
    expect(changes(before, await dump(db))).toEqual({});
    expect(before.get(`bankTransactions/${id}`)).toMatchObject({ status: 'DISMISSED', paymentId: null });
    const audits = [...before.values()].filter(({ subject }) => subject === `bankTransactions/${id}`);
    expect(audits).toMatchObject([{ action: 'finance.dismissBankTransaction', reason: 'Sermaye ödemesi' }]);
  });

  test('what has become a payment stays one', async () => {
    const id = await anImported();
    await match(id, [await anIssuedInvoice(await aCustomer())]);
    expect(await refusal(dismiss(id))).toMatchObject({ code: 'BANK_TRANSACTION_SETTLED' });
  });
});
