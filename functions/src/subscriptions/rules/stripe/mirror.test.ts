import fc from 'fast-check';
import { startOfDay } from '../../../core/calendar';
import { mergedWrites } from '../../../core/decision';
import { minorUnits } from '../../../core/money';
import { bookProblems } from '../../../finance/rules/check-books';
import type { SubscriptionInvoiceNews } from '../../../gateways/gateway';
import { gatewayInvoicePaymentId } from '../../../payments/rules/gateway-invoice-payment-id';
import { BillingError } from '../../../platform/errors';
import type { Invoice } from '../../../schema/invoice';
import type { DocumentPath } from '../../../schema/paths';
import { paths } from '../../../schema/paths';
import type { Payment } from '../../../schema/payment';
import type { Subscription } from '../../../schema/subscription';
import type { Wallet } from '../../../schema/wallet';
import { booksOf } from '../../../testing/check-books';
import { schemaProblems } from '../../../testing/check-schemas';
import type { Documents } from '../../../testing/documents';
import { applyWrites } from '../../../testing/documents';
import { aUser } from '../../../testing/factories';
import {
  aBilledSubscription,
  BILLED_ID,
  invoiceNews,
  someStripeBilling,
  someStripeTerms,
  subscriptionNews,
} from '../../testing/stripe-billing-factory';
import { someTerms } from '../../testing/subscription-factory';
import type { DatedNews } from './mirror-invoice';
import { mirroredInvoiceId, mirrorInvoice } from './mirror-invoice';
import { mirrorSubscription } from './mirror-subscription';

const NOW = new Date('2026-04-10T09:00:00Z');
const FAILED_AT = new Date('2026-04-09T22:00:00Z');
const party = { name: 'S', email: 's@x.example', country: 'TR', address: 'A', taxId: '1', taxOffice: 'T' };
const issuer = { seller: party, numbering: { prefix: 'HYB', reset: 'never' } } as const;

const starting = (override: Partial<Subscription> = {}): Documents =>
  new Map<string, object>([
    [paths.user('user-1'), aUser()],
    [paths.subscription(BILLED_ID), aBilledSubscription(override)],
  ]);

const dated = (override: Partial<DatedNews> = {}): DatedNews => ({
  ...invoiceNews(override),
  occurredAt: override.occurredAt ?? FAILED_AT,
});
const OPEN = dated();
const PAID = dated({ kind: 'SUBSCRIPTION_INVOICE_PAID' });
const FAILED = dated({ kind: 'SUBSCRIPTION_INVOICE_FAILED' });

function decide(documents: Documents, news: DatedNews) {
  const at = <T>(path: DocumentPath<T>) => (documents.get(path) ?? null) as T | null;
  return mirrorInvoice(
    {
      subscription: at(paths.subscription(news.subscription.subscriptionId)),
      invoice: at(paths.invoice(mirroredInvoiceId(news))),
      payment: at(paths.payment(gatewayInvoicePaymentId(news.gatewayInvoiceId))),
      wallet: at(paths.wallet('user-1', news.currency)),
      user: aUser(),
      organization: null,
      counter: at(paths.invoiceNumberCounter),
    },
    news,
    issuer,
    NOW,
  );
}

function hear(documents: Documents, news: DatedNews): Documents {
  return applyWrites(documents, mergedWrites(decide(documents, news).writes), NOW);
}

const storedIn = (documents: Documents) => documents.get(paths.subscription(BILLED_ID)) as Subscription;
const invoiceIn = (documents: Documents, news: SubscriptionInvoiceNews) =>
  documents.get(paths.invoice(mirroredInvoiceId(news))) as Invoice | undefined;
const balanceIn = (documents: Documents) =>
  (documents.get(paths.wallet('user-1', 'TRY')) as Wallet | undefined)?.balance ?? 0;

