import { projectId, testKeys } from '../../testing/environment';
import { createHash } from 'node:crypto';
import Stripe from 'stripe';
import { anEvent, aPaymentIntent, ourMetadata } from '../../testing/stripe-factories';
import { readEvent } from './read-event';

const receivedAt = new Date('2026-03-10T10:00:05Z');
const NOW = receivedAt.getTime() / 1000;
const ours = aPaymentIntent({ metadata: { ...ourMetadata, project: projectId } });
const payload = JSON.stringify(anEvent('payment_intent.succeeded', ours));

function read(
  body: string,
  { secret = testKeys.STRIPE_WEBHOOK_SECRET, timestamp = NOW, signed = body } = {},
) {
  const signature = Stripe.webhooks.generateTestHeaderString({ payload: signed, secret, timestamp });
  return readEvent({ body: Buffer.from(body), headers: { 'stripe-signature': signature }, receivedAt });
}

test('an event, whole', async () => {
  expect(await read(payload)).toEqual({
    gateway: 'stripe',
    id: 'evt_1Q0000000000000000000001',
    type: 'payment_intent.succeeded',
    occurredAt: new Date('2026-03-10T10:00:00Z'),
    payloadDigest: createHash('sha256').update(payload).digest('hex'),
    gatewayReason: null,
    fact: {
      kind: 'PAYMENT_SUCCEEDED',
      payment: {
        paymentId: 'payment-1',
        owner: { userId: 'user-1', invoiceIds: ['invoice-1'], currency: 'TRY' },
      },
      gatewayPaymentId: 'pi_3Q0000000000000000000001',
      amount: 12_000,
      charged: 12_000,
      currency: 'TRY',
      installment: 1,
      isTest: true,
      paytrHash: null,
    },
  });
});

test.each([
  ['five minutes old is still good', -300],
  ['a clock that is ahead', 30],
])('%s', async (_edge, seconds) => {
  expect((await read(payload, { timestamp: NOW + seconds })).id).toBe('evt_1Q0000000000000000000001');
});

test('older than five minutes is stale', async () => {
  await expect(read(payload, { timestamp: NOW - 301 })).rejects.toMatchObject({ code: 'STALE_SIGNATURE' });
});

test.each([
  ['signed with another secret', { secret: 'whsec_other' }],
  ['a body that was changed', { signed: payload.replace('12000', '1') }],
])('%s', async (_edge, how) => {
  await expect(read(payload, how)).rejects.toMatchObject({ code: 'BAD_SIGNATURE' });
});

test.each([
  ['no signature', {}],
  ['an empty one', { 'stripe-signature': '' }],
  ['two headers', { 'stripe-signature': ['t=1,v1=a', 't=2,v1=b'] }],
  ['something else', { 'stripe-signature': 'Bearer x' }],
])('%s', async (_edge, headers) => {
  await expect(readEvent({ body: Buffer.from(payload), headers, receivedAt })).rejects.toMatchObject({
    code: 'BAD_SIGNATURE',
  });
});

test.each([
  ['no JSON', 'hello'],
  ['null', 'null'],
  ['an empty object', '{}'],
  ['an event without an id', JSON.stringify({ ...anEvent('payment_intent.succeeded', ours), id: undefined })],
  ['an id with a slash', JSON.stringify(anEvent('payment_intent.succeeded', ours, { id: 'evt_1/x' }))],
  ['an event without its object', JSON.stringify({ ...anEvent('payment_intent.succeeded', ours), data: {} })],
  ['an event of another API', JSON.stringify({ object: 'v2.core.event', id: 'evt_1' })],
])('signed, but %s', async (_edge, body) => {
  await expect(read(body)).rejects.toMatchObject({ code: 'MALFORMED_BODY' });
});

function withSecrets(secrets: string, work: () => Promise<void>): Promise<void> {
  process.env.STRIPE_WEBHOOK_SECRET = secrets;
  return work().finally(() => {
    process.env.STRIPE_WEBHOOK_SECRET = testKeys.STRIPE_WEBHOOK_SECRET;
  });
}

test.each([
  ['a comma', 'whsec_new,whsec_old'],
  ['a comma and a space', 'whsec_new, whsec_old'],
  ['a line break, and one at the end', 'whsec_new\nwhsec_old\n'],
])('two secrets, separated by %s: a signature by either is good', (_edge, secrets) =>
  withSecrets(secrets, async () => {
    for (const secret of ['whsec_new', 'whsec_old']) {
      expect((await read(payload, { secret })).id).toBe('evt_1Q0000000000000000000001');
    }
    await expect(read(payload, { secret: 'whsec_other' })).rejects.toMatchObject({ code: 'BAD_SIGNATURE' });
    await expect(read(payload, { secret: 'whsec_old', timestamp: NOW - 301 })).rejects.toMatchObject({
      code: 'STALE_SIGNATURE',
    });
  }),
);

test.each(['', ' ', ',', ' , \n'])('a secret that is empty (%j) verifies nothing', (secrets) =>
  withSecrets(secrets, async () => {
    await expect(read(payload)).rejects.toMatchObject({ code: 'GATEWAY_NOT_CONFIGURED' });
    // An empty key is a key to sign with.
    await expect(read(payload, { secret: '' })).rejects.toMatchObject({ code: 'GATEWAY_NOT_CONFIGURED' });
  }),
);
