import { projectId } from '../../functions/src/testing/environment';
import { randomUUID } from 'node:crypto';
import { minorUnits } from '../../functions/src/core/money';
import { gateways } from '../../functions/src/gateways/registry';
import { toMerchantOid } from '../../functions/src/gateways/paytr/merchant-oid';
import { toMetadata } from '../../functions/src/gateways/stripe/reference';
import { invoice, payment, wallet, webhooks } from '../../functions/src/index';
import { applyGatewayEvent } from '../../functions/src/payments/apply-gateway-event';
import { firestore } from '../../functions/src/platform/firestore';
import { paths } from '../../functions/src/schema/paths';
import type { GatewayName } from '../../functions/src/schema/payment';
import type { Wallet, WalletEntry } from '../../functions/src/schema/wallet';
import type { RawCallback } from '../../functions/src/testing/callbacks';
import { paytrCallback, send, stripeCallback } from '../../functions/src/testing/callbacks';
import { call, finance, refusal, signedIn } from '../../functions/src/testing/calls';
import { outsideCalls } from '../../functions/src/testing/fuzz/outside-calls';
import type { Attempt } from '../../functions/src/testing/fuzz/simulated-gateway';
import { simulatedGateways } from '../../functions/src/testing/fuzz/simulated-gateway';
import type { Served } from '../../functions/src/testing/http';
import { serve } from '../../functions/src/testing/http';
import { aFailureNotice, aSaleNotice } from '../../functions/src/testing/paytr-notice';
import { anEvent, aPaymentIntent } from '../../functions/src/testing/stripe-factories';
import {
  aCustomer,
  aDraft,
  anIssuedInvoice,
  checkEverything,
  storedInvoice,
  storedPayment,
} from '../../functions/src/testing/world';

/**
 * Twenty callers at once on the same documents, through the real functions and Firestore's own transactions. Whoever
 * loses too often is answered with an error and comes again, as browsers and gateways do.
 */
const CALLERS = 20;
const db = firestore();
const simulated = simulatedGateways(outsideCalls(), () => new Date());
let servers: Record<GatewayName, Served>;
let userId: string;

beforeAll(async () => {
  for (const name of ['stripe', 'paytr'] as const) {
    const gateway = { ...simulated[name], readEvent: realReader(name), savedMethods: guestsOnly };
    gateways[name] = () => Promise.resolve(gateway);
  }
  servers = { stripe: await serve(webhooks.stripe), paytr: await serve(webhooks.paytr) };
});
afterAll(() => Promise.all(Object.values(servers).map((server) => server.close())));
beforeEach(async () => {
  userId = await aCustomer();
});
afterEach(checkEverything);

/** Nobody's card is kept, so that no checkout has to introduce its customer first. */
const guestsOnly = () => null;

/** Callbacks are signed and read as in life; only the calls to the gateways are simulated. */
function realReader(name: GatewayName): typeof simulated.stripe.readEvent {
  return async (callback) => {
    const { readEvent } =
      name === 'stripe'
        ? await import('../../functions/src/gateways/stripe/read-event')
        : await import('../../functions/src/gateways/paytr/read-event');
    return readEvent(callback);
  };
}

/** Twenty callers in turn from each of some kinds, all at once. */
function atOnce<T>(...kinds: readonly (() => Promise<T>)[]): Promise<T[]> {
  return Promise.all(
    Array.from({ length: CALLERS }, async (_, index) => {
      const caller = kinds[index % kinds.length];
      if (caller === undefined) throw new Error('nobody calls');
      return caller();
    }),
  );
}

/** `done`, or the code of a refusal. */
type Answer = string;

/** A callable's answer. It is called again after an internal error. */
async function asked(ask: () => Promise<unknown>): Promise<Answer> {
  for (;;) {
    const code = await refusal(ask()).then(
      (refused) => refused.code,
      () => 'done',
    );
    if (code !== 'INTERNAL') return code;
  }
}

/** A gateway's callback, sent again until it is taken. */
async function told(gateway: GatewayName, callback: RawCallback): Promise<Answer> {
  for (;;) {
    const { status } = await send(servers[gateway].url, callback);
    if (status === 200) return 'done';
    if (status < 500) throw new Error(`the callback was refused: ${status}`);
  }
}

const checkout = (request: object) => call(payment.checkout, request, signedIn(userId));
const newAttempt = (invoiceIds: string[], wish: object = {}) =>
  checkout({ attemptId: randomUUID(), invoiceIds, ...wish });

function attemptOf(paymentId: string): Attempt {
  const attempt = simulated.attempts.find((one) => one.paymentId === paymentId);
  if (attempt === undefined) throw new Error(`no gateway knows ${paymentId}`);
  return attempt;
}

/** The customer pays, and every event of it arrives. */
async function paid(paymentId: string): Promise<void> {
  simulated.pay(attemptOf(paymentId));
  for (const event of simulated.takeEvents()) await applyGatewayEvent(db, event, new Date());
}

async function filled(amount: number): Promise<void> {
  const request = { attemptId: randomUUID(), currency: 'TRY', amount, gateway: 'stripe' };
  await paid((await call(wallet.topUp, request, signedIn(userId))).paymentId);
}

