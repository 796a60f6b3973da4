import { startOfDay } from '@hyble/billing-functions/src/core/calendar';
import type { Subscription } from '@hyble/billing-functions/src/schema/subscription';
import { screen } from '@testing-library/react';
import { dunningWith, subscriptionWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { SubscriptionCard } from './subscription-card';

const attempt = { paymentId: 'p', invoiceId: 'i', paymentMethodId: 'm' };

it.each<[string, Partial<Subscription>, string, string]>([
  ['that runs', {}, 'Etkin', '10.03.2099 tarihinde yenilenir.'],
  [
    'on trial',
    { trialEnd: startOfDay('2099-03-10') },
    'Etkin',
    '10.03.2099 tarihine kadar deneme süresi, sonra aylık ₺120,00.',
  ],
  [
    'that ends with its period',
    { cancelAtPeriodEnd: true },
    'Etkin',
    '10.03.2099 tarihine kadar açık kalır, yeni ücret alınmaz.',
  ],
  ['whose customer pays by link', { openInvoiceId: 'i' }, 'Etkin', 'Bu dönemin faturası ödemenizi bekliyor.'],
  ['that is being charged', { openInvoiceId: 'i', attempt }, 'Etkin', 'Ödeme sürüyor.'],
  [
    'that is past due',
    { status: 'PAST_DUE', openInvoiceId: 'i', dunning: dunningWith() },
    'Ödemesi gecikmiş',
    'Ödemeyi alamadık. Hizmetin duracağı tarih: 11.02.2099.',
  ],
  [
    'that is suspended',
    { status: 'SUSPENDED', openInvoiceId: 'i', dunning: dunningWith() },
    'Durduruldu',
    'Hizmet durduruldu; ödeme yapınca hemen açılır.',
  ],
  [
    'that nobody has paid yet',
    { status: 'SUSPENDED', startedAt: null, openInvoiceId: 'i' },
    'İlk ödeme bekleniyor',
    'İlk fatura ödenince başlar; son gün 17.02.2099.',
  ],
  [
    'that is over',
    { status: 'CANCELLED', cancelledAt: startOfDay('2099-02-20') },
    'İptal edildi',
    '20.02.2099 tarihinde sona erdi.',
  ],
])('a subscription %s says so', async (_, override, status, outlook) => {
  await renderInApp(<SubscriptionCard subscription={subscriptionWith(override)} href="/s" />);
  expect(screen.getByRole('article').textContent).toBe(`Pro${status}${outlook}aylık ₺120,00`);
  expect(screen.getByRole('link', { name: 'Pro' }).getAttribute('href')).toBe('/s');
});

it('speaks English, and names a year', async () => {
  await renderInApp(
    <SubscriptionCard
      subscription={subscriptionWith({ billingPeriod: 'annually', currency: 'EUR' })}
      href="/s"
    />,
    { locale: 'en' },
  );
  expect(screen.getByRole('article').textContent).toBe('ProActiveRenews on 10 Mar 2099.€120.00 a year');
});
