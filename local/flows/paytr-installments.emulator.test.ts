import '../../functions/src/testing/environment';
import { payment } from '../../functions/src/index';
import { firestore } from '../../functions/src/platform/firestore';
import { paths } from '../../functions/src/schema/paths';
import { installmentsAnswer } from '../../functions/src/schema/installments';
import { call, finance, refusal, signedIn } from '../../functions/src/testing/calls';
import { countCalls } from '../../functions/src/testing/count-calls';
import { aCustomer, aDraft, anIssuedInvoice, checkEverything, seed } from '../../functions/src/testing/world';
import { pay } from '../paytr/customer';
import { testCards } from '../paytr/test-cards';
import { wirePaytr } from './gateways';
import type { Wired } from './gateways';
import type { Paytr } from '../paytr/server';
import { whileDown } from './paytr-adapter';
import { checkoutOf } from './paytr-customer';
import { storedPayment } from '../../functions/src/testing/world';

const db = firestore();
const cache = db.doc(paths.installmentRates('paytr'));
let paytr: Wired<Paytr>;
let userId: string;
let invoiceId: string;

beforeAll(async () => {
  paytr = await wirePaytr();
});
afterAll(() => paytr.close());
beforeEach(async () => {
  userId = await aCustomer();
  invoiceId = await anIssuedInvoice(userId);
});
afterEach(async () => {
  await checkEverything();
  await cache.delete();
});

const ask = (question: object = {}, caller = signedIn(userId)) =>
  call(payment.installments, { invoiceIds: [invoiceId], ...question }, caller);

const binOf = ({ number }: { number: string }) => number.slice(0, 8);
const single = (amount: number) => ({
  count: 1,
  total: amount,
  surcharge: 0,
  monthly: amount,
  last: amount,
});

