import { minorUnits } from '@hyble/billing-functions/src/core/money';
import type { PaymentStatus } from '@hyble/billing-functions/src/schema/payment';
import { screen, within } from '@testing-library/react';
import { paymentWith, refundWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { PaymentHistory } from './payment-history';

const rows = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

it.each([
  ['en', 'No payment yet.'],
  ['tr', 'Henüz ödeme yok.'],
] as const)('%s: says that nobody has paid yet', async (locale, words) => {
  await renderInApp(<PaymentHistory payments={[]} />, { locale });
  expect(screen.getByText(words)).not.toBeNull();
  expect(screen.queryByRole('list')).toBeNull();
});

it('shows failed attempts with their reason, installments and what became wallet money', async () => {
  const payments = [
    paymentWith({ id: 'a', status: 'FAILED', failureReason: 'FUNDS' }),
    paymentWith({
      id: 'b',
      status: 'SUCCEEDED',
      installment: 3,
      surcharge: minorUnits(4_500),
      creditedToWallet: minorUnits(5_000),
    }),
  ];
  await renderInApp(<PaymentHistory payments={payments} />);
  const [failed, succeeded] = rows();
  expect(failed).toContain('Kart limiti veya bakiyesi yetersiz.');
  expect(succeeded).toContain('PayTR · 3 taksit · Vade farkı: ₺45,00');
  expect(succeeded).toContain('₺50,00 borçtan fazlaydı; cüzdan bakiyesine alındı.');
});

it.each<[PaymentStatus, string]>([
  ['PENDING', 'Pending'],
  ['PROCESSING', 'Processing'],
  ['SUCCEEDED', 'Succeeded'],
  ['FAILED', 'Failed'],
  ['REFUNDED', 'Refunded'],
])('names a payment that is %s, its sum, its way and its time with the zone', async (status, word) => {
  await renderInApp(<PaymentHistory payments={[paymentWith({ status })]} />, { locale: 'en' });
  expect(rows()).toEqual([`₺1,200.00${word}PayTR20 Nov 2026, 12:00 GMT+3`]);
});

it('lists a payment and the part that the wallet pays of it once', async () => {
  const walletPart = { paymentId: 'part', amount: minorUnits(20_000), status: 'CAPTURED' as const };
  const payments = [
    paymentWith({ status: 'SUCCEEDED', amount: minorUnits(100_000), walletPart }),
    paymentWith({ id: 'part', gateway: 'wallet', partOf: 'payment-1' }),
  ];
  await renderInApp(<PaymentHistory payments={payments} />);
  expect(rows()).toHaveLength(1);
});

it('tells each refund with its own payment', async () => {
  const payments = [
    paymentWith({ id: 'a', status: 'SUCCEEDED' }),
    paymentWith({ id: 'b', status: 'SUCCEEDED' }),
  ];
  const refunds = [refundWith({ paymentId: 'b' })];
  await renderInApp(<PaymentHistory payments={payments} refunds={refunds} />, { locale: 'en' });
  const list = screen.getByRole('list', { name: 'Payments of this invoice, newest first' });
  const [first, second] = [...list.children];
  expect(first?.textContent).not.toContain('refunded');
  expect(within(second as HTMLElement).getByText('₺100.00 was refunded the way it was paid.')).not.toBeNull();
});

it('leads to more where there is more', async () => {
  await renderInApp(
    <PaymentHistory payments={[paymentWith()]} linkOf={({ id }) => <a href={`/${id}`}>Open</a>} />,
  );
  expect(screen.getByRole('link', { name: 'Open' }).getAttribute('href')).toBe('/payment-1');
});

it('follows a payment that is settled while it is looked at', async () => {
  const { update } = await renderInApp(<PaymentHistory payments={[]} />, { locale: 'en' });
  update(<PaymentHistory payments={[paymentWith({ status: 'PROCESSING' })]} />);
  expect(screen.getByText('Processing')).not.toBeNull();
  update(<PaymentHistory payments={[paymentWith({ status: 'SUCCEEDED' })]} />);
  expect(screen.getByText('Succeeded')).not.toBeNull();
  expect(screen.queryByText('Processing')).toBeNull();
});
