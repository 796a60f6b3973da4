import { fireEvent, screen, within } from '@testing-library/react';
import { renderInApp } from '../../testing/render';
import { PaymentGatewaySwitch } from './payment-gateway-switch';

const ALL = ['paytr', 'stripe', 'bankTransfer'] as const;

it('is not there when only one gateway takes the currency', async () => {
  await renderInApp(<PaymentGatewaySwitch ways={['stripe']} chosen="stripe" onChoose={jest.fn()} />);
  expect(screen.queryByRole('radio')).toBeNull();
  expect(screen.queryByText('Nasıl ödemek istersiniz?')).toBeNull();
});

it('offers each gateway by what it does, and tells which was chosen', async () => {
  const onChoose = jest.fn();
  await renderInApp(<PaymentGatewaySwitch ways={['paytr', 'stripe']} chosen="paytr" onChoose={onChoose} />, {
    locale: 'en',
  });
  const [first, second] = screen.getAllByRole<HTMLInputElement>('radio');
  expect(first?.checked).toBe(true);
  expect(second?.checked).toBe(false);
  fireEvent.click(screen.getByRole('radio', { name: 'International card (Stripe)' }));
  expect(onChoose.mock.calls).toEqual([['stripe']]);
});

it.each([
  [
    'en',
    'How do you want to pay?',
    ['Card, instalments (PayTR)', 'International card (Stripe)', 'Bank transfer (PayTR)'],
  ],
  [
    'tr',
    'Nasıl ödemek istersiniz?',
    ['Kart, taksit seçenekleriyle (PayTR)', 'Yurt dışı kartı (Stripe)', 'Havale/EFT (PayTR)'],
  ],
] as const)(
  '%s: is one group with a question, the ways in the order given',
  async (locale, legend, names) => {
    await renderInApp(<PaymentGatewaySwitch ways={ALL} chosen="stripe" onChoose={jest.fn()} />, { locale });
    const group = screen.getByRole('radiogroup', { name: legend });
    const radios = within(group).getAllByRole<HTMLInputElement>('radio');
    expect(radios.map((radio) => radio.getAttribute('aria-label'))).toEqual(names);
    // One name makes one stop for Tab, with the arrow keys between the ways.
    expect(new Set(radios.map(({ name }) => name)).size).toBe(1);
  },
);

it('is chosen by its whole face, not only by the dot', async () => {
  const onChoose = jest.fn();
  await renderInApp(<PaymentGatewaySwitch ways={ALL} chosen="paytr" onChoose={onChoose} />, { locale: 'en' });
  fireEvent.click(screen.getByText('Opens Stripe’s payment page'));
  expect(onChoose.mock.calls).toEqual([['stripe']]);
});

it('lets nothing be chosen while a payment is being begun', async () => {
  await renderInApp(<PaymentGatewaySwitch ways={ALL} chosen="paytr" onChoose={jest.fn()} disabled />);
  expect(screen.getAllByRole<HTMLInputElement>('radio').every(({ disabled }) => disabled)).toBe(true);
});
