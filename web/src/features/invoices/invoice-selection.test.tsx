import { minorUnits } from '@hyble/billing-functions/src/core/money';
import { fireEvent, screen } from '@testing-library/react';
import { InvoiceTable } from '../../components/billing/invoice-table';
import { invoiceWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { SelectionBar } from './selection-bar';
import { useInvoiceSelection } from './use-invoice-selection';

const numbered = (id: string, override: Parameters<typeof invoiceWith>[0] = {}) =>
  invoiceWith({ id, invoiceNumber: id, ...override });

const rows = [
  numbered('a'),
  numbered('b', { amountDue: minorUnits(30_000), status: 'PARTIAL' }),
  numbered('paid', { status: 'PAID', amountDue: minorUnits(0) }),
  numbered('busy', { processingPaymentIds: ['x'] }),
  numbered('euro', { currency: 'EUR' }),
];

function List({ invoices = rows }: { invoices?: typeof rows }) {
  const { selection, ...chosen } = useInvoiceSelection(invoices);
  return (
    <>
      <InvoiceTable caption="Faturalar" invoices={invoices} hrefOf={(id) => id} selection={selection} />
      <SelectionBar {...chosen} />
    </>
  );
}

const choices = () =>
  screen.queryAllByRole('checkbox').map((box) => box.getAttribute('aria-label')?.split(' ')[0]);
const choose = (number: string) => {
  fireEvent.click(screen.getByRole('checkbox', { name: `${number} numaralı faturayı seç` }));
};

it('offers what is open and not being paid already', async () => {
  await renderInApp(<List />);
  expect(choices()).toEqual(['a', 'b', 'euro']);
  expect(screen.queryByRole('region', { name: 'Seçilen faturalar' })).toBeNull();
});

it('sums what is chosen, in one currency, and leads to paying it', async () => {
  await renderInApp(<List />);
  choose('a');
  expect(choices()).toEqual(['a', 'b']);
  choose('b');
  expect(screen.getByText('2 fatura, ₺1.500,00')).not.toBeNull();
  expect(screen.getByRole('link', { name: 'Seçilenleri öde: ₺1.500,00' }).getAttribute('href')).toBe(
    '/pay?invoices=a.b',
  );
  choose('a');
  expect(screen.getByText('1 fatura, ₺300,00')).not.toBeNull();
});

it('lets go of all at once, and of what is paid meanwhile', async () => {
  const { update } = await renderInApp(<List />);
  choose('a');
  choose('b');
  update(<List invoices={[numbered('a', { status: 'PAID', amountDue: minorUnits(0) }), ...rows.slice(1)]} />);
  expect(screen.getByText('1 fatura, ₺300,00')).not.toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Seçimi temizle' }));
  expect(screen.queryByRole('region', { name: 'Seçilen faturalar' })).toBeNull();
  expect(choices()).toEqual(['b', 'euro']);
});

it('can be chosen on a phone too', async () => {
  await renderInApp(<List />, { width: 375 });
  choose('a');
  expect(screen.getByText('1 fatura, ₺1.200,00')).not.toBeNull();
});