/** The gateway's news of a success, as its callback says it. */
function success(attempt: Attempt): RawCallback {
  const { gateway, paymentId, invoiceIds, amount, currency } = attempt;
  const reference = { paymentId, userId, invoiceIds: [...invoiceIds], currency };
  if (gateway === 'paytr') {
    const [total_amount, payment_amount] = [String(amount), String(amount)];
    const fields = { merchant_oid: toMerchantOid(reference), total_amount, payment_amount };
    return paytrCallback(aSaleNotice(fields));
  }
  const intent = aPaymentIntent({
    amount_received: amount,
    currency: currency.toLowerCase(),
    metadata: toMetadata(projectId, reference),
  });
  return stripeCallback(anEvent('payment_intent.succeeded', intent, { id: `evt_${paymentId}` }));
}

async function walletNow(): Promise<{ balance: number; entries: WalletEntry[] }> {
  const path = paths.wallet(userId, 'TRY');
  const stored = (await db.doc(path).get()).data() as Wallet | undefined;
  const { docs } = await db.doc(path).collection('entries').get();
  return { balance: stored?.balance ?? 0, entries: docs.map((entry) => entry.data() as WalletEntry) };
}

const lowest = ({ entries }: { entries: WalletEntry[] }) =>
  Math.min(...entries.map(({ balanceAfter }) => balanceAfter));

test.each(['stripe', 'paytr'] as const)(
  'the same callback twenty times (%s): one payment',
  async (gateway) => {
    const invoiceId = await anIssuedInvoice(userId);
    const { paymentId } = await newAttempt([invoiceId], { gateway });
    const callback = success(attemptOf(paymentId));
    await atOnce(() => told(gateway, callback));
    expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 12_000 });
    expect(await walletNow()).toEqual({ balance: 0, entries: [] });
  },
);

test('two payments of one invoice, by both gateways: one pays it, the other’s money is in the wallet', async () => {
  const invoiceId = await anIssuedInvoice(userId);
  const one = await newAttempt([invoiceId], { gateway: 'stripe' });
  const other = await newAttempt([invoiceId], { gateway: 'paytr' });
  const [stripe, paytr] = [success(attemptOf(one.paymentId)), success(attemptOf(other.paymentId))];
  await atOnce(
    () => told('stripe', stripe),
    () => told('paytr', paytr),
  );
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 12_000, amountDue: 0 });
  expect((await walletNow()).balance).toBe(12_000);
});

test('the same attempt twenty times: one payment, one page, one hold', async () => {
  await filled(5_000);
  const invoiceId = await anIssuedInvoice(userId);
  const request = { attemptId: randomUUID(), invoiceIds: [invoiceId], useWallet: true };
  const before = simulated.attempts.length;
  expect(new Set(await atOnce(() => asked(() => checkout(request))))).toEqual(new Set(['done']));
  expect(simulated.attempts).toHaveLength(before + 1);
  expect(await walletNow()).toMatchObject({ balance: 0 });
  expect((await walletNow()).entries.map(({ amount }) => amount).sort((a, b) => a - b)).toEqual([
    -5_000, 5_000,
  ]);
});

test('twenty checkouts spend one wallet: never more than is there, and all of it', async () => {
  await filled(10_000);
  const items = [{ description: 'Alan adı', quantity: 1, unitPrice: minorUnits(1_000) }];
  const invoiceIds = await Promise.all(
    Array.from({ length: CALLERS }, () => anIssuedInvoice(userId, { items })),
  );
  let next = 0;
  await atOnce(async () => {
    const invoiceId = invoiceIds[next++] ?? '';
    const request = { attemptId: randomUUID(), invoiceIds: [invoiceId], useWallet: true };
    return asked(() => checkout(request));
  });
  const invoices = await Promise.all(invoiceIds.map(storedInvoice));
  const after = await walletNow();
  // Eight are paid whole, of the ninth 4,00 are held, and eleven go to the gateway.
  expect(invoices.filter(({ status }) => status === 'PAID')).toHaveLength(8);
  expect({ balance: after.balance, lowest: lowest(after) }).toEqual({ balance: 0, lowest: 0 });
  expect(after.entries.filter(({ kind }) => kind === 'SPEND')).toHaveLength(9);
});

test('wallet and card on two invoices at once: the wallet is held once', async () => {
  await filled(5_000);
  const [one, other] = [await anIssuedInvoice(userId), await anIssuedInvoice(userId)];
  const answers: { paymentId: string }[] = [];
  const attempt = (invoiceId: string) => async () => {
    const request = { attemptId: randomUUID(), invoiceIds: [invoiceId], useWallet: true };
    return asked(async () => answers.push(await checkout(request)));
  };
  await atOnce(attempt(one), attempt(other));
  const payments = await Promise.all(answers.map(({ paymentId }) => storedPayment(paymentId)));
  expect(payments).toHaveLength(CALLERS);
  expect(payments.reduce((sum, { walletPart }) => sum + (walletPart?.amount ?? 0), 0)).toBe(5_000);
  expect(payments.reduce((sum, { amount }) => sum + amount, 0)).toBe(CALLERS * 12_000 - 5_000);
  expect(await walletNow()).toMatchObject({ balance: 0 });
});

