import '../../functions/src/testing/environment';
import { randomUUID } from 'node:crypto';
import { payment } from '../../functions/src/index';
import { firestore } from '../../functions/src/platform/firestore';
import { call, finance } from '../../functions/src/testing/calls';
import { changes, dump } from '../../functions/src/testing/documents';
import { storedInvoice, storedPayment } from '../../functions/src/testing/world';
import { holdAnswersOf } from './held-answers';
import { agreeToDebit, fillIn } from './stripe-adapter';
import { stripeStage } from './stripe-stage';
import { clientOf } from './stripe-client';

/** What happens to a payment once its customer has left Stripe's page. */

const stage = stripeStage();

/** What Stripe calls the payment of a session. */
async function intentOf(paymentId: string): Promise<string> {
  const { data } = await clientOf(stage.stripe.gateway).paymentIntents.search({
    query: `metadata["paymentId"]:"${paymentId}"`,
  });
  if (data[0] === undefined) throw new Error(`Stripe has no payment ${paymentId}`);
  return data[0].id;
}

async function paid(): Promise<{ paymentId: string; intent: string }> {
  const { paymentId, url } = await stage.checkout();
  await fillIn(url, '4242424242424242');
  await stage.stripe.settled();
  return { paymentId, intent: await intentOf(paymentId) };
}

test.each([
  ['succeeded', { status: 'SUCCEEDED' }, { status: 'PAID', amountPaid: 12_000, processingPaymentIds: [] }],
  ['failed', { status: 'FAILED' }, { status: 'PENDING', amountPaid: 0, processingPaymentIds: [] }],
])('a debit holds the invoice until it has %s', async (outcome, ended, invoice) => {
  const { paymentId, url } = await stage.checkout();
  await agreeToDebit(url);
  await stage.stripe.settled();
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'PROCESSING' });
  expect(await storedInvoice(stage.invoiceId)).toMatchObject({ processingPaymentIds: [paymentId] });

  await stage.stripe.control('settle', { payment_intent: await intentOf(paymentId), outcome });
  await stage.stripe.settled();
  expect(await storedPayment(paymentId)).toMatchObject(ended);
  expect(await storedInvoice(stage.invoiceId)).toMatchObject(invoice);
});

test('refunds from the dashboard, in two parts', async () => {
  const { paymentId, intent } = await paid();
  const { refunds } = clientOf(stage.stripe.gateway);
  await refunds.create({ payment_intent: intent, amount: 4_000 });
  await stage.stripe.settled();
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'SUCCEEDED', gatewayRefundedAmount: 4_000 });
  await refunds.create({ payment_intent: intent });
  await stage.stripe.settled();
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'REFUNDED', gatewayRefundedAmount: 12_000 });
});

test('a refund whose news overtakes the answer to its order: booked once, and the order is answered', async () => {
  const { paymentId } = await paid();
  const answers = await holdAnswersOf(stage.stripe.gateway.url);
  const [address, before] = [process.env.STRIPE_API_URL, await dump(firestore())];
  process.env.STRIPE_API_URL = answers.url;
  try {
    const held = answers.holdNext('/v1/refunds');
    const request = {
      requestId: randomUUID(),
      paymentId,
      amount: 4_000,
      destination: 'GATEWAY',
      reason: 'İade',
    };
    const ordered = call(payment.refund, request, finance);
    await held.given;
    await stage.stripe.settled();
    expect(await storedPayment(paymentId)).toMatchObject({ refundedAmount: 4_000, pendingRefund: null });

    const afterNews = await dump(firestore());
    held.arrive();
    const { refundId, status } = await ordered;
    expect(status).toBe('SUCCEEDED');
    const after = await dump(firestore());
    expect(changes(afterNews, after)).toEqual({});
    const made = Object.keys(changes(before, after)).map((path) => path.split('/')[0]);
    expect(made.filter((collection) => collection === 'creditNotes')).toHaveLength(1);
    expect(after.get(`refunds/${refundId}`)).toMatchObject({ status: 'SUCCEEDED', amount: 4_000 });
  } finally {
    process.env.STRIPE_API_URL = address;
    await answers.close();
  }
});

test('a refund whose answer is being booked when its news comes: booked once, whoever is first', async () => {
  const { paymentId } = await paid();
  await stage.stripe.control('faults', { hold: true, copies: 5 });
  const answers = await holdAnswersOf(stage.stripe.gateway.url);
  const address = process.env.STRIPE_API_URL;
  process.env.STRIPE_API_URL = answers.url;
  try {
    const held = answers.holdNext('/v1/refunds');
    const request = {
      requestId: randomUUID(),
      paymentId,
      amount: 4_000,
      destination: 'GATEWAY',
      reason: 'İade',
    };
    const ordered = call(payment.refund, request, finance);
    await held.given;
    const told = stage.stripe.control('release', {});
    held.arrive();
    expect(await ordered).toMatchObject({ status: 'SUCCEEDED' });
    await told;
  } finally {
    process.env.STRIPE_API_URL = address;
    await answers.close();
    await stage.stripe.control('faults', { hold: false, copies: 1 });
  }
  await stage.stripe.settled();
  expect(await storedPayment(paymentId)).toMatchObject({ refundedAmount: 4_000, pendingRefund: null });
});

test.each([
  ['won', 'WON'],
  ['lost', 'LOST'],
])('a dispute that is %s, its news in the wrong order and twice each', async (status, outcome) => {
  const { paymentId, intent } = await paid();
  await stage.stripe.control('faults', { hold: true, copies: 2, order: 'reverse' });
  const { id: dispute } = (await stage.stripe.control('dispute', { payment_intent: intent })) as {
    id: string;
  };
  await stage.stripe.control('dispute/status', { dispute, status });
  await stage.stripe.control('release', {});
  await stage.stripe.control('faults', { hold: false, copies: 1, order: 'fifo' });
  await stage.stripe.control('release', {});
  await stage.stripe.settled();
  expect((await storedPayment(paymentId)).disputes).toMatchObject([
    { gatewayDisputeId: dispute, amount: 12_000, reason: 'fraudulent', status: outcome },
  ]);
});

test('an inquiry of the bank leaves the payment as it is', async () => {
  const { paymentId, intent } = await paid();
  await stage.stripe.control('dispute', { payment_intent: intent, inquiry: true });
  await stage.stripe.settled();
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'SUCCEEDED', disputes: [] });
});
