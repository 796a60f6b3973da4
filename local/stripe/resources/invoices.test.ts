import { aSubscription, latestInvoice, moveOn } from '../testing/billing';
import type { Harness } from '../testing/harness';
import { errorOf, startHarness } from '../testing/harness';
import { idOf } from '../world';

let harness: Harness;

beforeEach(async () => {
  harness = await startHarness();
});
afterEach(() => harness.close());

/** The open invoice of a renewal whose card was refused. */
async function anOpenInvoice() {
  const { id } = await aSubscription(harness, 'pm_card_chargeCustomerFail');
  await moveOn(harness, 11);
  return latestInvoice(harness, id);
}

test('it is paid outside of Stripe, without an intent that has paid', async () => {
  const { id } = await anOpenInvoice();
  const paid = await harness.client.invoices.pay(id, { paid_out_of_band: true, expand: ['payments'] });
  expect(paid).toMatchObject({ status: 'paid', payments: { data: [{ status: 'canceled' }] } });
  expect(await errorOf(harness.client.invoices.pay(id))).toMatchObject({
    statusCode: 400,
    message: 'Invoice is already paid',
  });
});

test('it is voided, and can be neither paid nor voided then', async () => {
  const { id } = await anOpenInvoice();
  expect(await harness.client.invoices.voidInvoice(id)).toMatchObject({ status: 'void' });
  expect(await errorOf(harness.client.invoices.pay(id))).toMatchObject({ statusCode: 400 });
  expect(await errorOf(harness.client.invoices.voidInvoice(id))).toMatchObject({ statusCode: 400 });
  expect(await harness.types()).toContain('payment_intent.canceled');
});

test('the card that is refused is told with its intent, as of any payment', async () => {
  const { id } = await anOpenInvoice();
  const error = await errorOf(harness.client.invoices.pay(id));
  expect(error).toMatchObject({ type: 'StripeCardError', decline_code: 'generic_decline' });
  const [payment] = (await harness.client.invoicePayments.list({ invoice: id })).data;
  expect(payment).toMatchObject({ status: 'open', is_default: true, invoice: id });
  const intent = idOf(payment?.payment.payment_intent) ?? '';
  const listed = await harness.client.invoicePayments.list({
    payment: { type: 'payment_intent', payment_intent: intent },
    expand: ['data.invoice'],
  });
  expect(listed.data).toMatchObject([{ invoice: { id, object: 'invoice' } }]);
});

test('what pays it is told only when it is asked for, and not five levels deep', async () => {
  const { id } = await anOpenInvoice();
  expect(await harness.client.invoices.retrieve(id)).not.toHaveProperty('payments');
  const deep = { limit: 1, expand: ['data.payments.data.payment.payment_intent'] };
  expect(await errorOf(harness.client.invoices.list(deep))).toMatchObject({
    statusCode: 400,
    param: 'expand',
  });
});

test('the clock goes forward only, and every event has its own time', async () => {
  const { id } = await anOpenInvoice();
  const { created } = await harness.client.invoices.retrieve(id);
  const [failed] = (await harness.client.events.list({ type: 'invoice.payment_failed' })).data;
  expect(failed?.created).toBe(created + 3600);
  expect(await harness.control('clock', { to: '2020-01-01T00:00:00Z' })).toEqual({
    error: 'the clock only goes forward',
  });
});