test('a card of world: its plans, to the kuruş', async () => {
  const answer = await ask({ bin: binOf(testCards.mastercard) });
  expect(installmentsAnswer.parse(answer)).toEqual(answer);
  expect(answer).toMatchObject({
    currency: 'TRY',
    amount: 12_000,
    card: { programme: 'world', bank: 'Yapı Kredi', isCredit: true },
    programmes: [{ programme: 'world' }],
  });
  const plans = answer.programmes[0]?.plans ?? [];
  expect(plans.map(({ count }) => count)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(plans.slice(0, 3)).toEqual([
    single(12_000),
    { count: 2, total: 12_470, surcharge: 470, monthly: 6_235, last: 6_235 },
    { count: 3, total: 12_652, surcharge: 652, monthly: 4_217, last: 4_218 },
  ]);
});

test('what is answered is what is charged', async () => {
  const { programmes } = await ask({ bin: binOf(testCards.mastercard) });
  const plan = programmes[0]?.plans.find(({ count }) => count === 3);
  const { paymentId, url } = await checkoutOf(userId, [invoiceId]);
  await pay(url, { card: testCards.mastercard, instalments: 3 });
  await paytr.settled();
  expect((await storedPayment(paymentId)).surcharge).toBe(plan?.surcharge);
});

test('no card yet: every programme', async () => {
  const { card, programmes } = await ask();
  expect(card).toBeNull();
  expect(programmes.map(({ programme }) => programme)).toEqual(['axess', 'bonus', 'world']);
});

test.each([
  ['debit', testCards.debit, { programme: null, bank: 'Ziraat Bankası', isCredit: false }],
  ['foreign', testCards.foreign, null],
])('a %s card pays at once', async (_kind, card, known) => {
  expect(await ask({ bin: binOf(card) })).toMatchObject({
    card: known,
    amount: 12_000,
    programmes: [],
  });
});

test('the amount is the one of the checkout: a part of what is due, less the wallet’s', async () => {
  const at = new Date();
  const wallet = { userId, currency: 'TRY', balance: 2_500, createdAt: at, updatedAt: at };
  await seed(db, { [paths.wallet(userId, 'TRY')]: wallet });
  try {
    expect(await ask({ amount: 9_000 })).toMatchObject({ amount: 9_000 });
    expect(await ask({ amount: 9_000, useWallet: true })).toMatchObject({ amount: 6_500 });
    expect(await ask({ amount: 2_500, useWallet: true })).toMatchObject({ amount: 0, programmes: [] });
    expect(await refusal(ask({ amount: 12_001 }))).toMatchObject({ code: 'AMOUNT_EXCEEDS_DUE' });
  } finally {
    // A balance out of nowhere would not pass the books.
    await db.doc(paths.wallet(userId, 'TRY')).delete();
  }
});

test('in euro there are no installments, and PayTR is not asked', async () => {
  const customer = await aCustomer({ country: 'DE', currency: 'EUR' });
  invoiceId = await anIssuedInvoice(customer);
  const answer = await whileDown(() => ask({ bin: binOf(testCards.visa) }, signedIn(customer)));
  expect(answer).toMatchObject({
    currency: 'EUR',
    card: null,
    amount: 12_000,
    programmes: [],
  });
});

describe('who may not ask', () => {
  test.each([
    ['a stranger', () => ask({}, signedIn('stranger'))],
    ['somebody else with a profile', async () => ask({}, signedIn(await aCustomer()))],
    ['finance, who pays nothing', () => ask({}, finance)],
  ])('%s', async (_who, asked) => {
    expect((await refusal(asked())).code).toMatch(/^(USER|INVOICE)_NOT_FOUND$/);
  });

  test('nobody asks about a draft', async () => {
    invoiceId = await aDraft(userId);
    expect((await refusal(ask())).code).toMatch(/^INVOICE_NOT_/);
  });

  test.each(['43550', '4355084', '435508 4', 'abcdef'])('digits that are none: %s', async (bin) => {
    expect(await refusal(ask({ bin }))).toMatchObject({ code: 'INVALID_REQUEST' });
  });
});

describe('the rates', () => {
  const DAY_MS = 24 * 60 * 60_000;
  const storedAgo = (ms: number, rate: number) => {
    const at = new Date(Date.now() - ms);
    return cache.set({ rates: { world: { 2: rate } }, fetchedAt: at, createdAt: at, updatedAt: at });
  };
  const rateOfTwo = async () => {
    const { programmes } = await ask();
    const world = programmes.find(({ programme }) => programme === 'world');
    return world?.plans.find(({ count }) => count === 2)?.surcharge;
  };

  test('are stored for a day: the second question costs one read round trip and no commit of writes', async () => {
    await ask();
    expect((await cache.get()).data()).toMatchObject({ rates: { world: { 2: 3.92 } } });
    const calls = await countCalls(db, async () => {
      await whileDown(() => ask());
    });
    expect(calls.map(({ method }) => method).filter((method) => method === 'batchGetDocuments')).toHaveLength(
      1,
    );
  });

  test('of yesterday are asked for anew', async () => {
    await storedAgo(DAY_MS, 50);
    expect(await rateOfTwo()).toBe(470);
    expect((await cache.get()).get('rates')).toMatchObject({ world: { 2: 3.92 } });
  });

  test('of yesterday serve on while PayTR is down', async () => {
    await storedAgo(DAY_MS, 50);
    expect(await whileDown(rateOfTwo)).toBe(6_000);
  });

  test('that nobody has cannot be told', async () => {
    expect(await refusal(whileDown(() => ask()))).toMatchObject({ code: 'GATEWAY_UNAVAILABLE' });
  });

  test('asked for by many at once are stored once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask()));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });
});

test.each([
  ['grossUp', 490],
  ['absorb', 0],
])('INSTALLMENT_MODE %s', async (mode, surcharge) => {
  process.env.INSTALLMENT_MODE = mode;
  try {
    const { programmes } = await ask({ bin: binOf(testCards.mastercard) });
    expect(programmes[0]?.plans[1]).toMatchObject({ count: 2, surcharge });
  } finally {
    process.env.INSTALLMENT_MODE = 'addOn';
  }
});
