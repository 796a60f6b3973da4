import { act, fireEvent, screen } from '@testing-library/react';
import { EVERY_INVOICE } from '../../lib/invoice-search';
import type { InvoiceSearch } from '../../lib/invoice-search';
import { prepareApp, renderPrepared } from '../../testing/render';
import { InvoiceFilters } from './invoice-filters';

const onChange = jest.fn();

beforeEach(() => {
  onChange.mockReset();
});
afterEach(() => {
  jest.useRealTimers();
});

const filters = (search: Partial<InvoiceSearch> = {}, shown: number | null = 3) => (
  <InvoiceFilters search={{ ...EVERY_INVOICE, ...search }} onChange={onChange} shown={shown} />
);

async function open(search: Partial<InvoiceSearch> = {}, locale: 'tr' | 'en' = 'en') {
  await prepareApp({ locale });
  jest.useFakeTimers({ now: new Date('2026-11-26T09:00:00Z') });
  return renderPrepared(filters(search));
}
const type = (label: string, value: string) => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};
const wait = (ms: number) => {
  act(() => {
    jest.advanceTimersByTime(ms);
  });
};
const valueOf = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;

describe('the number', () => {
  const LABEL = 'Invoice number begins with';

  it('counts once somebody stops typing; Back undoes the whole of it', async () => {
    const { update } = await open();
    type(LABEL, '2026');
    type(LABEL, '202611');
    wait(200);
    expect(onChange).not.toHaveBeenCalled();
    wait(200);
    expect(onChange.mock.calls).toEqual([[{ number: '202611' }, { replace: false }]]);
    update(filters({ number: '202611' }));
    type(LABEL, '202611-0042');
    wait(400);
    expect(onChange).toHaveBeenLastCalledWith({ number: '202611-0042' }, { replace: true });
  });

  it('counts at once with Enter, and not again afterwards', async () => {
    const { update } = await open();
    type(LABEL, ' HYB-2026 ');
    fireEvent.keyDown(screen.getByLabelText(LABEL), { key: 'Enter' });
    expect(onChange.mock.calls).toEqual([[{ number: 'HYB-2026' }, { replace: false }]]);
    update(filters({ number: 'HYB-2026' }));
    wait(400);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('follows the address when Back changes it', async () => {
    const { update } = await open({ number: '2026' });
    update(filters());
    expect(valueOf(LABEL)).toBe('');
  });

  it('has an order of its own', async () => {
    await open({ number: '2026', sort: 'due-last' });
    const order = screen.getByLabelText<HTMLSelectElement>('Order');
    expect([order.value, order.disabled]).toEqual(['newest', true]);
  });
});

describe('the period', () => {
  it.each([
    ['this month', 'this-month', { from: '2026-11-01', to: null }],
    ['the last three months', 'last-3-months', { from: '2026-08-26', to: null }],
    ['last year', 'last-year', { from: '2025-01-01', to: '2025-12-31' }],
    ['any time', 'any', { from: null, to: null }],
  ])('is %s', async (_, value, days) => {
    await open({ from: '2026-03-05' });
    type('Issued', value);
    expect(onChange.mock.calls).toEqual([[days]]);
  });

  it('is shown by its name', async () => {
    await open({ from: '2026-01-01' });
    expect(valueOf('Issued')).toBe('this-year');
    expect(screen.queryByLabelText('Issued from')).toBeNull();
  });

  it('is of chosen days, which count once they are whole', async () => {
    await open();
    type('Issued', 'own');
    expect(onChange).not.toHaveBeenCalled();
    type('Issued from', '0020-03-05');
    expect(onChange).not.toHaveBeenCalled();
    type('Issued from', '2026-03-05');
    type('Issued until', '2026-03-09');
    expect(onChange.mock.calls).toEqual([
      [{ from: '2026-03-05' }, { replace: false }],
      [{ to: '2026-03-09' }, { replace: false }],
    ]);
  });

  it('opens one end again when its day is taken out', async () => {
    await open({ from: '2026-03-05', to: '2026-03-09' });
    type('Issued until', '');
    expect(onChange.mock.calls).toEqual([[{ to: null }, { replace: true }]]);
  });

  it('goes back to its name when the filters are cleared, but not while its days are typed', async () => {
    const { update } = await open();
    type('Issued', 'own');
    type('Issued from', '2026-01-01');
    update(filters({ from: '2026-01-01' }));
    expect(valueOf('Issued')).toBe('own');
    type('Issued from', '');
    update(filters());
    expect(valueOf('Issued')).toBe('own');
    type('Issued from', '2026-03-05');
    update(filters({ from: '2026-03-05' }));
    update(filters());
    expect(valueOf('Issued')).toBe('any');
    expect(screen.queryByLabelText('Issued from')).toBeNull();
  });

  it('says so when it ends before it begins', async () => {
    await open({ from: '2026-03-09', to: '2026-03-05' }, 'tr');
    const end = screen.getByLabelText('Son düzenleme günü');
    expect(end.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('Son gün ilk günden önce.')).not.toBeNull();
  });
});

it('puts invoices in another order', async () => {
  await open({ from: '2026-01-01' });
  type('Order', 'due-first');
  expect(onChange.mock.calls).toEqual([[{ sort: 'due-first' }]]);
});

describe('screen readers hear how many were found', () => {
  it.each([
    ['en', 1, '1 invoice shown'],
    ['en', 20, '20 invoices shown'],
    ['en', 0, 'No invoice matches.'],
    ['tr', 1, '1 fatura gösteriliyor'],
    ['tr', 0, 'Eşleşen fatura yok.'],
  ] as const)('%s: %i', async (locale, shown, words) => {
    const { update } = await open({}, locale);
    const region = screen.getByRole('status');
    expect(region.textContent).toBe('');
    update(filters({ number: '2026' }, null));
    expect(region.textContent).toBe('');
    update(filters({ number: '2026' }, shown));
    expect(region.textContent).toBe(words);
  });

  it('but not when an invoice comes in by itself', async () => {
    const { update } = await open();
    update(filters({}, 4));
    expect(screen.getByRole('status').textContent).toBe('');
  });
});
