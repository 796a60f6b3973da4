import { startOfDay } from '@hyble/billing-functions/src/core/calendar';
import { minorUnits } from '@hyble/billing-functions/src/core/money';
import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { fireEvent, screen, within } from '@testing-library/react';
import type { Stored } from '../../lib/documents';
import type { Live } from '../../lib/live';
import { invoiceWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { OpenBalances } from './open-balances';

const balances = (open: Live<readonly Stored<Invoice>[]>, most = 100) => (
  <OpenBalances open={open} most={most} account={null} />
);
const ready = (...data: Stored<Invoice>[]) => ({ status: 'ready', data }) as const;
const links = () => screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);

it('shows a skeleton while it asks', async () => {
  await renderInApp(balances({ status: 'loading' }));
  expect(screen.queryByText('Ödenecek borcunuz yok.')).toBeNull();
});

it('says what failed and offers to try again', async () => {
  const retry = jest.fn();
  await renderInApp(balances({ status: 'failed', problem: 'OFFLINE', retry }));
  fireEvent.click(screen.getByRole('button', { name: 'Tekrar dene' }));
  expect(retry).toHaveBeenCalledTimes(1);
});

it('says that nothing is owed', async () => {
  await renderInApp(balances(ready()), { locale: 'en' });
  expect(screen.getByText('You owe nothing.')).not.toBeNull();
});

it('leads to the one invoice that is open', async () => {
  await renderInApp(balances(ready(invoiceWith())));
  expect(links()).toEqual([
    ['₺1.200,00 öde', '/invoices/invoice-1'],
    ['Açık faturaları gör', '/invoices?tab=to-pay'],
  ]);
});

it('sums by currency, names what is late, and pays together what can be paid, the oldest first', async () => {
  const late = startOfDay('2026-01-05');
  await renderInApp(
    balances(
      ready(
        invoiceWith({ id: 'new' }),
        invoiceWith({ id: 'old', status: 'OVERDUE', dueDate: late, amountDue: minorUnits(5_000) }),
        invoiceWith({ id: 'moving', processingPaymentIds: ['p'], amountDue: minorUnits(100) }),
        invoiceWith({ id: 'euro', currency: 'EUR' }),
      ),
    ),
    { locale: 'en' },
  );
  const lira = within(screen.getByRole('region', { name: 'Amount due, TRY' }));
  expect(lira.getByText('₺1,251.00')).not.toBeNull();
  expect(lira.getByText('Of this overdue: ₺50.00')).not.toBeNull();
  expect(lira.getByText('3 open invoices')).not.toBeNull();
  expect(lira.getByRole('link', { name: 'Pay ₺1,250.00 together' }).getAttribute('href')).toBe(
    '/pay?invoices=old.new',
  );
  const euro = within(screen.getByRole('region', { name: 'Amount due, EUR' }));
  expect(euro.getByText('1 open invoice')).not.toBeNull();
  expect(euro.queryByText(/overdue/)).toBeNull();
});

it('offers no payment while one is on its way', async () => {
  await renderInApp(balances(ready(invoiceWith({ processingPaymentIds: ['p'] }))), { locale: 'en' });
  expect(links()).toEqual([['See open invoices', '/invoices?tab=to-pay']]);
});

it('does not claim to have counted more than it asked for', async () => {
  await renderInApp(balances(ready(invoiceWith()), 1), { locale: 'en' });
  expect(screen.getByText('At least 1 open invoices')).not.toBeNull();
});
