import { projectId, testKeys } from '../testing/environment';
import { webhooks } from '../index';
import { firestore } from '../platform/firestore';
import { STRANGER_LIMIT } from '../platform/rate-limit';
import type { GatewayName } from '../schema/payment';
import type { RawCallback } from '../testing/callbacks';
import { paytrCallback, send, stripeCallback } from '../testing/callbacks';
import { capturedLogs } from '../testing/captured-logs';
import { changes, dump } from '../testing/documents';
import type { Served } from '../testing/http';
import { serve } from '../testing/http';
import { aFailureNotice, aSaleNotice } from '../testing/paytr-notice';
import { aDeclinedPaymentIntent, anEvent, aPaymentIntent } from '../testing/stripe-factories';
import { aCustomer, anIssuedInvoice, aPendingPayment, checkEverything, stopClock } from '../testing/world';
import { toMerchantOid } from './paytr/merchant-oid';

const db = firestore();
let servers: Record<GatewayName, Served>;

beforeAll(async () => {
  servers = { stripe: await serve(webhooks.stripe), paytr: await serve(webhooks.paytr) };
});
afterAll(() => Promise.all(Object.values(servers).map((server) => server.close())));
afterEach(checkEverything);

interface Scene {
  readonly userId: string;
  readonly invoiceId: string;
  readonly paymentId: string;
  /** The gateway's news of the money, as it should be or with something changed. */
  readonly success: (change?: {
    amount?: number;
    currency?: string;
    isLive?: boolean;
    paymentId?: string;
  }) => RawCallback & { body: string };
  readonly failure: () => RawCallback & { body: string };
}

async function stripeScene(): Promise<Scene> {
  const userId = await aCustomer();
  const invoiceId = await anIssuedInvoice(userId);
  const paymentId = await aPendingPayment(userId, invoiceId, { gateway: 'stripe' });
  const reference = { project: projectId, userId, invoiceIds: invoiceId, currency: 'TRY' };
  const eventId = `evt_${paymentId}`;
  return {
    userId,
    invoiceId,
    paymentId,
    success: ({ amount = 12_000, currency = 'try', isLive = false, paymentId: id = paymentId } = {}) => {
      const metadata = { ...reference, paymentId: id };
      const intent = aPaymentIntent({ amount_received: amount, currency, metadata, livemode: isLive });
      return stripeCallback(anEvent('payment_intent.succeeded', intent, { id: eventId, livemode: isLive }));
    },
    failure: () => {
      const intent = aDeclinedPaymentIntent({}, { metadata: { ...reference, paymentId } });
      return stripeCallback(anEvent('payment_intent.payment_failed', intent, { id: `${eventId}_declined` }));
    },
  };
}

async function paytrScene(): Promise<Scene> {
  const userId = await aCustomer();
  const invoiceId = await anIssuedInvoice(userId);
  const paymentId = await aPendingPayment(userId, invoiceId, { gateway: 'paytr' });
  const oidOf = (id: string) =>
    toMerchantOid({ paymentId: id, userId, invoiceIds: [invoiceId], currency: 'TRY' });
  return {
    userId,
    invoiceId,
    paymentId,
    success: ({ amount = 12_000, currency = 'TL', isLive = false, paymentId: id = paymentId } = {}) =>
      paytrCallback(
        aSaleNotice({
          merchant_oid: oidOf(id),
          total_amount: String(amount),
          payment_amount: String(amount),
          currency: currency.toUpperCase(),
          test_mode: isLive ? '0' : '1',
        }),
      ),
    failure: () => paytrCallback(aFailureNotice({ merchant_oid: oidOf(paymentId) })),
  };
}

const GATEWAYS = [
  ['stripe', stripeScene, { status: 200, body: 'received' }],
  ['paytr', paytrScene, { status: 200, body: 'OK' }],
] as const;

