import { startOfDay } from '@hyble/billing-functions/src/core/calendar';
import type { Subscription } from '@hyble/billing-functions/src/schema/subscription';
import { fireEvent, screen } from '@testing-library/react';
import { call } from '../../lib/callable';
import { dunningWith, subscriptionWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { SubscriptionNotice } from './subscription-notice';

jest.mock('../../lib/callable', () => ({
  ...jest.requireActual<object>('../../lib/callable'),
  call: jest.fn(),
}));

const { planId, billingPeriod, price, taxRate } = subscriptionWith();
const terms = { planId, planName: 'Mini', billingPeriod, price, taxRate };
const LINK = { kind: 'LINK', paymentMethodId: null, useWallet: false } as const;

/** Of the notice; the app's own announcer is silent. */
const words = () =>
  [...document.querySelectorAll('[role="alert"], [role="status"]')]
    .map(({ textContent }) => textContent)
    .find((text) => text !== '');

it.each<[string, Partial<Subscription>, string]>([
  [
    'a card that is tried again',
    { status: 'PAST_DUE', openInvoiceId: 'i', dunning: dunningWith() },
    'We could not collect your paymentThe card’s limit or balance is not enough. Use another card.We try again on 2 Feb 2099. Unpaid, the service stops on 11 Feb 2099.',
  ],
  [
    'a card that is not tried again',
    {
      status: 'PAST_DUE',
      openInvoiceId: 'i',
      dunning: dunningWith({ reason: 'EXPIRED_CARD', refusedMethodId: 'm' }),
    },
    'We could not collect your paymentThis card has expired. Use another one.We do not charge this card again by ourselves: pay below or choose another way. We remind you on 2 Feb 2099. Unpaid, the service stops on 11 Feb 2099.',
  ],
  [
    'a customer who pays by link',
    { status: 'PAST_DUE', openInvoiceId: 'i', dunning: dunningWith({ reason: null }), paymentWay: LINK },
    'Your payment is lateWe remind you again on 2 Feb 2099. Unpaid, the service stops on 11 Feb 2099.',
  ],
  [
    'the last step',
    {
      status: 'PAST_DUE',
      openInvoiceId: 'i',
      dunning: dunningWith({ step: 3, steppedAt: startOfDay('2099-02-08') }),
    },
    'We could not collect your paymentThe card’s limit or balance is not enough. Use another card.There is no further attempt. Unpaid, the service stops on 11 Feb 2099.',
  ],
  [
    'a service that stands still',
    { status: 'SUSPENDED', openInvoiceId: 'i', dunning: dunningWith() },
    'Your service is pausedThe card’s limit or balance is not enough. Use another card.Pay below, or choose another card, and it resumes at once. The days that were left are not lost.',
  ],
  [
    'a first invoice',
    { status: 'SUSPENDED', startedAt: null, openInvoiceId: 'i' },
    'Pay the first invoice to beginThe service begins with the payment. Unpaid by 17 Feb 2099, the subscription is given up.',
  ],
  [
    'an upgrade that waits',
    { pendingUpgrade: { invoiceId: 'u', terms, period: null, expiresAt: startOfDay('2099-02-12') } },
    'The change to Mini waits for its paymentIt takes effect when it is paid, by 11 Feb 2099. Otherwise everything stays as it is.',
  ],
  [
    'a downgrade',
    { pendingTerms: terms },
    'Changes to Mini on 10 Mar 2099Until then Pro stays as it is. From then on it costs ₺120.00 a month.',
  ],
])('%s', async (_, override, sentence) => {
  await renderInApp(<SubscriptionNotice subscription={subscriptionWith(override)} mayResume />, {
    locale: 'en',
  });
  expect(words()).toBe(sentence);
});

it('says nothing of one that simply runs', async () => {
  await renderInApp(<SubscriptionNotice subscription={subscriptionWith()} mayResume />);
  expect(words()).toBeUndefined();
});

it('takes a cancellation back, for its owner', async () => {
  const ending = subscriptionWith({ cancelAtPeriodEnd: true });
  await renderInApp(<SubscriptionNotice subscription={ending} mayResume />);
  fireEvent.click(screen.getByRole('button', { name: 'Aboneliği sürdür' }));
  expect(call).toHaveBeenCalledWith('subscription-resume', { subscriptionId: ending.id });
});

it('offers no way back to others', async () => {
  await renderInApp(
    <SubscriptionNotice subscription={subscriptionWith({ cancelAtPeriodEnd: true })} mayResume={false} />,
  );
  expect(screen.queryByRole('button')).toBeNull();
});