describe('an invoice of Stripe’s', () => {
  test('that is open: ours with its number, and the next period', () => {
    const after = hear(starting(), OPEN);
    expect(invoiceIn(after, OPEN)).toMatchObject({
      invoiceNumber: 'HYB-202604-0001',
      type: 'SUBSCRIPTION',
      subscriptionId: BILLED_ID,
      status: 'PENDING',
      subtotal: 10_000,
      taxTotal: 2_000,
      total: 12_000,
    });
    expect(storedIn(after)).toMatchObject({
      status: 'ACTIVE',
      openInvoiceId: mirroredInvoiceId(OPEN),
      currentPeriodStart: startOfDay('2026-04-10'),
      currentPeriodEnd: startOfDay('2026-05-10'),
      nextActionAt: new Date('2026-04-11T09:00:00Z'),
      stripe: {
        openInvoice: { gatewayInvoiceId: 'in_april' },
        told: { periodEnd: startOfDay('2026-05-10') },
      },
    });
  });

  test('that is paid, without a word before: issued and settled at once', () => {
    const after = hear(starting(), PAID);
    expect(invoiceIn(after, PAID)).toMatchObject({ status: 'PAID', amountPaid: 12_000 });
    expect(after.get(paths.payment(gatewayInvoicePaymentId('in_april')))).toMatchObject({
      gateway: 'stripe',
      gatewayPaymentId: 'pi_april',
      status: 'SUCCEEDED',
      paymentMethodId: 'stripe_pm_1',
    });
    expect(storedIn(after)).toMatchObject({
      status: 'ACTIVE',
      openInvoiceId: null,
      stripe: { openInvoice: null },
    });
  });

  test('whose first try failed: day 0 is when it did', () => {
    const after = hear(starting(), FAILED);
    expect(storedIn(after)).toMatchObject({
      status: 'PAST_DUE',
      attemptCount: 1,
      attempt: null,
      dunning: { startedAt: FAILED_AT, step: 0, reason: 'FUNDS', refusedMethodId: null },
      nextActionAt: new Date('2026-04-10T22:00:00Z'),
    });
    expect(after.get(paths.dunningAttempt(BILLED_ID, 1))).toMatchObject({ result: 'failed' });
  });

  test('keeps the anchor day: 31 January, 28 February, 31 March', () => {
    const before = starting({
      anchorDay: 31,
      currentPeriodStart: startOfDay('2026-01-31'),
      currentPeriodEnd: startOfDay('2026-02-28'),
    });
    const period = { start: startOfDay('2026-02-28'), end: startOfDay('2026-03-28') };
    const after = storedIn(hear(before, dated({ kind: 'SUBSCRIPTION_INVOICE_PAID', period })));
    expect(after.currentPeriodEnd).toEqual(startOfDay('2026-03-31'));
    // Stripe would begin the next one earlier, and is to be told.
    expect(after.stripe?.told?.periodEnd).toEqual(startOfDay('2026-03-28'));
  });

  test('by a plan that was to begin with it', () => {
    const terms = someTerms({ planId: 'mini', planName: 'Mini', price: minorUnits(5_000) });
    const news = dated({
      kind: 'SUBSCRIPTION_INVOICE_PAID',
      agreement: { userId: 'user-1', organizationId: null, terms },
      amount: minorUnits(6_000),
    });
    const after = hear(starting({ pendingTerms: terms }), news);
    expect(storedIn(after)).toMatchObject({ planId: 'mini', price: 5_000, pendingTerms: null });
  });
});

test.each<[string, Partial<Subscription>, DatedNews, string]>([
  ['of a trial', {}, dated({ kind: 'SUBSCRIPTION_INVOICE_PAID', amount: minorUnits(0) }), 'NOTHING_DUE'],
  ['by nobody’s order', {}, dated({ agreement: null }), 'SUBSCRIPTION_BILLED_BY_GATEWAY'],
  [
    'of one that our engine bills',
    { stripe: null, stripeSubscriptionId: null },
    OPEN,
    'SUBSCRIPTION_BILLED_BY_GATEWAY',
  ],
  ['of another subscription there', { stripeSubscriptionId: 'sub_other' }, OPEN, 'PERIOD_NOT_BILLED'],
  ['while it stands still', { status: 'SUSPENDED' }, OPEN, 'PERIOD_NOT_BILLED'],
  ['after its end', { status: 'CANCELLED' }, FAILED, 'PERIOD_NOT_BILLED'],
  ['while another is open', { status: 'PAST_DUE', openInvoiceId: 'invoice-1' }, OPEN, 'PERIOD_NOT_BILLED'],
  ['that was marked as paid', {}, dated({ ...PAID, gatewayPaymentId: null }), 'PAID_ELSEWHERE'],
])('an invoice %s changes nothing', (_edge, override, news, result) => {
  expect(decide(starting(override), news)).toEqual({ writes: [], outcome: 'IGNORED', result });
});