describe.each(GATEWAYS)('%s', (gateway, aScene, acknowledged) => {
  const deliver = (callback: RawCallback) => send(servers[gateway].url, callback);

  /** What delivering a callback changed in the whole project. */
  async function changesOf(callback: RawCallback) {
    const before = await dump(db);
    const answer = await deliver(callback);
    return { answer, changed: changes(before, await dump(db)) };
  }

  test('the same callback five times at once and once more: one payment, one entry, one announcement', async () => {
    const { invoiceId, paymentId, success } = await aScene();
    const before = await dump(db);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => deliver(success())));
    answers.push(await deliver(success()));
    expect(answers).toEqual(Array(6).fill(acknowledged));
    const written = changes(before, await dump(db));
    expect(Object.keys(written).map((path) => path.split('/')[0])).toEqual([
      'events',
      'gatewayEvents',
      'invoices',
      'journal',
      'payments',
    ]);
    expect(written[`invoices/${invoiceId}`]).toMatchObject({ status: 'PAID', amountPaid: 12_000 });
    expect(written[`payments/${paymentId}`]).toMatchObject({ status: 'SUCCEEDED' });
    expect(Object.values(written)).toContainEqual(
      expect.objectContaining({ outcome: 'APPLIED', result: 'PAYMENT_SUCCEEDED' }),
    );
  });

  test('success and failure at once, five times each: paid once, every one acknowledged', async () => {
    const { invoiceId, paymentId, success, failure } = await aScene();
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].flatMap(() => [deliver(success()), deliver(failure())]),
    );
    expect(answers).toEqual(Array(10).fill(acknowledged));
    const after = await dump(db);
    expect(after.get(`invoices/${invoiceId}`)).toMatchObject({ status: 'PAID', amountPaid: 12_000 });
    expect(after.get(`payments/${paymentId}`)).toMatchObject({ status: 'SUCCEEDED', failureReason: null });
  });

  test('a failure after the success changes nothing but its own record', async () => {
    const { success, failure } = await aScene();
    await deliver(success());
    const { answer, changed } = await changesOf(failure());
    expect(answer).toEqual(acknowledged);
    expect(Object.values(changed)).toEqual([
      expect.objectContaining({ outcome: 'IGNORED', result: 'ALREADY_SUCCEEDED' }),
    ]);
  });

  describe('what does not fit is recorded as FAILED, changes nothing, and is asked for again', () => {
    test.each([
      ['too little', { amount: 11_999 }, 'AMOUNT_MISMATCH'],
      ['too much', { amount: 12_001 }, 'AMOUNT_MISMATCH'],
      ['another currency', { currency: 'eur' }, 'AMOUNT_MISMATCH'],
      ['live money for a test payment', { isLive: true }, 'TEST_MODE_MISMATCH'],
    ] as const)('%s; the right one then applies', async (_edge, change, error) => {
      const { invoiceId, paymentId, success } = await aScene();
      const wrong = success(change);
      // A repeat of what failed fails again.
      for (const callback of [wrong, wrong]) {
        const { answer, changed } = await changesOf(callback);
        expect(answer.status).toBe(500);
        expect(JSON.parse(answer.body)).toMatchObject({ error: { code: error } });
        expect(Object.values(changed)).toEqual([
          expect.objectContaining({ outcome: 'FAILED', result: 'FAILED', error, paymentId }),
        ]);
      }

      const { answer, changed } = await changesOf(success());
      expect(answer).toEqual(acknowledged);
      expect(changed[`invoices/${invoiceId}`]).toMatchObject({ status: 'PAID' });
      // The failed record has become the applied one: the event has the same id.
      const records = Object.entries(changed).filter(([path]) => path.startsWith('gatewayEvents/'));
      expect(records.map(([, data]) => data)).toEqual([
        expect.objectContaining({ outcome: 'APPLIED', result: 'PAYMENT_SUCCEEDED', error: null }),
      ]);
    });

    test('money for a payment that we do not know, until it is known', async () => {
      const { paymentId, success, invoiceId } = await aScene();
      const payment = db.doc(`payments/${paymentId}`);
      const data = (await payment.get()).data() ?? {};
      await payment.delete();
      const { answer, changed } = await changesOf(success());
      expect(answer.status).toBe(500);
      expect(Object.values(changed)).toEqual([
        expect.objectContaining({ outcome: 'FAILED', error: 'PAYMENT_NOT_FOUND', paymentId }),
      ]);
      await payment.set(data);
      expect(await deliver(success())).toEqual(acknowledged);
      expect((await db.doc(`invoices/${invoiceId}`).get()).data()).toMatchObject({ status: 'PAID' });
    });
  });

  describe('what cannot be verified changes nothing', () => {
    let scene: Scene;
    beforeAll(async () => {
      scene = await aScene();
    });

    test.each<[string, (callback: RawCallback & { body: string }) => RawCallback, number, string | null]>([
      ['GET', ({ headers = {} }) => ({ method: 'GET', headers }), 405, null],
      ['PUT', (callback) => ({ ...callback, method: 'PUT' }), 405, null],
      ['no body', ({ headers = {} }) => ({ headers }), 400, 'BAD_SIGNATURE'],
      [
        'a byte changed after signing',
        (callback) => ({ ...callback, body: callback.body.replaceAll('12000', '12001') }),
        400,
        'BAD_SIGNATURE',
      ],
      [
        'too large',
        (callback) => ({ ...callback, body: callback.body + ' '.repeat(256 * 1024) }),
        413,
        'BODY_TOO_LARGE',
      ],
    ])('%s', async (_edge, spoil, status, code) => {
      const { answer, changed } = await changesOf(spoil(scene.success()));
      expect(answer.status).toBe(status);
      if (code !== null) expect(JSON.parse(answer.body)).toMatchObject({ error: { code } });
      expect(changed).toEqual({});
    });

    test.each(
      gateway === 'stripe'
        ? ['STRIPE_WEBHOOK_SECRET' as const]
        : (['PAYTR_MERCHANT_KEY', 'PAYTR_MERCHANT_SALT'] as const),
    )('an empty %s refuses to work, and asks for a repeat', async (name) => {
      const callback = scene.success();
      process.env[name] = '';
      try {
        const { answer, changed } = await changesOf(callback);
        expect(answer.status).toBe(503);
        expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'GATEWAY_NOT_CONFIGURED' } });
        expect(changed).toEqual({});
      } finally {
        process.env[name] = testKeys[name];
      }
    });
  });
});

