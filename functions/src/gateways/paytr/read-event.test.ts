import '../../testing/environment';
import { createHash } from 'node:crypto';
import type { NoticeFields } from '../../testing/paytr-notice';
import { aFailureNotice, aSaleNotice, noticeHash, signedNotice } from '../../testing/paytr-notice';
import { readEvent } from './read-event';

const receivedAt = new Date('2026-03-10T10:00:00Z');
const read = (body: string) => readEvent({ body: Buffer.from(body), headers: {}, receivedAt });
const payment = { paymentId: 'PAYMENT00000001', owner: null };

test('a sale, whole', async () => {
  const notice = aSaleNotice({ total_amount: '12652', installment_count: '3' });
  const body = signedNotice(notice);
  expect(await read(body)).toEqual({
    gateway: 'paytr',
    id: 'PAYMENT000000010_success',
    type: 'success',
    occurredAt: receivedAt,
    payloadDigest: createHash('sha256').update(body).digest('hex'),
    gatewayReason: null,
    fact: {
      kind: 'PAYMENT_SUCCEEDED',
      payment,
      gatewayPaymentId: 'PAYMENT000000010',
      amount: 12_000,
      charged: 12_652,
      currency: 'TRY',
      installment: 3,
      isTest: true,
      paytrHash: noticeHash(notice),
      gatewayCustomerId: null,
    },
  });
});

test('a failure, whole', async () => {
  const body = signedNotice(aFailureNotice());
  expect(await read(body)).toEqual({
    gateway: 'paytr',
    id: 'PAYMENT000000010_failed_0',
    type: 'failed',
    occurredAt: receivedAt,
    payloadDigest: createHash('sha256').update(body).digest('hex'),
    gatewayReason: { code: '0', message: 'Kart limiti yetersiz' },
    fact: { kind: 'PAYMENT_FAILED', payment, reason: 'FUNDS', isFinal: true },
  });
});

test('the ids in the order number', async () => {
  const merchant_oid = `PAYMENT00000001TINVOICE0000000000001user1`;
  expect((await read(signedNotice(aSaleNotice({ merchant_oid })))).fact).toMatchObject({
    payment: {
      paymentId: 'PAYMENT00000001',
      owner: { userId: 'user1', invoiceIds: ['INVOICE0000000000001'], currency: 'TRY' },
    },
  });
});

const without = (fields: NoticeFields, name: string) =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));

test.each<[string, NoticeFields, object]>([
  [
    'a bank transfer, which tells no amount and currency',
    without(without(aSaleNotice({ payment_type: 'eft' }), 'currency'), 'payment_amount'),
    { amount: 12_000, charged: 12_000, currency: 'TRY', installment: 1 },
  ],
  ['a kept card', aSaleNotice({ utoken: 'u-1' }), { gatewayCustomerId: 'u-1' }],
  ['an empty customer token', aSaleNotice({ utoken: '' }), { gatewayCustomerId: null }],
  ['lira by its ISO name', aSaleNotice({ currency: 'TRY' }), { currency: 'TRY' }],
  ['euro', aSaleNotice({ currency: 'EUR' }), { currency: 'EUR' }],
  ['no test mode', without(aSaleNotice(), 'test_mode'), { isTest: null }],
  ['live', aSaleNotice({ test_mode: '0' }), { isTest: false }],
  ['no installment count', without(aSaleNotice(), 'installment_count'), { installment: 1 }],
  ['an installment count of 0', aSaleNotice({ installment_count: '0' }), { installment: 1 }],
])('%s', async (_edge, fields, fact) => {
  expect((await read(signedNotice(fields))).fact).toMatchObject(fact);
});

test.each<[string, NoticeFields]>([
  ['no payment amount', without(aSaleNotice(), 'payment_amount')],
  ['no currency', without(aSaleNotice(), 'currency')],
  ['an empty currency', aSaleNotice({ currency: '' })],
])('a success by card with %s is asked about, and not believed without an answer', async (_edge, fields) => {
  await expect(read(signedNotice(fields))).rejects.toMatchObject({ code: 'GATEWAY_UNAVAILABLE' });
});

test('each kind of failure is news of its own, its repeat is not', async () => {
  const ids = await Promise.all(
    ['0', '6', '0'].map(
      async (code) => (await read(signedNotice(aFailureNotice({ failed_reason_code: code })))).id,
    ),
  );
  expect(new Set(ids).size).toBe(2);
});

test('an order of another shop is not ours', async () => {
  expect((await read(signedNotice(aSaleNotice({ merchant_oid: 'ORDER42' })))).fact).toEqual({
    kind: 'NOTHING_FOR_US',
    why: 'NOT_OURS',
  });
});

test.each([
  ['an empty body', ''],
  ['JSON', '{"status":"success"}'],
  ['no hash', new URLSearchParams(aSaleNotice()).toString()],
  ['an empty hash', new URLSearchParams({ ...aSaleNotice(), hash: '' }).toString()],
  [
    'an amount changed after signing',
    signedNotice(aSaleNotice()).replace('total_amount=12000', 'total_amount=1'),
  ],
  ['a hash of nothing', new URLSearchParams({ hash: '' }).toString()],
])('%s is not PayTR’s', async (_edge, body) => {
  await expect(read(body)).rejects.toMatchObject({ code: 'BAD_SIGNATURE' });
});

test.each<[string, NoticeFields]>([
  ['an unknown status', aSaleNotice({ status: 'waiting' })],
  ['a total that is no number', aSaleNotice({ total_amount: '120,00' })],
  ['a negative total', aSaleNotice({ total_amount: '-12000' })],
  ['a payment amount with decimals', aSaleNotice({ payment_amount: '120.00' })],
  ['an order number with a slash', aSaleNotice({ merchant_oid: 'PAYMENT00000001/x' })],
  ['a currency that is none', aSaleNotice({ currency: 'TL/x' })],
  ['13 installments', aSaleNotice({ installment_count: '13' })],
  ['an unknown test mode', aSaleNotice({ test_mode: 'yes' })],
  ['a reason code that is none', aFailureNotice({ failed_reason_code: '../1' })],
])('signed, but %s', async (_edge, fields) => {
  await expect(read(signedNotice(fields))).rejects.toMatchObject({ code: 'MALFORMED_BODY' });
});

test.each(['PAYTR_MERCHANT_KEY', 'PAYTR_MERCHANT_SALT', 'PAYTR_MERCHANT_ID'])(
  'an empty %s verifies nothing',
  async (name) => {
    const configured = process.env[name];
    process.env[name] = '';
    try {
      await expect(read(signedNotice(aSaleNotice()))).rejects.toMatchObject({
        code: 'GATEWAY_NOT_CONFIGURED',
        facts: { missing: name },
      });
    } finally {
      process.env[name] = configured;
    }
  },
);
