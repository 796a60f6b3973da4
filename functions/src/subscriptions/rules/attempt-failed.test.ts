import { startOfDay } from '../../core/calendar';
import { minorUnits } from '../../core/money';
import type { PaymentFailure } from '../../schema/payment';
import type { Subscription } from '../../schema/subscription';
import { aSubscription } from '../testing/subscription-factory';
import { attemptFailed } from './attempt-failed';

const NOW = new Date('2026-04-10T06:00:00Z');
const inDays = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000);
const attempt = { paymentId: 'payment-1', invoiceId: 'invoice-1', paymentMethodId: 'stripe_pm_1' };

const charged = (override: Partial<Subscription> = {}) => ({
  ...aSubscription({ openInvoiceId: 'invoice-1', attempt, attemptCount: 1, ...override }),
  id: 'sub-1',
});
const failed = (reason: PaymentFailure = 'FUNDS', paymentId = 'payment-1') => ({
  paymentId,
  reason,
  due: minorUnits(12_000),
});
const update = (fields: object) => ({ op: 'update', path: 'subscriptions/sub-1', fields });

test('day 0, whole: past due, the attempt recorded, the customer told of the next', () => {
  expect(attemptFailed(charged(), failed(), NOW)).toEqual([
    update({
      attempt: null,
      status: 'PAST_DUE',
      dunning: { startedAt: NOW, step: 0, steppedAt: NOW, reason: 'FUNDS', refusedMethodId: null },
      nextActionAt: inDays(1),
    }),
    {
      op: 'create',
      path: 'subscriptions/sub-1/dunningAttempts/1',
      fields: {
        attemptNumber: 1,
        ...attempt,
        result: 'failed',
        failureReason: 'FUNDS',
        nextAttemptAt: inDays(1),
      },
    },
    {
      op: 'create',
      path: 'events/subscription.paymentFailed_sub-1_payment-1',
      fields: {
        type: 'subscription.paymentFailed',
        occurredAt: NOW,
        subscriptionId: 'sub-1',
        planId: 'pro',
        planName: 'Pro',
        userId: 'user-1',
        organizationId: null,
        invoiceId: 'invoice-1',
        amount: 12_000,
        currency: 'TRY',
        failureReason: 'FUNDS',
        next: { what: 'RETRY', at: inDays(1) },
      },
    },
  ]);
});

test.each<[string, PaymentFailure, string]>([
  ['a refusal for good: the card is not charged again', 'EXPIRED_CARD', 'REMINDER'],
  ['a bank that wants its customer: likewise', 'AUTHENTICATION_REQUIRED', 'REMINDER'],
])('%s', (_edge, reason, what) => {
  const [changed, , event] = attemptFailed(charged(), failed(reason), NOW);
  expect(changed?.fields).toMatchObject({ dunning: { refusedMethodId: 'stripe_pm_1' } });
  expect(event?.fields).toMatchObject({ next: { what, at: inDays(1) } });
});

test('a payment that never came to the gateway is no failure: it is made by the next sweep', () => {
  expect(attemptFailed(charged(), failed('ABANDONED'), NOW)).toEqual([
    update({ attempt: null, nextActionAt: NOW }),
  ]);
});

test('the last retry: the next is the suspension', () => {
  const dunning = { startedAt: inDays(-7), step: 3, steppedAt: NOW, reason: null, refusedMethodId: null };
  const [changed, , event] = attemptFailed(charged({ status: 'PAST_DUE', dunning }), failed(), NOW);
  expect(changed?.fields).toMatchObject({ dunning: { step: 3 }, nextActionAt: inDays(3) });
  expect(event?.fields).toMatchObject({ next: { what: 'SUSPENSION', at: inDays(3) } });
});

test.each<[string, Partial<Subscription>, string]>([
  ['a try of the customer’s own', {}, 'payment-2'],
  ['the late failure of an attempt that was given up', { attempt: null }, 'payment-1'],
])('%s changes nothing', (_edge, override, paymentId) => {
  expect(attemptFailed(charged(override), failed('FUNDS', paymentId), NOW)).toEqual([]);
});

test.each<[string, Partial<Subscription>, Date | null]>([
  [
    'of a first invoice: it can be paid to the end of the week',
    { status: 'SUSPENDED', startedAt: null, currentPeriodStart: startOfDay('2026-04-10') },
    startOfDay('2026-04-18'),
  ],
  [
    'of an upgrade: it can be paid to the end of its day',
    {
      openInvoiceId: null,
      currentPeriodEnd: startOfDay('2026-05-10'),
      pendingUpgrade: {
        invoiceId: 'invoice-1',
        terms: {
          planId: 'max',
          planName: 'Max',
          billingPeriod: 'monthly',
          price: minorUnits(30_000),
          taxRate: 20,
        },
        period: null,
        expiresAt: startOfDay('2026-04-11'),
      },
    },
    startOfDay('2026-04-11'),
  ],
])('%s, and no dunning begins', (_edge, override, nextActionAt) => {
  const [changed, event, ...more] = attemptFailed(charged(override), failed(), NOW);
  expect(changed).toEqual(update({ attempt: null, nextActionAt }));
  expect(event?.fields).toMatchObject({ type: 'subscription.paymentFailed', next: { what: 'NOTHING' } });
  expect(more).toEqual([]);
});
