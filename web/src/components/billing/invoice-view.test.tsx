import { minorUnits } from '@hyble/billing-functions/src/core/money';
import { screen, within } from '@testing-library/react';
import { invoiceWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { InvoiceView } from './invoice-view';

const twoRates = invoiceWith({
  subtotal: minorUnits(150_000),
  taxes: [
    { rate: 10, base: minorUnits(50_000), amount: minorUnits(5_000) },
    { rate: 20, base: minorUnits(100_000), amount: minorUnits(20_000) },
  ],
  taxTotal: minorUnits(25_000),
  total: minorUnits(175_000),
  amountPaid: minorUnits(75_000),
  amountDue: minorUnits(100_000),
  notes: 'Teşekkürler',
});
const terms = () => screen.getAllByRole('term').map(({ textContent }) => textContent);
const facts = () => screen.getAllByRole('definition').map(({ textContent }) => textContent);

it('shows what Turkish law wants named, and VAT per rate', async () => {
  await renderInApp(<InvoiceView invoice={twoRates} />);
  const seller = screen.getByRole('region', { name: 'Satıcı' });
  expect(seller.textContent).toContain('Vergi dairesi: Zincirlikuyu');
  expect(seller.textContent).toContain('VKN/TCKN: 4740512697');
  expect(terms()).toEqual([
    'Düzenleme tarihi',
    'Vade tarihi',
    'Ara toplam',
    'KDV %10 (matrah ₺500,00)',
    'KDV %20 (matrah ₺1.000,00)',
    'Genel toplam',
    'Ödenen',
    'Kalan tutar',
  ]);
  expect(screen.getByRole('region', { name: 'Notlar' }).textContent).toBe('NotlarTeşekkürler');
});

it.each([
  ['tr', ['20.11.2026', '05.03.2099', '₺1.500,00', '₺50,00', '₺200,00', '₺1.750,00', '₺750,00', '₺1.000,00']],
  [
    'en',
    ['20 Nov 2026', '5 Mar 2099', '₺1,500.00', '₺50.00', '₺200.00', '₺1,750.00', '₺750.00', '₺1,000.00'],
  ],
] as const)('%s: writes days and sums as its readers do', async (locale, written) => {
  await renderInApp(<InvoiceView invoice={twoRates} />, { locale });
  expect(facts()).toEqual(written);
});

it('counts a day where the seller is, however late it is elsewhere', async () => {
  const issueDate = new Date('2026-11-19T21:30:00Z');
  await renderInApp(<InvoiceView invoice={invoiceWith({ issueDate })} />);
  expect(facts()[0]).toBe('20.11.2026');
});

it('is a table with headers on a wide screen', async () => {
  await renderInApp(<InvoiceView invoice={twoRates} />);
  const table = screen.getByRole('table', { name: 'Faturanın kalemleri' });
  expect(within(table).getAllByRole('columnheader')).toHaveLength(6);
  const [, line] = within(table).getAllByRole('row');
  expect([...(line?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
    'Bulut sunucu',
    '2',
    '₺500,00',
    '%20',
    '₺200,00',
    '₺1.200,00',
  ]);
  expect(within(table).getByRole('rowheader', { name: 'Bulut sunucu' })).not.toBeNull();
});

it('is a list on a phone', async () => {
  await renderInApp(<InvoiceView invoice={twoRates} />, { width: 320 });
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.getByRole('list', { name: 'Faturanın kalemleri' }).textContent).toContain('2 × ₺500,00');
});

it('shows no payments of a draft, nor parties that are not known yet', async () => {
  const draft = invoiceWith({
    status: 'DRAFT',
    invoiceNumber: null,
    issueDate: null,
    seller: null,
    buyer: null,
  });
  await renderInApp(<InvoiceView invoice={draft} />, { locale: 'en' });
  expect(screen.queryByText('Issue date')).toBeNull();
  expect(screen.queryByText('Amount due')).toBeNull();
  expect(screen.getAllByText('Filled in when the invoice is issued')).toHaveLength(2);
});

it('names what was credited, taken off', async () => {
  const credited = invoiceWith({ amountCredited: minorUnits(20_000), amountDue: minorUnits(100_000) });
  await renderInApp(<InvoiceView invoice={credited} />, { locale: 'en' });
  expect(terms().at(-3)).toBe('Credited');
  expect(facts().slice(-3)).toEqual(['-₺200.00', '₺0.00', '₺1,000.00']);
});

it('has no heading for notes where there are none', async () => {
  const { update } = await renderInApp(<InvoiceView invoice={invoiceWith({ notes: '' })} />);
  expect(screen.queryByText('Notlar')).toBeNull();
  update(<InvoiceView invoice={invoiceWith({ notes: null })} />);
  expect(screen.queryByText('Notlar')).toBeNull();
});

it('follows what is paid while it is open', async () => {
  const { update } = await renderInApp(<InvoiceView invoice={twoRates} />);
  update(
    <InvoiceView
      invoice={{ ...twoRates, amountPaid: twoRates.total, amountDue: minorUnits(0), status: 'PAID' }}
    />,
  );
  expect(facts().slice(-2)).toEqual(['₺1.750,00', '₺0,00']);
});
