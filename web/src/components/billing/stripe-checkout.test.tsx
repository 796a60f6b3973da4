import { screen } from '@testing-library/react';
import { renderInApp } from '../../testing/render';
import { StripeCheckout } from './stripe-checkout';

it("leaves for Stripe's page once, and not again when the page is drawn again", async () => {
  const leaveFor = jest.fn();
  const ui = <StripeCheckout url="https://stripe.example/pay" leaveFor={leaveFor} />;
  const { update } = await renderInApp(ui, { locale: 'en' });
  update(ui);
  expect(leaveFor.mock.calls).toEqual([['https://stripe.example/pay']]);
});

it.each([
  ['en', 'Taking you to the secure payment page…'],
  ['tr', 'Güvenli ödeme sayfasına yönlendiriliyorsunuz…'],
] as const)('%s: says so to everybody while the browser is on its way', async (locale, words) => {
  await renderInApp(<StripeCheckout url="https://stripe.example/pay" leaveFor={jest.fn()} />, { locale });
  const said = screen.getAllByRole('status').map(({ textContent }) => textContent);
  expect(said).toContain(words);
});

it('leaves for the page of the next attempt too', async () => {
  const leaveFor = jest.fn();
  const { update } = await renderInApp(<StripeCheckout url="https://stripe.example/1" leaveFor={leaveFor} />);
  update(<StripeCheckout url="https://stripe.example/2" leaveFor={leaveFor} />);
  expect(leaveFor.mock.calls).toEqual([['https://stripe.example/1'], ['https://stripe.example/2']]);
});
