import { testKeys } from '../../functions/src/testing/environment';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { minorUnits } from '../../functions/src/core/money';
import { aStatementLine } from '../../functions/src/finance/bank/testing/statement-factory';
import { writeCamt053 } from '../../functions/src/finance/bank/testing/write-camt053';
import { finance as operations, invoice, payment, tasks, wallet, webhooks } from '../../functions/src/index';
import { markOverdueInvoices } from '../../functions/src/invoices/mark-overdue';
import { firestore } from '../../functions/src/platform/firestore';
import { send } from '../../functions/src/testing/callbacks';
import { CALLER_IP, call, finance, refusal, signedIn } from '../../functions/src/testing/calls';
import { capturedLogs } from '../../functions/src/testing/captured-logs';
import type { Served } from '../../functions/src/testing/http';
import { serve } from '../../functions/src/testing/http';
import { acceptUnsignedTokens, idToken } from '../../functions/src/testing/id-tokens';
import { aCustomer, anIssuedInvoice, storedPayment } from '../../functions/src/testing/world';
import { pay } from '../paytr/customer';
import type { Paytr } from '../paytr/server';
import { testCards } from '../paytr/test-cards';
import type { RunningStripe } from '../stripe/server';
import type { Wired } from './gateways';
import { wirePaytr, wireStripe } from './gateways';
import { fillIn } from './stripe-adapter';

/**
 * Whatever customers, finance, gateways and strangers do, and whatever fails meanwhile: the log names ids and codes. The
 * logger is the one that the SDK itself writes to, and nothing goes to the console past it.
 */
const db = firestore();
const PERSON = {
  displayName: 'Zeynep Karahan',
  email: 'zeynep.karahan@customer.example',
  taxId: '10000000146',
  address: { line1: 'Papatya Sokak 44', line2: null, postalCode: '35220', city: 'Konak' },
};
const NET = minorUnits(98_765);
const GROSS = minorUnits(118_518);
const REASON = 'Hizmet aksadı, müşteri Zeynep Karahan aradı';

/** What no line may hold, in whatever notation. */
const FORBIDDEN = [
  /Zeynep|Karahan|Papatya|35220|Konak|10000000146/i,
  /@|customer\.example/,
  /98[.,]?765|987[.,]65|118[.,]?518|1[.,]?185[.,]18/,
  new RegExp(CALLER_IP.replaceAll('.', '\\.')),
  /Bulut sunucu|Hizmet aksadı|Havale/,
  /insufficient funds|Kart limiti|declined your|Your card/i,
  /4242|4000000000009995|whsec_|sk_test|eyJ/,
  ...Object.values(testKeys).filter((key) => key.length > 8),
];

let stripe: Wired<RunningStripe>;
let paytr: Wired<Paytr>;
let auth: { close: () => Promise<void> };
const servers: Served[] = [];
let printed: jest.SpyInstance[] = [];

beforeAll(async () => {
  auth = await acceptUnsignedTokens();
  [stripe, paytr] = [await wireStripe(), await wirePaytr()];
});
afterAll(async () => {
  for (const each of [stripe, paytr, auth, ...servers]) await each.close();
});
beforeEach(() => {
  printed = (['log', 'info', 'warn', 'error', 'debug'] as const).map((method) =>
    jest.spyOn(console, method).mockImplementation(),
  );
});
afterEach(() => {
  jest.restoreAllMocks();
});

async function served(handler: Parameters<typeof serve>[0]): Promise<string> {
  const server = await serve(handler);
  servers.push(server);
  return server.url;
}

async function abroad() {
  const userId = await aCustomer({ ...PERSON, country: 'DE', currency: 'EUR', locale: 'en' });
  return { userId, invoiceId: await anInvoiceOf(userId) };
}

const anInvoiceOf = (userId: string) =>
  anIssuedInvoice(userId, {
    items: [{ description: 'Bulut sunucu', quantity: 1, unitPrice: NET }],
    dueDate: '2030-01-01',
  });

const checkout = ({ userId, invoiceId }: { userId: string; invoiceId: string }) =>
  call(payment.checkout, { attemptId: randomUUID(), invoiceIds: [invoiceId] }, signedIn(userId));

/** What was logged meanwhile, as the logger writes it. */
async function logged(work: () => Promise<unknown>): Promise<string[]> {
  const before = capturedLogs.length;
  await work();
  for (const spy of printed) expect(spy.mock.calls).toEqual([]);
  return capturedLogs.slice(before).map((line) => inspect(line, { depth: 9, maxStringLength: null }));
}

function expectDiscreet(lines: readonly string[]) {
  for (const line of lines) {
    for (const forbidden of FORBIDDEN) expect(line).not.toMatch(forbidden);
  }
}

const mutedBy = async (work: () => Promise<unknown>) => {
  const lines = await logged(work);
  expect(lines.length).toBeGreaterThan(0);
  expectDiscreet(lines);
};

test('a declined card, then a good one, then a refund, at Stripe', () =>
  mutedBy(async () => {
    const { paymentId, url } = await checkout(await abroad());
    await fillIn(url ?? '', '4000000000009995');
    await fillIn(url ?? '', '4242424242424242');
    await stripe.settled();
    await call(
      payment.refund,
      { requestId: randomUUID(), paymentId, destination: 'GATEWAY', reason: REASON },
      finance,
    );
    await stripe.settled();
    expect((await storedPayment(paymentId)).status).toBe('REFUNDED');
  }));

