import '../../functions/src/testing/environment';
import { randomUUID } from 'node:crypto';
import { payment } from '../../functions/src/index';
import { call, finance, refusal, signedIn } from '../../functions/src/testing/calls';
import { storedInvoice } from '../../functions/src/testing/world';
import { dayOf } from '../../functions/src/core/calendar';
import { fillIn } from './stripe-adapter';
import { stripeStage } from './stripe-stage';

const stage = stripeStage();

const VISA = '4242424242424242';

test('a payment whose news is held up counts as paid once finance asks the gateway', async () => {
  await stage.stripe.control('faults', { hold: true });
  const { paymentId, url } = await stage.checkout();
  await fillIn(url, VISA);
  expect(await call(payment.check, { paymentId }, finance)).toEqual({
    before: 'PENDING',
    after: 'SUCCEEDED',
  });
  expect(await storedInvoice(stage.invoiceId)).toMatchObject({ status: 'PAID', amountDue: 0 });
  // Asked again, nothing is new.
  expect(await call(payment.check, { paymentId }, finance)).toEqual({
    before: 'SUCCEEDED',
    after: 'SUCCEEDED',
  });
});

test('a page on which nobody has paid yet stays open', async () => {
  const { paymentId } = await stage.checkout();
  expect(await call(payment.check, { paymentId }, finance)).toEqual({ before: 'PENDING', after: 'PENDING' });
});

test('money that no gateway moved stands as it is', async () => {
  const { paymentId } = await call(
    payment.recordBankTransfer,
    {
      requestId: randomUUID(),
      invoiceIds: [stage.invoiceId],
      amount: 12_000,
      currency: 'EUR',
      receivedOn: dayOf(new Date()),
    },
    finance,
  );
  expect(await call(payment.check, { paymentId }, finance)).toEqual({
    before: 'SUCCEEDED',
    after: 'SUCCEEDED',
  });
});

test('only staff may ask, and only about a payment that there is', async () => {
  const { paymentId } = await stage.checkout();
  expect(await refusal(call(payment.check, { paymentId }, signedIn(stage.userId)))).toMatchObject({
    code: 'PERMISSION_DENIED',
  });
  expect(await refusal(call(payment.check, { paymentId: 'a'.repeat(20) }, finance))).toMatchObject({
    code: 'PAYMENT_MISSING',
  });
});
