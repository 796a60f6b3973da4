import fc from 'fast-check';
import { addDays, startOfDay } from '../../core/calendar';
import { minorUnits } from '../../core/money';
import { totalInvoice } from '../../invoices/rules/total-invoice';
import type { Plan } from '../../schema/plan';
import type { Subscription } from '../../schema/subscription';
import { aUser } from '../../testing/factories';
import { thrownBy } from '../../testing/thrown-by';
import { aPlan, aSubscription, someTerms } from '../testing/subscription-factory';
import { changeSubscription } from './change-subscription';
import { planChange } from './plan-change';
import { previewOf } from './preview';

/** 10 March to 10 April has 31 days; on 25 March 16 of them are left. */
const NOW = new Date('2026-03-25T15:00:00Z');
const bigger = aPlan({ name: 'Max', price: minorUnits(30_000) });
const smaller = aPlan({ name: 'Mini', price: minorUnits(5_000) });
const yearly = aPlan({ name: 'Pro', billingPeriod: 'annually', price: minorUnits(100_000) });

const changed = (plan: Plan | null, override: Partial<Subscription> = {}, planId = 'other', now = NOW) =>
  planChange(aSubscription(override), { planId, plan }, now);

describe('an upgrade takes effect now', () => {
  test('the days that are left are credited at the old price and charged at the new one', () => {
    expect(changed(bigger)).toEqual({
      effective: 'NOW',
      effectiveAt: NOW,
      terms: { planId: 'other', planName: 'Max', billingPeriod: 'monthly', price: 30_000, taxRate: 20 },
      lines: [
        {
          description: 'Pro: kullanılmayan gün iadesi, 31 günün 16 günü',
          quantity: 1,
          // 100,00 × 16/31 = 51,61…
          unitPrice: -5_161,
          taxRate: 20,
        },
        {
          description: 'Max (25.03.2026 – 09.04.2026)',
          quantity: 1,
          // 300,00 × 16/31 = 154,83…
          unitPrice: 15_484,
          taxRate: 20,
        },
      ],
      // −51,61 − 10,32 + 154,84 + 30,97
      total: 12_388,
      period: null,
    });
  });

  test('from months to years a new year begins today', () => {
    const { effective, lines, total, period } = changed(yearly);
    expect({ effective, total, period }).toEqual({
      effective: 'NOW',
      total: 100_000 * 1.2 - 5_161 - 1_032,
      period: { start: startOfDay('2026-03-25'), end: startOfDay('2027-03-25') },
    });
    expect(lines.map(({ unitPrice }) => unitPrice)).toEqual([-5_161, 100_000]);
  });

  test('the same price costs nothing, and there is nothing to invoice', () => {
    expect(changed(aPlan({ name: 'Pro 2' }))).toMatchObject({ effective: 'NOW', total: 0, lines: [] });
  });

  test('on trial the plan is simply another', () => {
    const trialEnd = startOfDay('2026-04-10');
    const trial = { trialEnd };
    expect(changed(bigger, trial)).toMatchObject({ effective: 'NOW', total: 0, lines: [], period: null });
    expect(changed(smaller, trial)).toMatchObject({ effective: 'NOW', total: 0, lines: [], period: null });
  });
});

describe('everything else takes effect with the next period, and costs nothing now', () => {
  test.each<[string, Plan, Partial<Subscription>, string?]>([
    ['a lower price', smaller, {}],
    ['from years to months', bigger, { billingPeriod: 'annually' }],
    ['another VAT rate', aPlan({ price: minorUnits(30_000), taxRate: 10 }), {}],
    ['a year that costs less than what is left of the month', { ...yearly, price: minorUnits(5_000) }, {}],
    ['when the next period is due already', bigger, {}, '2026-04-10T00:00:00Z'],
  ])('%s', (_edge, plan, override, now = NOW.toISOString()) => {
    expect(changed(plan, override, 'other', new Date(now))).toMatchObject({
      effective: 'PERIOD_END',
      effectiveAt: startOfDay('2026-04-10'),
      lines: [],
      total: 0,
      period: null,
    });
  });
});

test('back to the present plan: what was planned is dropped', () => {
  const pendingTerms = someTerms({ planId: 'other' });
  expect(changed(null, { pendingTerms }, 'pro')).toMatchObject({
    effective: 'KEEP',
    terms: someTerms(),
    total: 0,
  });
});

