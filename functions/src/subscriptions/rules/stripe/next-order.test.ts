import { startOfDay } from '../../../core/calendar';
import { minorUnits } from '../../../core/money';
import { anInvoice } from '../../../invoices/testing/invoice-factory';
import type { StripeBilling, Subscription } from '../../../schema/subscription';
import { aMethod } from '../../../testing/factories';
import {
  aBilledSubscription,
  BILLED_ID,
  someStripeBilling,
  someStripeTerms,
} from '../../testing/stripe-billing-factory';
import { someTerms } from '../../testing/subscription-factory';
import { isBilledByStripe } from './billed-by-stripe';
import type { OrderDocuments } from './next-order';
import { nextOrder } from './next-order';
import { orderAnswered } from './order-answered';

const NOW = new Date('2026-03-20T10:00:00Z');
const identity = {
  stripeCustomerId: 'cus_1',
  paytrUserToken: null,
  defaultPaymentMethodId: 'stripe_pm_1',
  createdAt: NOW,
  updatedAt: NOW,
};
const method = { id: 'stripe_pm_1', ...aMethod({ gatewayMethodId: 'pm_1' }) };
const untold = (override: Partial<StripeBilling> = {}) =>
  someStripeBilling({ told: null, orderCount: 0, ...override });

function orderOf(override: Partial<Subscription> = {}, documents: Partial<OrderDocuments> = {}, now = NOW) {
  const subscription = aBilledSubscription(override);
  const all = { subscription, identity, method, openInvoice: null, ...documents };
  return nextOrder(all, BILLED_ID, now).result.order;
}

const openInvoice = { invoiceId: 'invoice-1', gatewayInvoiceId: 'in_1' };
const wayOf = (override: object) => ({
  paymentWay: { kind: 'CARD', paymentMethodId: null, useWallet: false, ...override } as const,
});

test.each<[string, Partial<Subscription>, Partial<OrderDocuments>]>([
  ['it knows what holds', {}, {}],
  ['our engine bills, for ever', { stripe: null }, {}],
  ['it has refused, and was told to end it', { stripe: untold({ isRefused: true }) }, {}],
  ['nothing is paid yet', { status: 'SUSPENDED', startedAt: null, stripe: untold() }, {}],
  ['it is over, and was ended', { status: 'CANCELLED', stripe: untold() }, {}],
  ['it never began, and is paid by link', { stripe: untold(), ...wayOf({ kind: 'LINK' }) }, {}],
  ['it never began, and the wallet pays first', { stripe: untold(), ...wayOf({ useWallet: true }) }, {}],
  ['it never began, and there is no card', { stripe: untold() }, { method: null }],
  [
    'it never began, and the card is PayTR’s',
    { stripe: untold() },
    { method: { ...method, gateway: 'paytr' } },
  ],
  [
    'it never began, and an account is debited',
    { stripe: untold() },
    { method: { ...method, type: 'sepa_debit' } },
  ],
  ['it does not know the customer', { stripe: untold() }, { identity: null }],
  ['it is to end anyway', { stripe: untold(), cancelAtPeriodEnd: true }, {}],
  ['an invoice of ours is open', { stripe: untold(), status: 'PAST_DUE', openInvoiceId: 'i' }, {}],
  [
    'the period ends in an hour',
    { stripe: untold(), currentPeriodEnd: new Date('2026-03-20T11:00:00Z') },
    {},
  ],
])('nothing is to be told: %s', (_edge, subscription, documents) => {
  expect(orderOf(subscription, documents)).toBeNull();
});

test.each<[string, Partial<Subscription>, Partial<OrderDocuments>, object]>([
  [
    'it is to bill from the next period on',
    { stripe: untold() },
    {},
    { what: 'BEGIN', number: 1, terms: someStripeTerms(), gatewayCustomerId: 'cus_1' },
  ],
  [
    'another plan with the next period',
    { pendingTerms: someTerms({ planId: 'mini', price: minorUnits(5_000) }) },
    {},
    {
      what: 'CHANGE',
      number: 2,
      terms: someStripeTerms({ planId: 'mini', price: minorUnits(5_000) }),
      movesPeriod: false,
    },
  ],
  [
    'another card',
    {},
    { method: { ...method, id: 'stripe_pm_2', gatewayMethodId: 'pm_2' } },
    { what: 'CHANGE', terms: someStripeTerms({ paymentMethodId: 'stripe_pm_2', gatewayMethodId: 'pm_2' }) },
  ],
  ['the end', { cancelAtPeriodEnd: true }, {}, { what: 'CHANGE', terms: { cancelAtPeriodEnd: true } }],
  ['the pause of the service', { status: 'SUSPENDED' }, {}, { what: 'CHANGE', terms: { isPaused: true } }],
  [
    'a period that was moved',
    { currentPeriodEnd: startOfDay('2026-05-01') },
    {},
    { what: 'CHANGE', movesPeriod: true, terms: { periodEnd: startOfDay('2026-05-01') } },
  ],
  ['no more: paid by link', wayOf({ kind: 'LINK' }), {}, { what: 'END', number: 2 }],
  ['no more: the wallet goes first', wayOf({ useWallet: true }), {}, { what: 'END' }],
  ['no more: it is over', { status: 'CANCELLED' }, {}, { what: 'END' }],
  ['no more: the card is gone', {}, { method: { ...method, removedAt: NOW } }, { what: 'END' }],
  ['no more: it has refused', { stripe: someStripeBilling({ isRefused: true }) }, {}, { what: 'END' }],
  [
    'its invoice was paid otherwise',
    { stripe: someStripeBilling({ openInvoice }) },
    { openInvoice: anInvoice({ status: 'PAID' }) },
    { what: 'CLOSE_INVOICE', gatewayInvoiceId: 'in_1', isPaid: true },
  ],
  [
    'its invoice was taken back',
    { stripe: someStripeBilling({ openInvoice }) },
    { openInvoice: anInvoice({ status: 'CANCELLED' }) },
    { what: 'CLOSE_INVOICE', gatewayInvoiceId: 'in_1', isPaid: false },
  ],
  [
    'its invoice is ours to collect from now on',
    {
      status: 'PAST_DUE',
      openInvoiceId: 'invoice-1',
      stripe: someStripeBilling({ openInvoice }),
      ...wayOf({ kind: 'LINK' }),
    },
    { openInvoice: anInvoice({ status: 'PENDING' }) },
    { what: 'CLOSE_INVOICE', isPaid: false },
  ],
])('is told: %s', (_edge, subscription, documents, order) => {
  expect(orderOf(subscription, documents)).toMatchObject(order);
});