test.each<[string, Partial<Subscription>]>([
  ['while it stands still', { status: 'SUSPENDED' }],
  ['after its end', { status: 'CANCELLED' }],
  ['of another subscription there', { stripeSubscriptionId: 'sub_other' }],
])('money for an invoice %s is balance', (_edge, override) => {
  const after = hear(starting(override), PAID);
  expect(balanceIn(after)).toBe(12_000);
  expect(storedIn(after)).toEqual(storedIn(starting(override)));
  expect(bookProblems(booksOf(after))).toEqual([]);
});

test.each<[string, Partial<DatedNews>]>([
  ['another amount', { amount: minorUnits(11_999) }],
  ['another currency', { currency: 'EUR' }],
])('%s than Stripe was told is no news but an error', (_edge, override) => {
  expect(() => decide(starting(), dated(override))).toThrow(new BillingError('AMOUNT_MISMATCH'));
});

test('money for a subscription that is not there is an error, anything else nobody’s', () => {
  expect(() => decide(new Map(), PAID)).toThrow(new BillingError('SUBSCRIPTION_NOT_FOUND'));
  expect(decide(new Map(), FAILED)).toMatchObject({ outcome: 'IGNORED', result: 'SUBSCRIPTION_NOT_FOUND' });
});

describe('after it has failed', () => {
  const pastDue = hear(starting(), FAILED);

  test.each([
    ['Stripe tries again', dated({ ...FAILED, occurredAt: new Date('2026-04-12T10:00:00Z') })],
    ['the same is told again', FAILED],
  ])('%s: nothing moves', (_edge, news) => {
    expect(decide(pastDue, news)).toEqual({ writes: [], outcome: 'IGNORED', result: 'ALREADY_DUNNED' });
  });

  test('an earlier failure that is told late: day 0 was then', () => {
    const earlier = new Date('2026-04-09T21:30:00Z');
    const after = storedIn(hear(pastDue, dated({ ...FAILED, occurredAt: earlier })));
    expect(after.dunning).toMatchObject({ startedAt: earlier, steppedAt: earlier });
    expect(after.nextActionAt).toEqual(new Date('2026-04-10T21:30:00Z'));
  });

  test('while our try is under way only its answer counts', () => {
    const attempt = { paymentId: 'p', invoiceId: mirroredInvoiceId(FAILED), paymentMethodId: 'stripe_pm_1' };
    const trying = new Map(pastDue).set(paths.subscription(BILLED_ID), {
      ...storedIn(pastDue),
      attempt,
      attemptCount: 2,
    });
    expect(decide(trying, FAILED)).toMatchObject({ outcome: 'IGNORED', result: 'ATTEMPT_UNDER_WAY' });
    // Money counts whoever tells of it, and the attempt is over with it.
    expect(storedIn(hear(trying, PAID))).toMatchObject({ status: 'ACTIVE', attempt: null, dunning: null });
  });
});

/** What must not depend on the order: all but how many tries were seen to fail before it was paid. */
function essence(documents: Documents) {
  const { status, openInvoiceId, attempt, dunning, currentPeriodEnd, planId, stripe, nextActionAt } =
    storedIn(documents);
  const invoices = [APRIL, MAY].map((month) => {
    const invoice = invoiceIn(documents, month[0] ?? OPEN);
    return invoice && [invoice.status, invoice.amountPaid, invoice.amountDue, invoice.total];
  });
  return {
    subscription: { status, openInvoiceId, attempt, dunning, currentPeriodEnd, planId, stripe, nextActionAt },
    invoices,
    payments: [...documents.keys()]
      .filter(
        (path) => (documents.get(path) as Payment).status === 'SUCCEEDED' && path.startsWith('payments/'),
      )
      .sort(),
    balance: balanceIn(documents),
  };
}

const may = {
  gatewayInvoiceId: 'in_may',
  period: { start: startOfDay('2026-05-10'), end: startOfDay('2026-06-10') },
};
const retried = new Date('2026-04-12T22:00:00Z');
const APRIL = [OPEN, FAILED, dated({ ...FAILED, occurredAt: retried }), PAID];
const MAY = [dated(may), dated({ ...may, kind: 'SUBSCRIPTION_INVOICE_PAID', gatewayPaymentId: 'pi_may' })];

function inAnyOrder(news: readonly DatedNews[]) {
  return fc
    .array(fc.constantFrom(...news), { maxLength: 4 })
    .chain((again) => fc.shuffledSubarray([...news, ...again], { minLength: news.length + again.length }));
}