test('giving the wallet’s part back against spending it: one of the two, once', async () => {
  await filled(5_000);
  const invoiceId = await anIssuedInvoice(userId);
  const { paymentId } = await newAttempt([invoiceId], { gateway: 'paytr', useWallet: true });
  const attempt = attemptOf(paymentId);
  const merchant_oid = toMerchantOid({ paymentId, userId, invoiceIds: [invoiceId], currency: 'TRY' });
  const [paidNews, declined] = [success(attempt), paytrCallback(aFailureNotice({ merchant_oid }))];
  await atOnce(
    () => told('paytr', declined),
    () => told('paytr', paidNews),
  );
  const { status, walletPart } = await storedPayment(paymentId);
  const { amountPaid } = await storedInvoice(invoiceId);
  const { balance } = await walletNow();
  expect(status).toBe('SUCCEEDED');
  expect([walletPart?.status, amountPaid, balance]).toEqual(
    walletPart?.status === 'CAPTURED' ? ['CAPTURED', 12_000, 0] : ['RELEASED', 7_000, 5_000],
  );
});

test('a refund against the money’s arrival: nothing goes back before it came, and no more than came', async () => {
  const invoiceId = await anIssuedInvoice(userId);
  const { paymentId } = await newAttempt([invoiceId], { gateway: 'stripe' });
  const attempt = attemptOf(paymentId);
  simulated.pay(attempt);
  const callback = success(attempt);
  const refund = () => {
    const request = { requestId: randomUUID(), paymentId, destination: 'GATEWAY', reason: 'Vazgeçti' };
    return asked(() => call(payment.refund, request, finance));
  };
  const answers = await atOnce(() => told('stripe', callback), refund);
  const { gatewayRefundedAmount, pendingRefund } = await storedPayment(paymentId);
  expect({ gatewayRefundedAmount, pendingRefund }).toEqual({
    gatewayRefundedAmount: attempt.refunded,
    pendingRefund: null,
  });
  expect(attempt.refunded).toBe(
    12_000 * answers.slice().filter((answer, at) => at % 2 === 1 && answer === 'done').length,
  );
  expect(attempt.refunded).toBeLessThanOrEqual(12_000);
});

test('refunds of finance against refunds in the panel: all that went back is booked, once', async () => {
  const invoiceId = await anIssuedInvoice(userId);
  const { paymentId } = await newAttempt([invoiceId], { gateway: 'stripe' });
  await paid(paymentId);
  const attempt = attemptOf(paymentId);
  const refund = () => {
    const request = {
      requestId: randomUUID(),
      paymentId,
      amount: 1_000,
      destination: 'GATEWAY',
      reason: 'İade',
    };
    return asked(() => call(payment.refund, request, finance));
  };
  const panel = async (): Promise<Answer> => {
    simulated.refundInPanel(attempt, minorUnits(700));
    const events = simulated.takeEvents();
    await Promise.all(events.map((event) => applied(() => applyGatewayEvent(db, event, new Date()))));
    return 'done';
  };
  await atOnce(refund, panel);
  for (const event of simulated.takeEvents()) await applyGatewayEvent(db, event, new Date());
  const { gatewayRefundedAmount, refundedAmount, pendingRefund } = await storedPayment(paymentId);
  expect({ gatewayRefundedAmount, refundedAmount, pendingRefund }).toEqual({
    gatewayRefundedAmount: attempt.refunded,
    refundedAmount: attempt.refunded,
    pendingRefund: null,
  });
  expect([...attempt.orders.values()].every(({ times }) => times === 1)).toBe(true);
});

/** As a gateway does: again, when the database was too busy. */
async function applied(apply: () => Promise<unknown>): Promise<void> {
  for (let isTaken = false; !isTaken;) {
    isTaken = await apply().then(
      () => true,
      () => false,
    );
  }
}

test('issuing against cancelling a draft: cancelled in the end, with one number or none', async () => {
  const invoiceId = await aDraft(userId);
  const answers = await atOnce(
    () => asked(() => call(invoice.issue, { invoiceId }, finance)),
    () => asked(() => call(invoice.cancel, { invoiceId, reason: 'Yanlış kesildi' }, finance)),
  );
  expect(new Set(answers)).toEqual(new Set(['done', 'INVOICE_CANCELLED']));
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'CANCELLED', amountDue: 0, amountPaid: 0 });
});

test('twenty drafts issued at once: twenty numbers without a gap', async () => {
  const drafts = await Promise.all(Array.from({ length: CALLERS }, () => aDraft(userId)));
  let next = 0;
  await atOnce(() => {
    const invoiceId = drafts[next++];
    return asked(() => call(invoice.issue, { invoiceId }, finance));
  });
  const numbers = await Promise.all(drafts.map(async (id) => (await storedInvoice(id)).invoiceNumber));
  expect(new Set(numbers).size).toBe(CALLERS);
});