describe.each([
  ['stripe', stripeScene],
  ['paytr', paytrScene],
] as const)('a flood of unsigned callbacks: %s', (gateway, aScene) => {
  // With the clock stopped nothing is refilled meanwhile, however slow the machine.
  beforeAll(() => {
    stopClock(new Date());
  });
  afterAll(() => {
    jest.restoreAllMocks();
  });

  test('is refused and told of once, while signed ones from the same address pass', async () => {
    const { success, invoiceId } = await aScene();
    const from = { 'x-forwarded-for': '198.51.100.9, 203.0.113.99' };
    const deliver = ({ headers = {}, ...callback }: RawCallback) =>
      send(servers[gateway].url, { ...callback, headers: { ...headers, ...from } });
    const before = capturedLogs.length;
    const statuses: number[] = [];
    for (let count = 0; count < STRANGER_LIMIT.burst + 10; count += 1) {
      // Another address in front of the one that Google's front end appends does not help.
      const spoofed = { 'x-forwarded-for': `198.51.100.${count}, 203.0.113.99` };
      statuses.push((await send(servers[gateway].url, { body: '{}', headers: spoofed })).status);
    }
    expect(statuses.slice(0, STRANGER_LIMIT.burst)).toEqual(Array(STRANGER_LIMIT.burst).fill(400));
    expect(statuses.at(-1)).toBe(429);
    const lines = capturedLogs.slice(before).map(({ message }) => message);
    expect(lines.filter((message) => message === 'requests limited')).toHaveLength(1);
    expect((await deliver(success())).status).toBe(200);
    expect((await db.doc(`invoices/${invoiceId}`).get()).get('status')).toBe('PAID');
  });
});

