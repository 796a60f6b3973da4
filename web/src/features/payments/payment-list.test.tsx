import { fireEvent, screen } from '@testing-library/react';
import type { Live } from '../../lib/live';
import type { Pages } from '../../lib/live-pages';
import { paymentWith, refundWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { PaymentList } from './payment-list';

type Payments = Live<Pages<ReturnType<typeof paymentWith>>>;

const ready = (rows: ReturnType<typeof paymentWith>[], loadMore: (() => void) | null = null): Payments => ({
  status: 'ready',
  data: { rows, loadMore, isLoadingMore: false },
});
const list = (payments: Payments, refunds: ReturnType<typeof refundWith>[] = []) => (
  <PaymentList payments={payments} refunds={refunds} empty={<p>Ödemeleriniz burada görünecek.</p>} />
);

it('leads to each payment by its sum and what it is for', async () => {
  const rows = [
    paymentWith({ id: 'a' }),
    paymentWith({ id: 'b', invoiceIds: ['x', 'y'] }),
    paymentWith({ id: 'c', invoiceIds: [] }),
  ];
  await renderInApp(list(ready(rows), [refundWith({ paymentId: 'b' })]));
  expect(screen.getAllByRole('link').map((link) => [link.getAttribute('href'), link.textContent])).toEqual([
    ['/payments/a', '₺1.200,00 · 1 fatura'],
    ['/payments/b', '₺1.200,00 · 2 fatura'],
    ['/payments/c', '₺1.200,00 · bakiye yükleme'],
  ]);
  expect(screen.getByRole('list', { name: 'İadeler' }).closest('li')?.textContent).toContain('2 fatura');
});

it('says what failed and offers to try again', async () => {
  const retry = jest.fn();
  await renderInApp(list({ status: 'failed', problem: 'FAILED', retry }));
  fireEvent.click(screen.getByRole('button', { name: 'Tekrar dene' }));
  expect(retry).toHaveBeenCalledTimes(1);
});

it('says so when there is nothing', async () => {
  await renderInApp(list(ready([])));
  expect(screen.getByText('Ödemeleriniz burada görünecek.')).not.toBeNull();
});

it('offers more when there is more', async () => {
  const loadMore = jest.fn();
  await renderInApp(list(ready([paymentWith()], loadMore)));
  fireEvent.click(screen.getByRole('button', { name: 'Daha fazla göster' }));
  expect(loadMore).toHaveBeenCalledTimes(1);
});
