import { projectId } from '../testing/environment';
import { invoice } from '../index';
import { CALLER_IP } from '../testing/calls';
import { capturedLogs } from '../testing/captured-logs';
import type { Served } from '../testing/http';
import { serve } from '../testing/http';
import { acceptUnsignedTokens, idToken } from '../testing/id-tokens';
import { aCustomer, anIssuedInvoice, stopClock } from '../testing/world';
import { CUSTOMER_LIMIT, STRANGER_LIMIT } from './rate-limit';

const APP = 'http://127.0.0.1:5000';

let server: Served;
let auth: { close: () => Promise<void> };
let owner: string;
let invoiceId: string;

beforeAll(async () => {
  auth = await acceptUnsignedTokens();
  server = await serve(invoice.get);
  owner = await aCustomer();
  invoiceId = await anIssuedInvoice(owner);
});
afterAll(async () => {
  await server.close();
  await auth.close();
});

interface Ask {
  readonly method?: string;
  readonly body?: string;
  readonly token?: string;
  readonly headers?: Record<string, string>;
}

const ask = ({ method = 'POST', body, token, headers = {} }: Ask) =>
  fetch(server.url, {
    method,
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': CALLER_IP,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
const getInvoice = (token: string, headers = {}) =>
  ask({ body: JSON.stringify({ data: { invoiceId } }), token, headers });

test('a call of the protocol is answered', async () => {
  const response = await getInvoice(idToken(owner));
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ result: { id: invoiceId } });
});

describe('what is no call of the protocol is refused, and its body is not logged', () => {
  const secret = 'ayse@customer.example';
  test.each<[string, Ask]>([
    ['GET', { method: 'GET' }],
    ['PUT', { method: 'PUT', body: JSON.stringify({ data: { secret } }) }],
    ['no body', {}],
    ['no data', { body: JSON.stringify({ invoiceId, secret }) }],
    ['more than data', { body: JSON.stringify({ data: { invoiceId }, secret }) }],
    ['a list', { body: JSON.stringify([secret]) }],
    ['text', { body: secret, headers: { 'content-type': 'text/plain' } }],
    ['a form', { body: `data=${secret}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
  ])('%s', async (_edge, asked) => {
    const before = capturedLogs.length;
    const response = await ask({ ...asked, token: idToken(owner) });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: {
        status: 'INVALID_ARGUMENT',
        message: 'The body cannot be read.',
        details: { code: 'MALFORMED_BODY', facts: {} },
      },
    });
    expect(capturedLogs.slice(before)).toEqual([
      {
        level: 'info',
        message: 'request refused',
        fields: { operation: 'invoice.get', code: 'MALFORMED_BODY' },
      },
    ]);
  });
});

test('more than a mebibyte is refused', async () => {
  const body = JSON.stringify({ data: { invoiceId: 'x'.repeat(1024 * 1024) } });
  const response = await ask({ body, token: idToken(owner) });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { details: { code: 'BODY_TOO_LARGE' } } });
});

describe('origin', () => {
  test('only pages of the app may read the answer', async () => {
    for (const origin of [APP, 'https://elsewhere.example']) {
      const response = await getInvoice(idToken(owner), { origin });
      expect(response.headers.get('access-control-allow-origin')).toBe(APP);
    }
  });

  test('a preflight is answered', async () => {
    const response = await ask({
      method: 'OPTIONS',
      headers: {
        origin: APP,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,x-firebase-appcheck',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(APP);
    expect(response.headers.get('access-control-allow-headers')).toContain('x-firebase-appcheck');
  });
});

describe('too many calls', () => {
  // With the clock stopped nothing is refilled meanwhile, however slow the machine.
  beforeAll(() => {
    stopClock(new Date());
  });

  async function flood(count: number, call: () => Promise<Response>) {
    let last: Response | undefined;
    for (let index = 0; index < count; index += 1) last = await call();
    if (last === undefined) throw new Error('A flood is at least one call');
    return last;
  }

  test('of a customer are refused; of another one, and of staff, they are not', async () => {
    const hurried = idToken('in-a-hurry');
    const last = await flood(CUSTOMER_LIMIT.burst + 5, () => getInvoice(hurried));
    expect(last.status).toBe(429);
    const retryAfter = Number(last.headers.get('retry-after'));
    expect(retryAfter).toBeGreaterThan(0);
    expect(await last.json()).toEqual({
      error: {
        status: 'RESOURCE_EXHAUSTED',
        message: 'Too many requests. Wait a minute and try again.',
        details: { code: 'RATE_LIMITED', facts: { retryAfter } },
      },
    });
    expect((await getInvoice(idToken(owner))).status).toBe(200);
    const staff = idToken('finance-1', 'finance');
    expect((await flood(CUSTOMER_LIMIT.burst + 5, () => getInvoice(staff))).status).toBe(200);
  });

  test('without a token are refused by address, which stops nobody who has one', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.50' };
    const anonymous = () => ask({ body: JSON.stringify({ data: { invoiceId } }), headers });
    expect((await anonymous()).status).toBe(401);
    expect((await flood(STRANGER_LIMIT.burst + 5, anonymous)).status).toBe(429);
    const malformed = await ask({ method: 'PUT', headers });
    expect(malformed.status).toBe(429);
    expect((await getInvoice(idToken(owner), headers)).status).toBe(200);
  });
});

describe('with App Check enforced', () => {
  beforeAll(() => {
    process.env.ENFORCE_APP_CHECK = 'true';
  });
  afterAll(() => {
    delete process.env.ENFORCE_APP_CHECK;
  });

  test.each([
    ['no attestation', {}],
    ['one that is none', { 'x-firebase-appcheck': 'x.y.z' }],
  ])('%s', async (_edge, headers) => {
    const response = await getInvoice(idToken(owner), headers);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error: { details: { code: 'APP_NOT_VERIFIED' } } });
  });

  test('staff needs none, since other modules call from servers', async () => {
    expect((await getInvoice(idToken('finance-2', 'finance'))).status).toBe(200);
  });

  test('a call of the app that is attested to', async () => {
    const rawRequest = { ip: CALLER_IP, headers: {} };
    const appId = '1:1:web:1';
    const app = { appId, token: { sub: appId, app_id: appId, iss: '', aud: [projectId], exp: 0, iat: 0 } };
    // Only to hand over another kind of request than the platform's own.
    const { id } = await (
      invoice.get as unknown as { run: (request: object) => Promise<{ id: string }> }
    ).run({ data: { invoiceId }, auth: { uid: owner, token: {} }, app, rawRequest });
    expect(id).toBe(invoiceId);
  });
});