test.each<[string, readonly DatedNews[]]>([
  ['paid in the end', APRIL],
  ['not paid', APRIL.slice(0, 3)],
  ['paid at once', [OPEN, PAID]],
])('a period that is %s ends alike in any order, told any number of times', (_edge, news) => {
  const expected = essence(news.reduce(hear, starting()));
  fc.assert(
    fc.property(inAnyOrder(news), (told) => {
      expect(essence(told.reduce(hear, starting()))).toEqual(expected);
    }),
    { numRuns: 150 },
  );
});

test('two periods, told across each other: both are billed and paid, and the later one runs', () => {
  fc.assert(
    fc.property(inAnyOrder([...APRIL, ...MAY]), (told) => {
      const end = told.reduce((documents, news) => {
        const after = hear(documents, news);
        expect(bookProblems(booksOf(after))).toEqual([]);
        expect(schemaProblems(after)).toEqual([]);
        return after;
      }, starting());
      const { invoices, balance, subscription } = essence(end);
      expect(invoices).toEqual([
        ['PAID', 12_000, 0, 12_000],
        ['PAID', 12_000, 0, 12_000],
      ]);
      expect(balance).toBe(0);
      expect(subscription).toMatchObject({
        status: 'ACTIVE',
        openInvoiceId: null,
        currentPeriodEnd: startOfDay('2026-06-10'),
        stripe: { openInvoice: null },
      });
    }),
    { numRuns: 150 },
  );
});

describe('a subscription that was changed at Stripe', () => {
  const decided = (override: Partial<Subscription>, news = subscriptionNews()) => {
    const { outcome, result } = mirrorSubscription(
      { subscription: aBilledSubscription(override) },
      news,
      NOW,
    );
    return [outcome, result];
  };
  const ending = subscriptionNews({ cancelAtPeriodEnd: true });
  const ended = subscriptionNews({ kind: 'SUBSCRIPTION_ENDED', status: 'canceled' });
  const endOrder = { what: 'END', number: 2, orderedAt: NOW } as const;
  const told = someStripeTerms({ cancelAtPeriodEnd: true });

  test.each<[string, Partial<Subscription>, ReturnType<typeof subscriptionNews>, string[]]>([
    ['as it was', {}, subscriptionNews(), ['IGNORED', 'UNCHANGED']],
    ['to end with its period', {}, ending, ['APPLIED', 'SUBSCRIPTION_ENDING']],
    [
      'not to end after all',
      { cancelAtPeriodEnd: true, stripe: someStripeBilling({ told }) },
      subscriptionNews(),
      ['APPLIED', 'SUBSCRIPTION_RESUMED'],
    ],
    ['by our order, not answered yet', { cancelAtPeriodEnd: true }, ending, ['IGNORED', 'UNCHANGED']],
    [
      'before our last order',
      { stripe: someStripeBilling({ orderCount: 3 }) },
      ending,
      ['IGNORED', 'ORDERED_BY_US'],
    ],
    ['to have ended', {}, ended, ['APPLIED', 'SUBSCRIPTION_ENDED']],
    [
      'to have ended, which is read again',
      {},
      subscriptionNews({ status: 'canceled' }),
      ['APPLIED', 'SUBSCRIPTION_ENDED'],
    ],
    [
      'to have ended by our order',
      { stripe: someStripeBilling({ order: endOrder, orderCount: 2 }) },
      ended,
      ['IGNORED', 'ORDERED_BY_US'],
    ],
    ['after its end here', { status: 'CANCELLED' }, ended, ['IGNORED', 'SUBSCRIPTION_CANCELLED']],
    [
      'that our engine bills by now',
      { stripeSubscriptionId: null },
      ended,
      ['IGNORED', 'SUBSCRIPTION_NOT_BILLED_THERE'],
    ],
    [
      'by nobody’s order',
      {},
      subscriptionNews({ orderNumber: null }),
      ['IGNORED', 'SUBSCRIPTION_BILLED_BY_GATEWAY'],
    ],
    [
      'to be past due there, which our calendar says',
      {},
      subscriptionNews({ status: 'past_due' }),
      ['IGNORED', 'UNCHANGED'],
    ],
  ])('%s', (_edge, override, news, expected) => {
    expect(decided(override, news)).toEqual(expected);
  });
});
