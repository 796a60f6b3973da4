import { minorUnits } from '@hyble/billing-functions/src/core/money';
import type { InstallmentPlan, InstallmentsAnswer } from '@hyble/billing-functions/src/schema/installments';
import { fireEvent, screen, within } from '@testing-library/react';
import { renderInApp } from '../../testing/render';
import { InstallmentSelector } from './installment-selector';

const plan = (count: number, total: number, monthly: number, last = monthly): InstallmentPlan => ({
  count,
  total: minorUnits(total),
  surcharge: minorUnits(total - 120_000),
  monthly: minorUnits(monthly),
  last: minorUnits(last),
});
const single = plan(1, 120_000, 120_000);
const three = plan(3, 123_601, 41_200, 41_201);
const offer: InstallmentsAnswer = {
  currency: 'TRY',
  amount: minorUnits(120_000),
  card: null,
  programmes: [
    { programme: 'bonus', plans: [single, plan(2, 120_000, 60_000), three] },
    { programme: 'cardfinans', plans: [single, three] },
    { programme: 'paraf', plans: [single] },
  ],
};

const rows = () =>
  within(screen.getByRole('table'))
    .getAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => textContent));

it('is a table with headers, a single payment first, totals and what comes on top', async () => {
  await renderInApp(<InstallmentSelector offer={offer} chosen={1} onChoose={jest.fn()} />);
  expect(screen.getByRole('table', { name: 'Taksitler: Bonus' })).not.toBeNull();
  expect(rows()).toEqual([
    ['Taksit sayısı', 'Aylık tutar', 'Vade farkı', 'Toplam'],
    ['Tek çekim', '–', '–', '₺1.200,00'],
    ['2 taksit', '₺600,00', 'vade farksız', '₺1.200,00'],
    ['3 taksit', '₺412,00son taksit ₺412,01', '₺36,01', '₺1.236,01'],
  ]);
  expect(screen.getAllByRole('rowheader')).toHaveLength(3);
});

it('is one group of radio buttons, so that arrow keys move in it', async () => {
  const onChoose = jest.fn();
  await renderInApp(<InstallmentSelector offer={offer} chosen={1} onChoose={onChoose} />);
  const radios = within(screen.getByRole('table')).getAllByRole<HTMLInputElement>('radio');
  expect(new Set(radios.map(({ name }) => name)).size).toBe(1);
  expect(radios.map(({ checked }) => checked)).toEqual([true, false, false]);
  fireEvent.click(screen.getByRole('radio', { name: '3 taksit' }));
  expect(onChoose).toHaveBeenCalledWith(3);
});

it('shows another programme when asked, from a single payment on; empty ones are not offered', async () => {
  const onChoose = jest.fn();
  await renderInApp(<InstallmentSelector offer={offer} chosen={2} onChoose={onChoose} />, { locale: 'en' });
  const programmes = screen.getByRole('group', { name: 'Your card’s programme' });
  expect(within(programmes).getAllByRole('radio')).toHaveLength(2);
  fireEvent.click(screen.getByRole('radio', { name: 'CardFinans' }));
  expect(screen.getByRole('table', { name: 'Instalments with CardFinans' })).not.toBeNull();
  expect(onChoose).toHaveBeenCalledWith(1);
});

it('shows the programme of the card alone once its first digits are known', async () => {
  const card = { programme: 'cardfinans', bank: 'QNB', isCredit: true };
  const programmes = offer.programmes.slice(1, 2);
  await renderInApp(
    <InstallmentSelector offer={{ ...offer, card, programmes }} chosen={1} onChoose={jest.fn()} />,
  );
  expect(screen.queryByRole('group')).toBeNull();
  expect(screen.getByText('QNB · CardFinans')).not.toBeNull();
});

it.each([
  ['a debit card', { ...offer, card: { programme: null, bank: 'QNB', isCredit: false }, programmes: [] }],
  ['an amount that the wallet pays', { ...offer, programmes: [] }],
])('says of %s that it pays at once', async (_, none) => {
  await renderInApp(<InstallmentSelector offer={none} chosen={1} onChoose={jest.fn()} />);
  expect(screen.queryByRole('radio')).toBeNull();
  expect(screen.getByText('Bu ödeme yalnızca tek çekim yapılabilir.')).not.toBeNull();
});

it('is a list on a phone', async () => {
  await renderInApp(<InstallmentSelector offer={offer} chosen={3} onChoose={jest.fn()} />, { width: 320 });
  expect(screen.queryByRole('table')).toBeNull();
  const group = screen.getByRole('group', { name: 'Taksitler: Bonus' });
  expect(within(group).getByRole<HTMLInputElement>('radio', { name: '3 taksit' }).checked).toBe(true);
  expect(group.textContent).toContain('Vade farkı: ₺36,01');
});

it('lets nothing be chosen while a payment is being begun', async () => {
  await renderInApp(<InstallmentSelector offer={offer} chosen={1} onChoose={jest.fn()} disabled />);
  for (const radio of within(screen.getByRole('table')).getAllByRole<HTMLInputElement>('radio')) {
    expect(radio.disabled).toBe(true);
  }
});

it.each([
  [
    'en',
    ['Instalments', 'Monthly', 'Surcharge', 'Total'],
    ['Single payment', '2 instalments', '3 instalments'],
  ],
  ['tr', ['Taksit sayısı', 'Aylık tutar', 'Vade farkı', 'Toplam'], ['Tek çekim', '2 taksit', '3 taksit']],
] as const)(
  '%s: names its columns, and counts instalments as its readers do',
  async (locale, columns, counts) => {
    await renderInApp(<InstallmentSelector offer={offer} chosen={1} onChoose={jest.fn()} />, { locale });
    const [headers, ...plans] = rows();
    expect(headers).toEqual(columns);
    expect(plans.map(([count]) => count)).toEqual(counts);
  },
);
