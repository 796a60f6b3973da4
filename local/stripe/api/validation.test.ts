import Stripe from 'stripe';
import { SECRET_KEY, errorOf, startHarness, type Harness } from '../testing/harness';

let stripe: Harness;
beforeAll(async () => {
  stripe = await startHarness();
});
afterAll(() => stripe.close());

interface Answer {
  status: number;
  requestId: string | null;
  error: { type: string; code?: string; message: string; param?: string };
}

async function send(method: string, path: string, body?: string, key = SECRET_KEY): Promise<Answer> {
  const response = await fetch(stripe.running.url + path, {
    method,
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/x-www-form-urlencoded' },
    ...(body !== undefined && { body }),
  });
  const { error } = (await response.json()) as Pick<Answer, 'error'>;
  return { status: response.status, requestId: response.headers.get('request-id'), error };
}

const intents = '/v1/payment_intents';

test.each([
  ['an unknown parameter', intents, 'amount=100&currency=eur&colour=red', 'parameter_unknown', 'colour'],
  [
    'a removed parameter',
    intents,
    'amount=100&currency=eur&payment_method_types[0]=card',
    'parameter_unknown',
    'payment_method_types',
  ],
  [
    'an unknown one inside another',
    '/v1/customers',
    'address[planet]=mars',
    'parameter_unknown',
    'address[planet]',
  ],
  ['a missing parameter', intents, 'currency=eur', 'parameter_missing', 'amount'],
  ['a missing one before a wrong one', intents, 'currency=zzz', 'parameter_missing', 'amount'],
  ['text for a number', intents, 'amount=ten&currency=eur', 'parameter_invalid_integer', 'amount'],
  [
    'a fraction for a whole number',
    intents,
    'amount=10.5&currency=eur',
    'parameter_invalid_integer',
    'amount',
  ],
  [
    'a number too large to be exact',
    intents,
    'amount=9007199254740993&currency=eur',
    'parameter_invalid_integer',
    'amount',
  ],
  ['a negative amount', intents, 'amount=-1&currency=eur', 'parameter_invalid_integer', 'amount'],
  ['an amount below the floor', intents, 'amount=49&currency=eur', 'amount_too_small', 'amount'],
  [
    'a third decimal that cannot be',
    intents,
    'amount=1234&currency=kwd',
    'parameter_invalid_integer',
    'amount',
  ],
  ['an unknown currency', intents, 'amount=100&currency=zzz', undefined, 'currency'],
  ['an empty value', intents, 'amount=100&currency=eur&customer=', 'parameter_invalid_empty', 'customer'],
  ['text for a boolean', intents, 'amount=100&currency=eur&confirm=yes', undefined, 'confirm'],
  [
    'a value outside the list',
    intents,
    'amount=100&currency=eur&setup_future_usage=maybe',
    undefined,
    'setup_future_usage',
  ],
  ['text for an object', '/v1/customers', 'address=here', undefined, 'address'],
  ['an object for text', '/v1/customers', 'name[first]=a', undefined, 'name'],
  ['an e-mail address that is none', '/v1/customers', 'email=ada', 'email_invalid', 'email'],
  [
    'metadata longer than Stripe keeps',
    '/v1/customers',
    `metadata[a]=${'x'.repeat(501)}`,
    undefined,
    'metadata[a]',
  ],
  [
    'too many metadata',
    '/v1/customers',
    Array.from({ length: 51 }, (_, n) => `metadata[k${n}]=1`).join('&'),
    undefined,
    'metadata',
  ],
  [
    'off_session without confirm',
    intents,
    'amount=100&currency=eur&off_session=true',
    undefined,
    'off_session',
  ],
  [
    'an unknown customer in the body',
    intents,
    'amount=100&currency=eur&customer=cus_none',
    'resource_missing',
    'customer',
  ],
  ['what cannot be expanded', intents, 'amount=100&currency=eur&expand[0]=colour', undefined, 'expand'],
])('%s', async (_label, path, body, code, param) => {
  const { status, error, requestId } = await send('POST', path, body);
  expect({ status, type: error.type, code: error.code, param: error.param }).toEqual({
    status: 400,
    type: 'invalid_request_error',
    code,
    param,
  });
  expect(requestId).toMatch(/^req_/);
});

test('messages name the fault as Stripe does', async () => {
  const message = async (body: string) => (await send('POST', intents, body)).error.message;
  expect(await message('currency=eur')).toBe('Missing required param: amount.');
  expect(await message('amount=a&currency=eur')).toBe('Invalid integer: a');
  expect(await message('amount=1&currency=eur&a=1&b=2')).toBe('Received unknown parameters: a, b');
});

test.each([
  ['an address not imitated', 'GET', '/v1/coupons'],
  ['a method not imitated', 'DELETE', '/v1/payment_intents/pi_1'],
  ['outside the API', 'GET', '/v2/core/events'],
])('%s is unrecognized', async (_label, method, path) => {
  const { status, error } = await send(method, path);
  expect([status, error.type]).toEqual([404, 'invalid_request_error']);
  expect(error.message).toContain(`Unrecognized request URL (${method}: ${path})`);
});

test('a wrong key is refused and not repeated in full', async () => {
  const wrong = new Stripe('sk_test_wrongwrongwrong', {
    host: '127.0.0.1',
    port: stripe.running.port,
    protocol: 'http',
  });
  const error = await errorOf(wrong.customers.create());
  expect(error).toMatchObject({ type: 'StripeAuthenticationError', statusCode: 401 });
  expect(error.message).toMatch(/^Invalid API Key provided: sk_test_\*+rong$/);
});

test('no key is refused', async () => {
  const response = await fetch(`${stripe.running.url}/v1/customers`, { method: 'POST' });
  expect(response.status).toBe(401);
});
