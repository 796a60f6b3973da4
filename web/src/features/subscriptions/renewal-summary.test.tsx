import { startOfDay } from '@hyble/billing-functions/src/core/calendar';
import type { Subscription } from '@hyble/billing-functions/src/schema/subscription';
import { screen } from '@testing-library/react';
import type { Stored } from '../../lib/documents';
import { dunningWith, subscriptionWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { RenewalSummary, SubscriptionReminders } from './renewal-summary';

const ready = (...rows: Stored<Subscription>[]) => ({
  status: 'ready' as const,
  data: { rows, loadMore: null, isLoadingMore: false },
});
const pastDue = subscriptionWith({
  id: 'late',
  status: 'PAST_DUE',
  openInvoiceId: 'i',
  dunning: dunningWith(),
});

it('sums up the earliest renewal of those that renew', async () => {
  const later = subscriptionWith({ id: 'later', currentPeriodEnd: startOfDay('2099-05-01') });
  const ending = subscriptionWith({
    id: 'ending',
    currentPeriodEnd: startOfDay('2099-03-01'),
    cancelAtPeriodEnd: true,
  });
  await renderInApp(<RenewalSummary subscriptions={ready(later, ending, subscriptionWith(), pastDue)} />);
  expect(screen.getByRole('region', { name: 'Sonraki yenileme' }).textContent).toBe(
    'Sonraki yenileme₺120,0010.03.2099 · ProAboneliğe git',
  );
  expect(screen.getByRole('link').getAttribute('href')).toBe('/subscriptions/subAbCdEf123456');
});

it('says nothing while nothing renews', async () => {
  await renderInApp(<RenewalSummary subscriptions={ready(pastDue)} />);
  expect(screen.queryByRole('region')).toBeNull();
});

it('leads to what needs its customer', async () => {
  const suspended = subscriptionWith({ id: 'still', status: 'SUSPENDED', openInvoiceId: 'i' });
  await renderInApp(<SubscriptionReminders subscriptions={ready(subscriptionWith(), pastDue, suspended)} />);
  expect(screen.getByText('Ödemenizi alamadık: Pro')).toBeDefined();
  expect(screen.getByText('Hizmet durduruldu: Pro')).toBeDefined();
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    '/subscriptions/late',
    '/subscriptions/still',
  ]);
});
