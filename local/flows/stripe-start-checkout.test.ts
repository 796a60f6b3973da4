import { projectId } from '../../functions/src/testing/environment';
import { stripe } from '../../functions/src/gateways/stripe/adapter';
import type { AdapterHarness } from './stripe-adapter';
import { aCheckout, aKeptCard, aPaidCheckout, fillIn, referenceOf, startAdapter } from './stripe-adapter';

let standIn: AdapterHarness;
beforeAll(async () => {
  standIn = await startAdapter();
});
afterAll(() => standIn.close());

const sessionOf = (gatewayCheckoutId: string) =>
  standIn.dashboard.checkout.sessions.retrieve(gatewayCheckoutId, { expand: ['line_items'] });

test('a guest pays for two invoices: what Stripe is told', async () => {
  const checkout = aCheckout({ invoiceIds: ['invoiceA', 'invoiceB'], description: 'HYB-1, HYB-2' });
  const { gatewayCheckoutId, kind } = await stripe.startCheckout(checkout);
  expect(kind).toBe('REDIRECT');
  const session = await sessionOf(gatewayCheckoutId);
  expect(session).toMatchObject({
    customer: null,
    customer_email: 'ada@customer.example',
    client_reference_id: checkout.paymentId,
    metadata: {
      project: projectId,
      paymentId: checkout.paymentId,
      userId: 'user1',
      invoiceIds: 'invoiceA,invoiceB',
      currency: 'EUR',
    },
    success_url: `http://127.0.0.1:5000/payments/${checkout.paymentId}`,
    cancel_url: 'http://127.0.0.1:5000/invoices/invoiceA',
    line_items: { data: [{ description: 'HYB-1, HYB-2', amount_total: 12_000 }] },
    // The account's own choice.
    allowed_payment_method_types: null,
  });
});

test('a top-up has no invoice, and its news says so', async () => {
  const checkout = aCheckout({ invoiceIds: [], description: 'Wallet top-up' });
  await aPaidCheckout(standIn, checkout);
  const { gatewayCheckoutId } = await stripe.startCheckout(checkout);
  expect((await sessionOf(gatewayCheckoutId)).cancel_url).toBe('http://127.0.0.1:5000/wallet');
  for (const type of ['checkout.session.completed', 'payment_intent.succeeded']) {
    const [event] = (await standIn.eventsOf(type)).slice(-1);
    expect(event?.fact).toMatchObject({ kind: 'PAYMENT_SUCCEEDED', payment: referenceOf(checkout) });
  }
  expect(referenceOf(checkout).owner.invoiceIds).toEqual([]);
});

test('a customer who asks to keep the card has it kept with the payment', async () => {
  const { gatewayCustomerId } = await aKeptCard(standIn, 'pm_card_mastercard');
  await aPaidCheckout(standIn, aCheckout({ gatewayCustomerId, saveMethod: true }));
  expect(await stripe.savedMethods()?.list(gatewayCustomerId)).toMatchObject([
    { type: 'card', brand: 'visa', lastFour: '4242', expMonth: 12, expYear: 2034 },
    { brand: 'mastercard', lastFour: '4444' },
  ]);
  const [attached] = (await standIn.eventsOf('payment_method.attached')).slice(-1);
  expect(attached?.fact).toMatchObject({
    kind: 'METHOD_SAVED',
    userId: 'user1',
    method: { lastFour: '4242' },
  });
});

test.each([
  ['a known customer who did not ask', true, false],
  ['a guest, whatever was asked', false, true],
])('the card of %s is not kept', async (_edge, isKnown, saveMethod) => {
  const { gatewayCustomerId } = await aKeptCard(standIn, 'pm_card_mastercard');
  const customersBefore = (await standIn.dashboard.events.list({ type: 'customer.created' })).data.length;
  await aPaidCheckout(
    standIn,
    aCheckout({ gatewayCustomerId: isKnown ? gatewayCustomerId : null, saveMethod }),
  );
  expect(await stripe.savedMethods()?.list(gatewayCustomerId)).toHaveLength(1);
  const customers = (await standIn.dashboard.events.list({ type: 'customer.created' })).data.length;
  expect(customers).toBe(customersBefore);
});

test('the same payment again answers the same page', async () => {
  const checkout = aCheckout();
  const first = await stripe.startCheckout(checkout);
  expect(await stripe.startCheckout(checkout)).toEqual(first);
  expect((await fillIn(first.url, '4242424242424242')).status).toBe(303);
});

test('a customer that Stripe does not have is a no', async () => {
  await expect(stripe.startCheckout(aCheckout({ gatewayCustomerId: 'cus_none' }))).rejects.toMatchObject({
    code: 'GATEWAY_CUSTOMER_UNKNOWN',
  });
});

test.each([
  ['', null],
  ['card', ['card']],
  ['card, sepa_debit', ['card', 'sepa_debit']],
])('the ways to pay that the setting names: “%s”', async (setting, allowed) => {
  process.env.STRIPE_PAYMENT_METHOD_TYPES = setting;
  try {
    const { gatewayCheckoutId } = await stripe.startCheckout(aCheckout());
    expect(await standIn.dashboard.checkout.sessions.retrieve(gatewayCheckoutId)).toMatchObject({
      allowed_payment_method_types: allowed,
    });
  } finally {
    delete process.env.STRIPE_PAYMENT_METHOD_TYPES;
  }
});
