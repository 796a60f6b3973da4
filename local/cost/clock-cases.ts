import { dayOf } from '../../functions/src/core/calendar';
import { checkAllBooks } from '../../functions/src/finance/check-all-books';
import { compareDay } from '../../functions/src/finance/compare-day';
import { fetchUndeliveredEvents } from '../../functions/src/finance/fetch-undelivered-events';
import { markOverdueInvoices } from '../../functions/src/invoices/mark-overdue';
import { checkDuePayments } from '../../functions/src/payments/check-due-payments';
import { checkPayment } from '../../functions/src/payments/check-payment';
import { firestore } from '../../functions/src/platform/firestore';
import type { CostCase } from './cost-case';
import { casesOf } from './cost-case';
import { abroad, checkout, fillWallet, paidByTransfer } from './scenes';
import type { StripeStage } from './stripe-stage';
import { startStripeStage } from './stripe-stage';

const DAY = 24 * 60 * 60 * 1000;
const tomorrow = () => new Date(Date.now() + DAY);

/** What the clock starts: sweeps, their tasks, reconciliation and the check of the books. */
export const clockCases = (stripe: StripeStage): readonly CostCase[] => [
  ...casesOf('scheduled.checkPayments', {
    'nothing is due': async () => {
      await checkout(await abroad());
      return () => checkDuePayments(firestore(), new Date());
    },
    'one payment is due': async () => {
      await checkout(await abroad());
      return () => checkDuePayments(firestore(), tomorrow());
    },
  }),
  ...casesOf('tasks.checkPayment', {
    'an abandoned checkout, with a part in the wallet': async () => {
      const scene = await abroad();
      await fillWallet(scene.userId, 'EUR');
      const { paymentId } = await checkout(scene, { useWallet: true });
      return () => checkPayment(firestore(), paymentId, tomorrow());
    },
    'paid, but no event came': async () => {
      const { paymentId } = await stripe.payOn(await abroad());
      return () => checkPayment(firestore(), paymentId, tomorrow());
    },
    'the news has come meanwhile': async () => {
      const { paymentId } = await stripe.paid(await abroad());
      return () => checkPayment(firestore(), paymentId, tomorrow());
    },
  }),
  ...casesOf('scheduled.markOverdue', {
    'nothing is overdue': async () => {
      await abroad();
      return () => markOverdueInvoices(firestore(), new Date());
    },
    'one invoice has become overdue': async () => {
      await abroad();
      return () => markOverdueInvoices(firestore(), new Date('2031-01-01T00:00:00Z'));
    },
  }),
  ...casesOf('scheduled.reconcile', {
    'one payment at Stripe, whose events are fetched once more': reconciledDay(true),
    'nothing happened at Stripe': reconciledDay(false),
  }),
  ...casesOf('scheduled.checkBooks', {
    'books of one invoice paid by bank transfer': async () => {
      await paidByTransfer(await abroad());
      return () => checkAllBooks(firestore());
    },
  }),
];

/** At a Stripe of its own, since a day's report holds whatever other cases paid. */
function reconciledDay(withPayment: boolean): CostCase['prepare'] {
  return async () => {
    const apiUrl = process.env.STRIPE_API_URL;
    const stripe = await startStripeStage();
    if (withPayment) await stripe.paid(await abroad());
    return async () => {
      await reconcileStripe(new Date());
      process.env.STRIPE_API_URL = apiUrl;
      await stripe.close();
    };
  };
}

async function reconcileStripe(now: Date): Promise<void> {
  await fetchUndeliveredEvents(firestore(), 'stripe', now);
  await compareDay(firestore(), 'stripe', dayOf(now), now);
}
