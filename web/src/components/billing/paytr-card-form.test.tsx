import { fireEvent, screen } from '@testing-library/react';
import { minorUnits } from '@hyble/billing-functions/src/core/money';
import { renderInApp } from '../../testing/render';
import { PayTRCardForm } from './paytr-card-form';

const form = {
  url: 'https://paytr.example/odeme',
  fields: { merchant_oid: 'HYB1', store_card: '1' },
  expiresAt: new Date('2026-11-20T09:30:00Z'),
};
const payment = { amount: minorUnits(120_000), currency: 'TRY' };

it.each([
  ['en', 'Pay ₺1,200.00 and save the card'],
  ['tr', '₺1.200,00 öde ve kartı kaydet'],
] as const)('%s: its button names what it does and the sum', async (locale, words) => {
  await renderInApp(<PayTRCardForm form={form} payment={payment} onLeave={jest.fn()} />, { locale });
  expect(screen.getByRole('button', { name: words })).not.toBeNull();
});

it('can be filled in before the document of its payment has come', async () => {
  await renderInApp(<PayTRCardForm form={form} payment={null} onLeave={jest.fn()} />, { locale: 'en' });
  expect(screen.getByRole('button', { name: 'Pay and save the card' })).not.toBeNull();
});

it('can be left without paying', async () => {
  const onLeave = jest.fn();
  await renderInApp(<PayTRCardForm form={form} payment={payment} onLeave={onLeave} />, { locale: 'en' });
  fireEvent.click(screen.getByRole('button', { name: 'Go back without paying' }));
  expect(onLeave).toHaveBeenCalledTimes(1);
});

it('says what is wrong with each field and sends nothing meanwhile', async () => {
  await renderInApp(<PayTRCardForm form={form} payment={payment} onLeave={jest.fn()} />, { locale: 'en' });
  expect(fireEvent.submit(screen.getByRole('form'))).toBe(false);
  for (const problem of [
    'Enter the name on the card.',
    'That is not a card number; check its digits.',
    'Enter month and year, such as 12/30.',
    'Enter the three or four digits on the card.',
  ]) {
    expect(screen.getByText(problem)).not.toBeNull();
  }
  expect(document.activeElement).toBe(screen.getByLabelText('Name on the card'));
});

it('does not send a card that has expired, and says so', async () => {
  await renderInApp(<PayTRCardForm form={form} payment={payment} onLeave={jest.fn()} />, { locale: 'en' });
  for (const [label, value] of [
    ['Name on the card', 'Ayşe Yılmaz'],
    ['Card number', '4355084355084358'],
    ['Valid until (month/year)', '12/20'],
    ['Security code (CVV)', '000'],
  ] as const) {
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  }
  expect(fireEvent.submit(screen.getByRole('form'))).toBe(false);
  expect(screen.getByText('This card has expired; pay with another one.')).not.toBeNull();
  expect(document.activeElement).toBe(screen.getByLabelText('Valid until (month/year)'));
});
