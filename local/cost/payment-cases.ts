import { randomUUID } from 'node:crypto';
import { minorUnits } from '../../functions/src/core/money';
import { payment, wallet } from '../../functions/src/index';
import { serve } from '../../functions/src/testing/http';
import { call, finance, signedIn } from '../../functions/src/testing/calls';
import { anIssuedInvoice } from '../../functions/src/testing/world';
import type { Wired } from '../flows/gateways';
import { pay } from '../paytr/customer';
import type { Paytr } from '../paytr/server';
import { testCards } from '../paytr/test-cards';
import type { CostCase } from './cost-case';
import { casesOf } from './cost-case';
import {
  abroad,
  checkout,
  checkoutRequest,
  fillWallet,
  inTurkey,
  paidByTransfer,
  refundRequest,
  transferRequest,
} from './scenes';
import { subscribed } from './subscription-cases';
import type { StripeStage } from './stripe-stage';

export const paymentCases = (stripe: StripeStage, paytr: Wired<Paytr>): readonly CostCase[] => [
  ...casesOf('payment.checkout', {
    'card at Stripe': async () => {
      const scene = await abroad();
      await stripe.knows(scene.userId);
      return () => checkout(scene);
    },
    'card at PayTR': async () => {
      const scene = await inTurkey();
      return () => checkout(scene);
    },
    'bank transfer at PayTR': async () => {
      const scene = await inTurkey();
      return () => checkout(scene, { method: 'bankTransfer' });
    },
    'two invoices at once': async () => {
      const { userId, invoiceId } = await abroad();
      await stripe.knows(userId);
      const invoiceIds = [invoiceId, await anIssuedInvoice(userId)];
      return () => call(payment.checkout, { attemptId: randomUUID(), invoiceIds }, signedIn(userId));
    },
    'a part from the wallet, the rest by card': async () => {
      const scene = await abroad();
      await fillWallet(scene.userId, 'EUR');
      await stripe.knows(scene.userId);
      return () => checkout(scene, { useWallet: true });
    },
    'all from the wallet': async () => {
      const scene = await abroad();
      await fillWallet(scene.userId, 'EUR', minorUnits(12_000));
      return () => checkout(scene, { useWallet: true });
    },
    'one click with a saved card': async () => {
      const { userId, invoiceId } = await abroad();
      const paymentMethodId = await stripe.savedCard(userId);
      return () => checkout({ userId, invoiceId }, { paymentMethodId });
    },
    'for the first time at Stripe': async () => {
      const scene = await abroad();
      return () => checkout(scene);
    },
    'the same attempt again': async () => {
      const { userId, invoiceId } = await abroad();
      const request = checkoutRequest(invoiceId);
      await call(payment.checkout, request, signedIn(userId));
      return () => call(payment.checkout, request, signedIn(userId));
    },
  }),
  ...casesOf('payment.charge', {
    'the default card': async () => {
      const { userId, invoiceId } = await abroad();
      await stripe.savedCard(userId);
      return () => call(payment.charge, { requestId: randomUUID(), invoiceIds: [invoiceId] }, finance);
    },
    'a bank that wants its customer: with a mail': async () => {
      const { userId, invoiceId } = await abroad();
      await stripe.savedCard(userId, 'pm_card_authenticationRequired');
      return () => call(payment.charge, { requestId: randomUUID(), invoiceIds: [invoiceId] }, finance);
    },
  }),
  ...casesOf('payment.return', {
    'a browser comes back from the gateway': async () => {
      const served = await serve(payment.return);
      return async () => {
        await fetch(`${served.url}/api/payments/one/return`, { method: 'POST', redirect: 'manual' });
        await served.close();
      };
    },
  }),
  ...casesOf('payment.check', {
    'paid, and not told yet': async () => {
      const { paymentId } = await stripe.payOn(await abroad());
      return () => call(payment.check, { paymentId }, finance);
    },
  }),
  ...casesOf('payment.methods', {
    'one card that we know': async () => {
      const { userId } = await abroad();
      await stripe.savedCard(userId);
      return () => call(payment.methods, {}, signedIn(userId));
    },
  }),
  ...casesOf('payment.setupMethod', {
    'for the first time': async () => {
      const { userId } = await abroad();
      return () => call(payment.setupMethod, { setupId: randomUUID() }, signedIn(userId));
    },
  }),
  ...casesOf('payment.detachMethod', {
    'the default card': async () => {
      const { userId } = await abroad();
      const paymentMethodId = await stripe.savedCard(userId);
      return () => call(payment.detachMethod, { paymentMethodId }, signedIn(userId));
    },
  }),
  ...casesOf('payment.setDefaultMethod', {
    'in place of another': async () => {
      const { userId } = await abroad();
      await stripe.savedCard(userId);
      const paymentMethodId = await stripe.savedCard(userId);
      return () => call(payment.setDefaultMethod, { paymentMethodId }, signedIn(userId));
    },
  }),
  ...casesOf('payment.abandon', {
    'with a part from the wallet': async () => {
      const scene = await abroad();
      await fillWallet(scene.userId, 'EUR');
      const { paymentId } = await checkout(scene, { useWallet: true });
      return () => call(payment.abandon, { paymentId }, signedIn(scene.userId));
    },
  }),
  ...casesOf('payment.refund', {
    'a part, to the card': async () => {
      const { paymentId } = await stripe.paid(await abroad());
      return () => call(payment.refund, refundRequest(paymentId, 'GATEWAY'), finance);
    },
    'a part, to a card at PayTR': async () => {
      const { paymentId, url } = await checkout(await inTurkey());
      await pay(url ?? '', { card: testCards.visa });
      await paytr.settled();
      return () => call(payment.refund, refundRequest(paymentId, 'GATEWAY'), finance);
    },
    'a part, into the wallet': async () => {
      const { paymentId } = await stripe.paid(await abroad());
      return () => call(payment.refund, refundRequest(paymentId, 'WALLET'), finance);
    },
    'a part, by bank transfer': async () => {
      const paymentId = await paidByTransfer(await abroad());
      return () => call(payment.refund, refundRequest(paymentId, 'BANK'), finance);
    },
  }),
  ...casesOf('payment.installments', {
    'rates asked of PayTR, once a day': async () => {
      const { userId, invoiceId } = await inTurkey();
      return () => call(payment.installments, { invoiceIds: [invoiceId] }, signedIn(userId));
    },
    'rates of today': async () => {
      const { userId, invoiceId } = await inTurkey();
      await call(payment.installments, { invoiceIds: [invoiceId] }, signedIn(userId));
      return () => call(payment.installments, { invoiceIds: [invoiceId] }, signedIn(userId));
    },
  }),
  ...casesOf('payment.recordBankTransfer', {
    'for one invoice': async () => {
      const { invoiceId } = await abroad();
      return () => call(payment.recordBankTransfer, transferRequest([invoiceId]), finance);
    },
    'for the first invoice of a subscription': async () => {
      const { invoiceId } = await subscribed();
      return () => call(payment.recordBankTransfer, transferRequest([invoiceId]), finance);
    },
    'for two invoices': async () => {
      const { userId, invoiceId } = await abroad();
      const invoiceIds = [invoiceId, await anIssuedInvoice(userId)];
      return () => call(payment.recordBankTransfer, transferRequest(invoiceIds), finance);
    },
  }),
  ...casesOf('wallet.topUp', {
    'card at Stripe': async () => {
      const { userId } = await abroad();
      await stripe.knows(userId);
      const request = { attemptId: randomUUID(), currency: 'EUR', amount: minorUnits(5_000) };
      return () => call(wallet.topUp, request, signedIn(userId));
    },
  }),
];
