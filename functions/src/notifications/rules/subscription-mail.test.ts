import { minorUnits } from '../../core/money';
import { anInvoice } from '../../invoices/testing/invoice-factory';
import type { SubscriptionOutboxEvent } from '../../schema/outbox-event';
import { aUser } from '../../testing/factories';
import { mailOf, subscriptionMail } from './subscription-mail';

const at = new Date('2026-03-20T07:00:00Z');

function anEvent(override: Partial<SubscriptionOutboxEvent> = {}): SubscriptionOutboxEvent {
  return {
    type: 'subscription.paymentFailed',
    occurredAt: new Date('2026-03-10T07:00:00Z'),
    subscriptionId: 'sub-1',
    planId: 'pro',
    planName: 'Pro',
    invoiceId: 'invoice-1',
    failureReason: 'FUNDS',
    next: { what: 'RETRY', at },
    userId: 'user-1',
    organizationId: null,
    amount: minorUnits(12_000),
    currency: 'TRY',
    createdAt: at,
    updatedAt: at,
    ...override,
  };
}

const failed = (what: SubscriptionOutboxEvent['next']['what']) => ({ next: { what, at } });
const type = (name: SubscriptionOutboxEvent['type']) => ({ type: name });

/** The subjects, by event, in Turkish and in English. */
const MAILS: [string, Partial<SubscriptionOutboxEvent>, string, string][] = [
  [
    'first payment',
    type('subscription.started'),
    'Pro aboneliğiniz başladı',
    'Your Pro subscription has started',
  ],
  [
    'a trial',
    { ...type('subscription.started'), invoiceId: null },
    'Pro aboneliğiniz başladı',
    'Your Pro subscription has started',
  ],
  [
    'a period to be paid by link',
    type('subscription.paymentDue'),
    'HYB-202603-0042 numaralı faturanız: ₺120,00',
    'Invoice HYB-202603-0042: ₺120.00 due today',
  ],
  [
    'a failure that is tried again',
    failed('RETRY'),
    '20.03.2026 tarihinde tekrar deneyeceğiz: kartınızı güncelleyin',
    'We will try again on 20 Mar 2026: update your card',
  ],
  [
    'a card that was refused for good',
    failed('REMINDER'),
    'HYB-202603-0042 numaralı faturanın ödemesi alınamadı',
    'Your payment for invoice HYB-202603-0042 failed',
  ],
  [
    'the last retry',
    failed('SUSPENSION'),
    'Son hatırlatma: hizmet 20.03.2026 tarihinde durdurulacak',
    'Last notice: service pauses on 20 Mar 2026',
  ],
  [
    'a first invoice, or an upgrade',
    failed('NOTHING'),
    'HYB-202603-0042 numaralı faturanın ödemesi alınamadı',
    'Your payment for invoice HYB-202603-0042 failed',
  ],
  [
    'a reminder where nothing can be charged',
    { ...type('subscription.paymentReminded'), ...failed('REMINDER') },
    'Hatırlatma: HYB-202603-0042 numaralı faturanız ödenmedi',
    'Reminder: invoice HYB-202603-0042 is not paid',
  ],
  [
    'the last of them',
    { ...type('subscription.paymentReminded'), ...failed('SUSPENSION') },
    'Son hatırlatma: hizmet 20.03.2026 tarihinde durdurulacak',
    'Last notice: service pauses on 20 Mar 2026',
  ],
  ['day 10', type('subscription.suspended'), 'Hizmetiniz durduruldu', 'Your service is paused'],
  [
    'paid after it',
    type('subscription.resumed'),
    'Hizmetiniz yeniden açıldı',
    'Your service is active again',
  ],
  [
    'another plan',
    type('subscription.changed'),
    'Pro aboneliğiniz güncellendi',
    'Your Pro subscription has changed',
  ],
  [
    'cancelled at the end',
    type('subscription.ending'),
    'Pro aboneliğiniz 20.03.2026 tarihinde sona erecek',
    'Your Pro subscription ends on 20 Mar 2026',
  ],
  [
    'the end',
    type('subscription.cancelled'),
    'Pro aboneliğiniz sona erdi',
    'Your Pro subscription has ended',
  ],
  [
    'a week before',
    type('subscription.renewalAhead'),
    'Pro aboneliğiniz 20.03.2026 tarihinde yenilenecek',
    'Pro renews on 20 Mar 2026',
  ],
];

test.each(MAILS)('%s', (_edge, override, tr, en) => {
  for (const [locale, subject] of [
    ['tr', tr],
    ['en', en],
  ] as const) {
    const found = { user: aUser({ locale }), invoice: anInvoice() };
    const mail = subscriptionMail({ id: 'event-1', event: anEvent(override) }, found, 'https://app.example');
    expect(mail).toMatchObject({
      op: 'create',
      path: 'mail/event-1',
      fields: { toUids: ['user-1'], message: { subject } },
    });
    const { text } = (mail?.fields as { message: { text: string } }).message;
    expect(text).toMatch(
      /https:\/\/app\.example\/(invoices\/invoice-1|payment-methods|subscriptions\/sub-1)$/,
    );
    // No fact is missing from a sentence.
    expect(text).not.toMatch(/undefined|null| {2}| [.,]/);
  }
});

test('a bank that wants its customer is told of by the payment; the last notice is sent all the same', () => {
  const failureReason = 'AUTHENTICATION_REQUIRED';
  expect(mailOf(anEvent({ failureReason, ...failed('REMINDER') }))).toBeNull();
  expect(mailOf(anEvent({ failureReason, ...failed('SUSPENSION') }))).toBe('lastNotice');
});

test('a customer who has left is not written to', () => {
  expect(
    subscriptionMail(
      { id: 'event-1', event: anEvent() },
      { user: null, invoice: null },
      'https://app.example',
    ),
  ).toBeNull();
});
