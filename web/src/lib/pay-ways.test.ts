import { checkoutOf, payWaysFor } from './pay-ways';

it.each([
  ['lira, from Turkey', 'TR', 'TRY', ['paytr', 'stripe', 'bankTransfer']],
  ['lira, from elsewhere', 'DE', 'TRY', ['paytr', 'stripe', 'bankTransfer']],
  ['euro, which no transfer takes', 'DE', 'EUR', ['stripe', 'paytr']],
  ['yen, which only Stripe takes', 'TR', 'JPY', ['stripe']],
])('%s', (_, country, currency, ways) => {
  expect(payWaysFor({ country, currency })).toEqual(ways);
});

it('a transfer is made through PayTR', () => {
  expect(checkoutOf('bankTransfer')).toEqual({ gateway: 'paytr', method: 'bankTransfer' });
  expect(checkoutOf('stripe')).toEqual({ gateway: 'stripe' });
});