test.each<[string, Plan | null, Partial<Subscription>, string, string?]>([
  ['an unknown plan', null, {}, 'PLAN_NOT_FOUND'],
  ['a plan that is no longer sold', aPlan({ isActive: false }), {}, 'PLAN_INACTIVE'],
  ['a plan in another currency', aPlan({ currency: 'EUR' }), {}, 'PLAN_CURRENCY_DIFFERS'],
  ['the present plan', bigger, {}, 'PLAN_UNCHANGED', 'pro'],
  ['past due: the invoice comes first', bigger, { status: 'PAST_DUE' }, 'SUBSCRIPTION_PAST_DUE'],
  ['while suspended', bigger, { status: 'SUSPENDED' }, 'SUBSCRIPTION_SUSPENDED'],
  ['before it has begun', bigger, { status: 'SUSPENDED', startedAt: null }, 'SUBSCRIPTION_NOT_STARTED'],
  ['after its end', bigger, { status: 'CANCELLED' }, 'SUBSCRIPTION_CANCELLED'],
  ['when it is to end', bigger, { cancelAtPeriodEnd: true }, 'SUBSCRIPTION_ENDING'],
  ['while an invoice is open', bigger, { openInvoiceId: 'invoice-1' }, 'SUBSCRIPTION_INVOICE_OPEN'],
])('refused: %s', (_edge, plan, override, code, planId = 'other') => {
  expect(thrownBy(() => changed(plan, override, planId))).toMatchObject({ code });
});

const aPrice = fc.integer({ min: 0, max: 50_000_000 }).map(minorUnits);
const aPeriod = fc.constantFrom('monthly' as const, 'annually' as const);
const aChange = fc.record({
  price: aPrice,
  newPrice: aPrice,
  from: aPeriod,
  to: aPeriod,
  taxRate: fc.constantFrom(0, 1, 8.25, 10, 20),
  day: fc.integer({ min: 0, max: 30 }),
});

test('what is shown is what is then billed, to the cent, and never less than nothing', () => {
  fc.assert(
    fc.property(aChange, ({ price, newPrice, from, to, taxRate, day }) => {
      const subscription = aSubscription({ price, billingPeriod: from, taxRate });
      const plan = aPlan({ price: newPrice, billingPeriod: to, taxRate });
      const now = new Date(startOfDay(addDays('2026-03-10', day)).getTime() + 3_600_000);
      const preview = previewOf(subscription, { planId: 'other', plan }, now);
      expect(preview.total).toBeGreaterThanOrEqual(0);

      const { writes, result } = changeSubscription(
        {
          subscription,
          plan,
          user: aUser(),
          organization: null,
          counter: null,
          wallet: null,
          identity: null,
        },
        {
          request: { subscriptionId: 'sub-1', planId: 'other', confirmedTotal: minorUnits(preview.total) },
          actor: { uid: 'user-1', role: null, auditId: 'audit-1' },
          seller: subscription.buyer,
          numbering: { prefix: 'HYB', reset: 'never' },
        },
        now,
      );
      const issued = writes.find(({ path }) => path.startsWith('invoices/'))?.fields ?? null;
      expect(result.effective).toBe(preview.effective);
      if (preview.total === 0) expect(issued).toBeNull();
      else {
        const { taxTotal, total, lines } = preview;
        expect(issued).toMatchObject({ type: 'SUBSCRIPTION', taxTotal, total, items: lines });
        expect(
          totalInvoice(lines.map((line) => ({ ...line, quantity: 1, unitPrice: minorUnits(line.unitPrice) })))
            .total,
        ).toBe(total);
      }
    }),
  );
});

test('an amount that has changed since it was shown is refused', () => {
  const request = { subscriptionId: 'sub-1', planId: 'other', confirmedTotal: minorUnits(12_387) };
  const command = {
    request,
    actor: { uid: 'user-1', role: null, auditId: 'audit-1' },
    seller: aSubscription().buyer,
    numbering: { prefix: 'HYB', reset: 'never' },
  } as const;
  const documents = {
    subscription: aSubscription(),
    plan: bigger,
    user: aUser(),
    organization: null,
    counter: null,
    wallet: null,
    identity: null,
  };
  expect(thrownBy(() => changeSubscription(documents, command, NOW))).toEqual({
    code: 'PREVIEW_OUTDATED',
    facts: { total: 12_388 },
  });
});
