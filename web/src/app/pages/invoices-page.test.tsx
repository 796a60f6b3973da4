import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useCustomerInvoices } from '../../features/invoices/use-customer-invoices';
import { invoiceWith } from '../../testing/factories';
import { live } from '../../testing/live-states';
import { renderInApp } from '../../testing/render';
import InvoicesPage from './invoices-page';

jest.mock('../../lib/session', () => ({
  useVisitor: () => ({ uid: 'ayse', email: 'ayse@hyble.example', role: null }),
}));
jest.mock('../../features/invoices/use-customer-invoices', () => ({ useCustomerInvoices: jest.fn() }));
jest.mock('../../features/customers/use-profile', () => ({ useProfile: () => ({ status: 'loading' }) }));
jest.mock('../../features/customers/use-organizations', () => ({
  useOrganizations: () => ({ status: 'loading' }),
}));

const invoices = jest.mocked(useCustomerInvoices);
beforeEach(() => {
  invoices.mockReset().mockReturnValue(live.rows(invoiceWith()));
});

const open = (path = '/invoices') => renderInApp(<InvoicesPage />, { locale: 'en', path });
const asked = () => invoices.mock.lastCall;

it('asks for what the address says', async () => {
  await open('/invoices?tab=paid&number=2026&from=2026-01-01&to=2026-03-31&sort=oldest&account=org');
  expect(asked()).toEqual([
    'ayse',
    'org',
    { tab: 'paid', number: '2026', from: '2026-01-01', to: '2026-03-31', sort: 'oldest' },
  ]);
});

it('keeps the rest of the search in every address that it leads to', async () => {
  await open('/invoices?from=2026-01-01&account=org');
  const hrefOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
  expect(hrefOf('To pay')).toBe('/invoices?tab=to-pay&from=2026-01-01&account=org');
  expect(hrefOf('Due')).toBe('/invoices?from=2026-01-01&sort=due-first&account=org');
});

it('writes what is chosen into the address', async () => {
  const { history } = await open('/invoices?tab=to-pay&account=org');
  fireEvent.change(await screen.findByLabelText('Order'), { target: { value: 'due-last' } });
  expect(history.at(-1)).toBe('/invoices?tab=to-pay&sort=due-last&account=org');
  expect(history).toHaveLength(2);
  fireEvent.change(screen.getByLabelText('Invoice number begins with'), { target: { value: 'HYB' } });
  await waitFor(() => {
    expect(history.at(-1)).toBe('/invoices?tab=to-pay&number=HYB&sort=due-last&account=org');
  });
});

it('orders by the headers, which say how', async () => {
  const { history } = await open();
  const header = (name: string) => screen.getByRole('columnheader', { name });
  expect(header('Issued').getAttribute('aria-sort')).toBe('descending');
  expect(header('Due').getAttribute('aria-sort')).toBeNull();
  fireEvent.click(within(header('Due')).getByRole('link'));
  expect(history.at(-1)).toBe('/invoices?sort=due-first');
  expect(header('Due').getAttribute('aria-sort')).toBe('ascending');
  fireEvent.click(within(header('Due')).getByRole('link'));
  expect(header('Due').getAttribute('aria-sort')).toBe('descending');
  fireEvent.click(within(header('Issued')).getByRole('link'));
  expect(history.at(-1)).toBe('/invoices');
});

it('keeps the rows, and the focus on the header, while another order is on its way', async () => {
  await open();
  const header = screen.getByRole('link', { name: 'Due' });
  header.focus();
  invoices.mockReturnValue(live.loading);
  fireEvent.click(header);
  expect(document.activeElement).toBe(header);
  expect(screen.getByRole('link', { name: 'HYB-202611-0042' })).not.toBeNull();
});

it('offers no header to order by while a number is sought', async () => {
  await open('/invoices?number=2026');
  expect(within(screen.getByRole('columnheader', { name: 'Due' })).queryByRole('link')).toBeNull();
});

describe('without a row', () => {
  beforeEach(() => {
    invoices.mockReturnValue(live.rows());
  });

  it('has nothing yet', async () => {
    await open('/invoices?sort=oldest');
    expect(screen.getByText('Your invoices will appear here.')).not.toBeNull();
    expect(screen.queryByRole('link', { name: 'Clear filters' })).toBeNull();
  });

  it('goes on from the list when the filters are cleared', async () => {
    await open('/invoices?tab=paid');
    const link = screen.getByRole('link', { name: 'Clear filters' });
    fireEvent.click(link);
    expect(document.activeElement?.contains(screen.getByText('Your invoices will appear here.'))).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
  });

  it.each(['tab=paid', 'number=9', 'from=2026-01-01', 'to=2026-01-01'])(
    'finds no match for %s, and clears it but neither order nor account',
    async (filter) => {
      await open(`/invoices?${filter}&sort=oldest&account=org`);
      expect(screen.getByText('No invoice matches.')).not.toBeNull();
      expect(screen.getByRole('link', { name: 'Clear filters' }).getAttribute('href')).toBe(
        '/invoices?sort=oldest&account=org',
      );
    },
  );
});
