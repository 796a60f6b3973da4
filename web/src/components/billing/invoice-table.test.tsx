import { minorUnits } from '@hyble/billing-functions/src/core/money';
import { fireEvent, screen, within } from '@testing-library/react';
import type { InvoiceSort } from '../../lib/invoice-search';
import { invoiceWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { InvoiceTable } from './invoice-table';
import type { InvoiceSelection } from './invoice-table';

const invoices = [
  invoiceWith(),
  invoiceWith({ id: 'invoice-2', invoiceNumber: null, status: 'DRAFT', issueDate: null, currency: 'EUR' }),
];
const table = { caption: 'Faturalar', invoices, hrefOf: (id: string) => `/invoices/${id}` };
const PHONE = { width: 375 };

describe('on a wide screen', () => {
  it('has a caption, headers with a scope, and a link a row', async () => {
    await renderInApp(<InvoiceTable {...table} />);
    const found = screen.getByRole('table', { name: 'Faturalar' });
    const headers = within(found).getAllByRole('columnheader');
    expect(headers.map(({ textContent }) => textContent)).toEqual([
      'Numara',
      'Düzenleme',
      'Vade',
      'Durum',
      'Toplam',
      'Kalan tutar',
    ]);
    expect(headers.every((header) => header.getAttribute('scope') === 'col')).toBe(true);
    const links = within(found).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/invoices/invoice-1',
      '/invoices/invoice-2',
    ]);
    expect(links.map(({ textContent }) => textContent)).toEqual(['HYB-202611-0042', 'Taslak']);
  });

  it('names the currency of every amount', async () => {
    await renderInApp(<InvoiceTable {...table} />);
    expect(screen.getAllByText('₺1.200,00')).toHaveLength(2);
    expect(screen.getAllByText('€1.200,00')).toHaveLength(2);
  });

  it('has a dash where a draft has no day of issue', async () => {
    await renderInApp(<InvoiceTable {...table} invoices={invoices.slice(1)} />);
    expect(screen.getByRole('cell', { name: '–' })).not.toBeNull();
  });

  it('says whose each is to staff', async () => {
    await renderInApp(<InvoiceTable {...table} customerOf={({ userId }) => <em>{userId}</em>} />);
    expect(screen.getByRole('columnheader', { name: 'Müşteri' })).not.toBeNull();
    expect(screen.getAllByText('ayse')).toHaveLength(2);
  });
});

describe('on a phone', () => {
  it('is a list of cards', async () => {
    await renderInApp(<InvoiceTable {...table} />, PHONE);
    expect(screen.queryByRole('table')).toBeNull();
    const cards = within(screen.getByRole('list', { name: 'Faturalar' })).getAllByRole('listitem');
    expect(cards).toHaveLength(2);
    expect(cards[0]?.textContent).toBe('HYB-202611-0042₺1.200,00Vade: 05.03.2099Ödeme bekliyor');
  });

  it('names what remains only where it is not the total', async () => {
    const part = invoiceWith({ status: 'PARTIAL', amountDue: minorUnits(40_000) });
    const { update } = await renderInApp(<InvoiceTable {...table} invoices={[part]} />, PHONE);
    expect(screen.getByRole('listitem').textContent).toContain('Kalan tutar₺400,00');
    update(<InvoiceTable {...table} invoices={[invoiceWith()]} />);
    expect(screen.getByRole('listitem').textContent).not.toContain('Kalan tutar');
  });

  it('is cards of staff on a tablet already, which has no room for whose they are', async () => {
    await renderInApp(<InvoiceTable {...table} customerOf={({ userId }) => userId} />, { width: 900 });
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('how late an invoice is', () => {
  const DAY = 86_400_000;
  it.each([
    ['en', 1, '1 day late'],
    ['en', 3, '3 days late'],
    ['tr', 1, '1 gün gecikti'],
    ['tr', 3, '3 gün gecikti'],
    ['en', 0, 'due today'],
    ['tr', 0, 'son gün bugün'],
  ] as const)('%s, %i days: "%s"', async (locale, days, words) => {
    const late = invoiceWith({ status: 'OVERDUE', dueDate: new Date(Date.now() - days * DAY) });
    await renderInApp(<InvoiceTable {...table} invoices={[late]} />, { locale });
    expect(screen.getByText(words)).not.toBeNull();
  });

  it('does not matter once it is paid', async () => {
    const paid = invoiceWith({ status: 'PAID', dueDate: new Date(Date.now() - 3 * DAY) });
    await renderInApp(<InvoiceTable {...table} invoices={[paid]} />, { locale: 'en' });
    expect(screen.queryByText(/late/)).toBeNull();
  });
});

describe('choosing', () => {
  const selection = (override: Partial<InvoiceSelection> = {}): InvoiceSelection => ({
    isChosen: ({ id }) => id === 'invoice-1',
    canChoose: () => true,
    onToggle: jest.fn(),
    ...override,
  });

  it.each([
    ['a table', {}],
    ['cards', PHONE],
  ])('works in %s', async (_, settings) => {
    const onToggle = jest.fn();
    await renderInApp(<InvoiceTable {...table} selection={selection({ onToggle })} />, settings);
    const box = screen.getByRole<HTMLInputElement>('checkbox', {
      name: 'HYB-202611-0042 numaralı faturayı seç',
    });
    expect(box.checked).toBe(true);
    fireEvent.click(box);
    expect(onToggle.mock.calls).toEqual([[invoices[0]]]);
  });

  it('is not offered where it makes no sense', async () => {
    await renderInApp(<InvoiceTable {...table} selection={selection({ canChoose: () => false })} />);
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});

describe('ordering', () => {
  const header = (name: string) => screen.getByRole('columnheader', { name });
  const sorted = (sort: InvoiceSort) => (
    <InvoiceTable {...table} sorting={{ sort, hrefOf: (next) => `/invoices?sort=${next}` }} />
  );

  it.each<[InvoiceSort, string | null, string, string | null, string]>([
    ['newest', 'descending', 'oldest', null, 'due-first'],
    ['oldest', 'ascending', 'newest', null, 'due-first'],
    ['due-first', null, 'newest', 'ascending', 'due-last'],
    ['due-last', null, 'newest', 'descending', 'due-first'],
  ])('by %s: the headers say so and lead on', async (sort, issued, issuedNext, due, dueNext) => {
    await renderInApp(sorted(sort), { locale: 'en' });
    const said = ['Issued', 'Due'].map((name) => [
      header(name).getAttribute('aria-sort'),
      within(header(name)).getByRole('link').getAttribute('href'),
    ]);
    expect(said).toEqual([
      [issued, `/invoices?sort=${issuedNext}`],
      [due, `/invoices?sort=${dueNext}`],
    ]);
  });

  it('is not offered where the order is fixed', async () => {
    await renderInApp(<InvoiceTable {...table} />, { locale: 'en' });
    expect(within(header('Due')).queryByRole('link')).toBeNull();
    expect(header('Issued').getAttribute('aria-sort')).toBeNull();
  });
});
