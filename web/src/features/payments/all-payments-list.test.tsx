import { minorUnits } from '@hyble/billing-functions/src/core/money';
import { screen, within } from '@testing-library/react';
import { Empty } from '../../components/empty';
import { paymentWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { AllPaymentsList } from './all-payments-list';

const payments = [
  paymentWith({
    id: 'p1',
    status: 'SUCCEEDED',
    amount: minorUnits(100_000),
    surcharge: minorUnits(5_000),
    fee: minorUnits(3_000),
    installment: 3,
    walletPart: { paymentId: 'w', amount: minorUnits(20_000), status: 'CAPTURED' },
  }),
  paymentWith({ id: 'p2', invoiceIds: [], gateway: 'stripe' }),
];
const list = (
  <AllPaymentsList
    payments={{ status: 'ready', data: { rows: payments, loadMore: null, isLoadingMore: false } }}
    customerOf={() => 'Ayşe'}
    empty={<Empty text="none" />}
  />
);
const texts = (row: HTMLElement, role: string) =>
  within(row)
    .getAllByRole(role)
    .map(({ textContent }) => textContent);

it('shows gross, fee and net; a fee that is not told yet is not zero', async () => {
  await renderInApp(list, { locale: 'en' });
  const [, first, second] = screen.getAllByRole('row');
  if (first === undefined || second === undefined) throw new Error('two payments, two rows');
  expect(texts(first, 'cell')).toEqual([
    'Ayşe',
    'PayTR3 instalments · + ₺200.00 wallet',
    '₺1,050.00',
    '₺30.00',
    '₺1,020.00',
    'Succeeded',
  ]);
  expect(texts(second, 'cell')).toEqual(['Ayşe', 'StripeWallet top-up', '₺1,200.00', '–', '–', 'Pending']);
  expect(within(first).getByRole('link').getAttribute('href')).toBe('/console/payments/p1');
});

it('becomes cards on a phone', async () => {
  await renderInApp(list, { width: 375 });
  expect(screen.getByRole('list', { name: 'Tüm tahsilatlar, en yeniden eskiye' }).children).toHaveLength(2);
  expect(screen.queryByRole('table')).toBeNull();
});
