import { fireEvent, screen } from '@testing-library/react';
import type { Live } from '../../lib/live';
import type { Pages } from '../../lib/live-pages';
import { invoiceWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { InvoiceList } from './invoice-list';

type Invoices = Live<Pages<ReturnType<typeof invoiceWith>>>;

const list = (invoices: Invoices) => (
  <InvoiceList
    invoices={invoices}
    caption="Faturalar"
    hrefOf={(id) => `/invoices/${id}`}
    empty={<p>Faturalarınız burada görünecek.</p>}
  />
);
const ready = (override: Partial<Pages<ReturnType<typeof invoiceWith>>>): Invoices => ({
  status: 'ready',
  data: { rows: [invoiceWith()], loadMore: null, isLoadingMore: false, ...override },
});

it('shows a skeleton only when loading takes long enough to notice', async () => {
  await renderInApp(list({ status: 'loading' }));
  expect(screen.queryByText('Yükleniyor…')).toBeNull();
  expect(await screen.findByText('Yükleniyor…')).not.toBeNull();
});

it('says what failed and offers to try again', async () => {
  const retry = jest.fn();
  await renderInApp(list({ status: 'failed', problem: 'OFFLINE', retry }));
  expect(screen.getByRole('alert').textContent).toContain('Şu anda bize ulaşılamıyor.');
  fireEvent.click(screen.getByRole('button', { name: 'Tekrar dene' }));
  expect(retry).toHaveBeenCalledTimes(1);
});

it('says so when there is nothing', async () => {
  await renderInApp(list(ready({ rows: [] })));
  expect(screen.getByText('Faturalarınız burada görünecek.')).not.toBeNull();
  expect(screen.queryByRole('table')).toBeNull();
});

it('offers more when there is more, and nothing else when there is not', async () => {
  const loadMore = jest.fn();
  const { update } = await renderInApp(list(ready({ loadMore })));
  fireEvent.click(screen.getByRole('button', { name: 'Daha fazla göster' }));
  expect(loadMore).toHaveBeenCalledTimes(1);
  update(list(ready({})));
  expect(screen.queryByRole('button')).toBeNull();
});