test('an invoice that is open here and there is left open', () => {
  const override = {
    status: 'PAST_DUE',
    openInvoiceId: 'invoice-1',
    stripe: someStripeBilling({ openInvoice }),
  } as const;
  expect(orderOf(override, { openInvoice: anInvoice({ status: 'PENDING' }) })).toBeNull();
});

test('a period whose end has passed is not moved: Stripe begins the next one itself', () => {
  const end = startOfDay('2026-04-08');
  expect(orderOf({ currentPeriodEnd: end }, {}, new Date('2026-04-09T10:00:00Z'))).toBeNull();
});

test('an order is stored with its number before it is told, and one that has no answer is told again', () => {
  const subscription = aBilledSubscription({ stripe: untold({ orderCount: 4 }) });
  const documents = { subscription, identity, method, openInvoice: null };
  const { writes, result } = nextOrder(documents, BILLED_ID, NOW);
  expect(result.order).toMatchObject({ what: 'BEGIN', number: 5, orderedAt: NOW });
  expect(writes).toMatchObject([
    {
      op: 'update',
      path: `subscriptions/${BILLED_ID}`,
      fields: { stripe: { order: result.order, orderCount: 5 } },
    },
  ]);
  const stripe = untold({ order: result.order, orderCount: 5 });
  const again = aBilledSubscription({ stripe, cancelAtPeriodEnd: true });
  expect(nextOrder({ ...documents, subscription: again }, BILLED_ID, NOW)).toMatchObject({
    writes: [],
    result: { order: result.order },
  });
});

describe('an answer', () => {
  const order = orderOf({ stripe: untold() });
  if (order === null) throw new Error('There is nothing to answer');
  const waiting = aBilledSubscription({
    stripeSubscriptionId: null,
    stripe: untold({ order, orderCount: 1 }),
  });
  const answer = (override: object = {}, subscription: Subscription | null = waiting) => {
    const all = { order, isTaken: true, gatewaySubscriptionId: 'sub_new', ...override };
    return orderAnswered({ subscription }, all, BILLED_ID, NOW).writes[0]?.fields;
  };

  test('before it, nobody but Stripe may begin the next period', () => {
    expect(isBilledByStripe(waiting)).toBe(true);
    expect(isBilledByStripe({ stripe: untold() })).toBe(false);
  });

  test('yes to begin: its name, what it knows, and our engine looks a day after the period’s end', () => {
    expect(answer()).toEqual({
      stripeSubscriptionId: 'sub_new',
      stripe: someStripeBilling({ orderCount: 1 }),
      nextActionAt: startOfDay('2026-04-03'),
    });
    const late = { ...waiting, currentPeriodEnd: startOfDay('2026-03-22') };
    expect(answer({}, late)).toMatchObject({ nextActionAt: startOfDay('2026-03-23') });
  });

  test('no to begin: our engine bills at the period’s end', () => {
    const refused = answer({ isTaken: false, gatewaySubscriptionId: null });
    expect(refused).toMatchObject({ stripe: { told: null, order: null, isRefused: true } });
    expect(refused).not.toHaveProperty('stripeSubscriptionId');
  });

  test.each([
    ['of an order that was answered before', aBilledSubscription()],
    ['of no subscription', null],
    ['of one that our engine bills', aBilledSubscription({ stripe: null })],
  ])('%s changes nothing', (_edge, subscription) => {
    expect(answer({}, subscription)).toBeUndefined();
  });

  test('to end one that goes on: our engine bills it again, on its day', () => {
    const end = { what: 'END', number: 2, orderedAt: NOW } as const;
    const subscription = aBilledSubscription({ stripe: someStripeBilling({ order: end, orderCount: 2 }) });
    expect(answer({ order: end, gatewaySubscriptionId: null }, subscription)).toMatchObject({
      stripeSubscriptionId: null,
      stripe: { told: null, order: null },
      nextActionAt: startOfDay('2026-04-03'),
    });
  });

  test('while an invoice is open it leaves the calendar alone', () => {
    const subscription = { ...waiting, openInvoiceId: 'invoice-1' };
    expect(answer({}, subscription)).not.toHaveProperty('nextActionAt');
  });
});