test('a declined card, then a good one, at PayTR', () =>
  mutedBy(async () => {
    const userId = await aCustomer(PERSON);
    const { url } = await checkout({ userId, invoiceId: await anInvoiceOf(userId) });
    await pay(url ?? '', { card: testCards.insufficientFunds });
    await pay(url ?? '', { card: testCards.visa });
    await paytr.settled();
  }));

test('requests that are refused', () =>
  mutedBy(async () => {
    const { userId, invoiceId } = await abroad();
    const customer = signedIn(userId);
    for (const refused of [
      call(payment.refund, { requestId: randomUUID(), reason: REASON }, finance),
      call(wallet.topUp, { attemptId: PERSON.email, currency: 'EUR', amount: NET }, customer),
      call(wallet.topUp, { attemptId: randomUUID(), currency: 'EUR', amount: 1 }, customer),
      call(invoice.cancel, { invoiceId, reason: REASON }, customer),
      call(operations.importBankStatement, { format: 'CSV', content: `${PERSON.email};${GROSS}` }, finance),
    ]) {
      await refusal(refused);
    }
  }));

test('requests that are none, with whatever body and token', () =>
  mutedBy(async () => {
    const url = await served(invoice.get);
    const body = JSON.stringify({ email: PERSON.email, amount: GROSS });
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': CALLER_IP };
    await send(url, { body, headers });
    await send(url, { body, headers: { ...headers, 'content-type': 'text/plain' } });
    for (const token of ['x.y.z', idToken(PERSON.email, undefined, -60)]) {
      await send(url, { body: '{"data":{}}', headers: { ...headers, authorization: `Bearer ${token}` } });
    }
    const pdf = await served(invoice.pdf);
    await send(`${pdf}/api/invoices/${encodeURIComponent(PERSON.email)}/pdf`, { method: 'GET', headers });
  }));

test('callbacks that nobody signed', () =>
  mutedBy(async () => {
    const body = JSON.stringify({ data: { object: { email: PERSON.email, amount: GROSS } } });
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': CALLER_IP };
    await send(await served(webhooks.stripe), {
      body,
      headers: { ...headers, 'stripe-signature': 't=1,v1=eyJ' },
    });
    await send(await served(webhooks.paytr), { body, headers });
  }));

test('a gateway that does not answer', () =>
  mutedBy(async () => {
    const { STRIPE_API_URL: stripeUrl, PAYTR_API_URL: paytrUrl } = process.env;
    Object.assign(process.env, { STRIPE_API_URL: 'http://127.0.0.1:1', PAYTR_API_URL: 'http://127.0.0.1:1' });
    try {
      await refusal(checkout(await abroad()));
      const userId = await aCustomer(PERSON);
      await refusal(checkout({ userId, invoiceId: await anInvoiceOf(userId) }));
    } finally {
      Object.assign(process.env, { STRIPE_API_URL: stripeUrl, PAYTR_API_URL: paytrUrl });
    }
  }));

describe('a gateway that refuses, and quotes what it was sent', () => {
  const quote = `Invalid: ${PERSON.displayName} ${PERSON.email} ${GROSS}`;

  test('Stripe', () =>
    mutedBy(async () => {
      const error = {
        type: 'invalid_request_error',
        code: 'email_invalid',
        param: 'customer_email',
        message: quote,
      };
      await answering(400, { error }, 'STRIPE_API_URL', async () => {
        expect(await refusal(checkout(await abroad()))).toMatchObject({ code: 'GATEWAY_DECLINED' });
      });
    }));

  test('PayTR', () =>
    mutedBy(async () => {
      const userId = await aCustomer(PERSON);
      const invoiceId = await anInvoiceOf(userId);
      await answering(200, { status: 'failed', reason: quote }, 'PAYTR_API_URL', async () => {
        expect(await refusal(checkout({ userId, invoiceId }))).toMatchObject({ code: 'GATEWAY_DECLINED' });
      });
    }));
});

/** Puts a service that gives everybody the same answer in a gateway's place for a while. */
async function answering(
  status: number,
  body: object,
  setting: 'STRIPE_API_URL' | 'PAYTR_API_URL',
  work: () => Promise<void>,
): Promise<void> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const before = process.env[setting];
  process.env[setting] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    await work();
  } finally {
    process.env[setting] = before;
    server.closeAllConnections();
    server.close();
  }
}

test('a database that fails, and quotes what it was sent', () =>
  mutedBy(async () => {
    const { userId, invoiceId } = await abroad();
    const failure = Object.assign(
      new Error(`3 INVALID_ARGUMENT: ${PERSON.displayName} ${PERSON.email} ${GROSS}`),
      {
        code: 3,
        details: PERSON.email,
      },
    );
    jest.spyOn(db, 'runTransaction').mockRejectedValue(failure);
    await refusal(checkout({ userId, invoiceId }));
    // Of a task's request, all that its function reads.
    const run = tasks.checkPayment.run({ data: { paymentId: 'payment-1' } } as Parameters<
      typeof tasks.checkPayment.run
    >[0]);
    await expect(run).rejects.toThrow('tasks.checkPayment failed');
    await expect(markOverdueInvoices(db, new Date('2031-01-01T00:00:00Z'))).rejects.toThrow(
      'invoices failed',
    );
  }));

test('a bank statement, which names people and sums', async () => {
  const lines = [aStatementLine({ remittance: `Havale ${PERSON.displayName}`, amount: GROSS })];
  const content = writeCamt053(lines);
  expectDiscreet(
    await logged(() => call(operations.importBankStatement, { format: 'CAMT053', content }, finance)),
  );
});