describe('signatures of Stripe', () => {
  const deliver = (callback: RawCallback) => send(servers.stripe.url, callback);
  const json = { 'content-type': 'application/json' };

  test.each<[string, (body: string) => RawCallback, string]>([
    ['none', (body) => ({ body, headers: json }), 'BAD_SIGNATURE'],
    ['with another secret', (body) => stripeCallback(body, { secret: 'whsec_other' }), 'BAD_SIGNATURE'],
    [
      'six minutes old',
      (body) => stripeCallback(body, { at: new Date(Date.now() - 360_000) }),
      'STALE_SIGNATURE',
    ],
  ])('%s', async (_edge, callbackOf, code) => {
    const { success } = await stripeScene();
    const before = await dump(db);
    const answer = await deliver(callbackOf(success().body));
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code } });
    expect(changes(before, await dump(db))).toEqual({});
  });

  test.each([
    ['broken JSON', '{"id":'],
    ['an empty object', '{}'],
    ['a list', '[]'],
  ])('right, but the body is %s', async (_edge, body) => {
    const before = await dump(db);
    expect((await deliver(stripeCallback(body))).status).toBe(400);
    expect(changes(before, await dump(db))).toEqual({});
  });

  test('right, but the body is no JSON and says so', async () => {
    const { headers, body } = stripeCallback('hello');
    const answer = await deliver({ body, headers: { ...headers, 'content-type': 'text/plain' } });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'MALFORMED_BODY' } });
  });

  test('right, but the object is not what its type says: a 5xx, so that it is sent again', async () => {
    const metadata = { project: projectId, paymentId: 'payment-1' };
    const before = await dump(db);
    const answer = await deliver(stripeCallback(anEvent('payment_intent.succeeded', { metadata })));
    expect(answer.status).toBe(500);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'INTERNAL' } });
    expect(changes(before, await dump(db))).toEqual({});
  });
});

describe('signatures of PayTR', () => {
  const deliver = (callback: RawCallback) => send(servers.paytr.url, callback);
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const unsigned = new URLSearchParams(aSaleNotice()).toString();

  test.each<[string, RawCallback, string]>([
    ['none', { body: unsigned, headers: form }, 'BAD_SIGNATURE'],
    ['of somebody else', { body: `${unsigned}&hash=AAAA`, headers: form }, 'BAD_SIGNATURE'],
    [
      'right, but the total is no number',
      paytrCallback(aSaleNotice({ total_amount: '120.00' })),
      'MALFORMED_BODY',
    ],
    ['right, but the status is unknown', paytrCallback(aSaleNotice({ status: 'waiting' })), 'MALFORMED_BODY'],
    [
      'JSON',
      { body: JSON.stringify(aSaleNotice()), headers: { 'content-type': 'application/json' } },
      'BAD_SIGNATURE',
    ],
  ])('%s', async (_edge, callback, code) => {
    const before = await dump(db);
    const answer = await deliver(callback);
    expect(answer.status).toBe(400);
    expect(answer.body).not.toContain('OK');
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code } });
    expect(changes(before, await dump(db))).toEqual({});
  });
});

test('logs carry ids and codes, nothing personal and no payload', async () => {
  capturedLogs.length = 0;
  const { success } = await paytrScene();
  await send(servers.paytr.url, success());
  await send(servers.paytr.url, success({ amount: 1 }));
  const { success: stripeSuccess } = await stripeScene();
  await send(servers.stripe.url, stripeSuccess({ amount: 1 }));
  const text = JSON.stringify(capturedLogs);
  expect(capturedLogs.map(({ level }) => level)).toEqual(expect.arrayContaining(['info', 'error']));
  expect(text).not.toMatch(/@customer|Ayşe|12000|metadata|total_amount|pi_3Q/);
});
