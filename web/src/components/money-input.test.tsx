import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { renderInApp } from '../testing/render';
import { MoneyInput } from './money-input';

function Field({ currency = 'TRY' }: { currency?: string }) {
  const [text, setText] = useState('');
  return <MoneyInput label="Birim fiyat (TRY)" currency={currency} text={text} onText={setText} />;
}

const type = (text: string) => {
  const field = screen.getByLabelText<HTMLInputElement>('Birim fiyat (TRY)');
  fireEvent.change(field, { target: { value: text } });
  return field;
};

it('leaves what is typed alone until the field is left', async () => {
  await renderInApp(<Field />);
  const field = type('1234,5');
  expect(field.value).toBe('1234,5');
  fireEvent.blur(field);
  expect(field.value).toBe('1.234,50');
});

it.each([
  ['tr', 'Okunan tutar: ₺1.234,00'],
  ['en', null],
] as const)('echoes an ambiguous 1.234 in %s as it was read', async (locale, echo) => {
  await renderInApp(<Field />, { locale });
  type('1.234');
  const shown = screen.queryByText(/Okunan tutar|Read as/)?.textContent ?? null;
  expect(shown).toBe(echo);
});

it('leaves text that is no amount for the reader to correct', async () => {
  await renderInApp(<Field />);
  const field = type('12,345');
  fireEvent.blur(field);
  expect(field.value).toBe('12,345');
});

it('asks phones for a keyboard with decimals, and is no number field with spinners', async () => {
  await renderInApp(<Field />);
  const field = type('');
  expect(field.inputMode).toBe('decimal');
  expect(field.type).toBe('text');
});
