import '../../functions/src/testing/environment';
import { randomUUID } from 'node:crypto';
import { payment } from '../../functions/src/index';
import { firestore } from '../../functions/src/platform/firestore';
import { paths } from '../../functions/src/schema/paths';
import type { CheckoutCardForm } from '../../functions/src/schema/payment';
import type { PaymentMethod } from '../../functions/src/schema/payment-method';
import type { GatewayIdentity } from '../../functions/src/schema/user';
import { call, signedIn } from '../../functions/src/testing/calls';
import { dump, inCollection } from '../../functions/src/testing/documents';
import { serve } from '../../functions/src/testing/http';
import { anIssuedInvoice, storedInvoice, storedPayment } from '../../functions/src/testing/world';
import { answerSms, failAddress, postCard, shopAddress } from '../paytr/customer';
import type { TestCard } from '../paytr/test-cards';
import { testCards } from '../paytr/test-cards';
import { paytrStage } from './paytr-stage';

/** A card that is paid with and kept at PayTR: our form, PayTR's Direct API, 3D Secure and the notice. */

const db = firestore();
const stage = paytrStage();
beforeAll(() => {
  process.env.PAYTR_STORED_CARDS = '1';
});
afterAll(() => {
  process.env.PAYTR_STORED_CARDS = '0';
});

/** Where the card of a new attempt is to be posted, and with what. */
async function cardForm(wish: object = {}): Promise<CheckoutCardForm> {
  const answer = await stage.checkout({ saveMethod: true, ...wish });
  if (answer.kind !== 'CARD_FORM') throw new Error(`${answer.kind} is no form of ours`);
  return answer;
}
const anotherInvoice = async () => ({ invoiceIds: [await anIssuedInvoice(stage.userId)] });

async function payWith(form: CheckoutCardForm, card: TestCard) {
  const end = await answerSms(await postCard(form, { card }));
  await stage.paytr.settled();
  return end;
}

const identity = async () =>
  (await db.doc(paths.gatewayIdentity(stage.userId)).get()).data() as GatewayIdentity | undefined;
const records = async () =>
  inCollection<PaymentMethod>(await dump(db), 'paymentMethods/*')
    .filter(({ userId }) => userId === stage.userId)
    .sort((a, b) => (a.lastFour ?? '').localeCompare(b.lastFour ?? ''));

test('the whole way: paid, kept, recorded, and charged by one click', async () => {
  const form = await cardForm();
  const returnUrl = `http://127.0.0.1:5000/api/payments/${form.paymentId}/return`;
  expect(form.url).toBe(`${stage.paytr.gateway.url}/odeme`);
  expect(form.fields).toMatchObject({
    payment_amount: '120.00',
    currency: 'TL',
    payment_type: 'card',
    installment_count: '0',
    non_3d: '0',
    store_card: '1',
    merchant_ok_url: returnUrl,
    merchant_fail_url: returnUrl,
  });
  expect(form.fields).not.toHaveProperty('utoken');

  const end = await payWith(form, testCards.visa);
  expect(shopAddress(end)).toBe(returnUrl);
  expect(await storedPayment(form.paymentId)).toMatchObject({ status: 'SUCCEEDED', amount: 12_000 });
  expect(await storedInvoice(stage.invoiceId)).toMatchObject({ status: 'PAID' });
  const [card, ...others] = await records();
  expect(others).toEqual([]);
  expect(card).toMatchObject({ gateway: 'paytr', brand: 'visa', lastFour: '4358', isDefault: true });
  expect(await identity()).toMatchObject({
    paytrUserToken: expect.any(String) as string,
    defaultPaymentMethodId: card?.id,
  });

  const wish = { attemptId: randomUUID(), ...(await anotherInvoice()), paymentMethodId: card?.id };
  const charged = await call(payment.checkout, wish, signedIn(stage.userId));
  expect(charged).toMatchObject({ kind: 'CHARGED', status: 'SUCCEEDED' });
  await stage.paytr.settled();
});

test('a second card is kept for the same customer, and leaves the default alone', async () => {
  await payWith(await cardForm(), testCards.visa);
  const { paytrUserToken, defaultPaymentMethodId } = (await identity()) ?? {};
  const form = await cardForm(await anotherInvoice());
  expect(form.fields.utoken).toBe(paytrUserToken);
  await payWith(form, testCards.mastercard);
  expect((await records()).map(({ brand, isDefault }) => [brand, isDefault])).toEqual([
    ['visa', true],
    ['mastercard', false],
  ]);
  expect(await identity()).toMatchObject({ paytrUserToken, defaultPaymentMethodId });
});

test('a declined card is not kept; the browser comes back by a POST, and a new attempt pays', async () => {
  const form = await cardForm();
  const end = await payWith(form, testCards.insufficientFunds);
  expect(await storedPayment(form.paymentId)).toMatchObject({ status: 'FAILED', failureReason: 'FUNDS' });
  expect(await records()).toEqual([]);
  expect(await identity()).toBeUndefined();

  const address = new URL(failAddress(end) ?? '');
  const served = await serve(payment.return);
  try {
    const body = new URLSearchParams({ fail_message: 'Yetersiz bakiye' });
    const back = await fetch(`${served.url}${address.pathname}`, {
      method: 'POST',
      body,
      redirect: 'manual',
    });
    expect([back.status, back.headers.get('location')]).toEqual([303, `/payments/${form.paymentId}`]);
    const elsewhere = await fetch(`${served.url}/api/payments/%2F%2Fevil.example/return`, {
      redirect: 'manual',
    });
    expect(elsewhere.headers.get('location')).toBe('/');
  } finally {
    await served.close();
  }
  await payWith(await cardForm(), testCards.visa);
  expect(await storedInvoice(stage.invoiceId)).toMatchObject({ status: 'PAID' });
});

test.each<[string, Record<string, string>]>([
  ['the amount', { payment_amount: '1' }],
  ['the order', { merchant_oid: 'another' }],
  ['3D Secure', { non_3d: '1' }],
  ['the address', { user_ip: '203.0.113.99' }],
])('the browser cannot change %s', async (_what, changed) => {
  const form = await cardForm();
  const page = await postCard({ ...form, fields: { ...form.fields, ...changed } }, { card: testCards.visa });
  expect(page.status).toBe(400);
  expect(await storedPayment(form.paymentId)).toMatchObject({ status: 'PENDING' });
});

test('the same attempt again has the same form; none of what is posted is stored', async () => {
  const attemptId = randomUUID();
  const form = await cardForm({ attemptId });
  expect(await cardForm({ attemptId })).toEqual(form);
  const stored = await storedPayment(form.paymentId);
  expect(Object.keys(stored.checkout ?? {}).sort()).toEqual([
    'expiresAt',
    'gatewayCheckoutId',
    'kind',
    'method',
    'url',
  ]);
});

test('without the right to keep cards the wish is not heard, and PayTR’s own form is shown', async () => {
  process.env.PAYTR_STORED_CARDS = '0';
  try {
    expect((await stage.checkout({ saveMethod: true })).kind).toBe('IFRAME');
  } finally {
    process.env.PAYTR_STORED_CARDS = '1';
  }
});
