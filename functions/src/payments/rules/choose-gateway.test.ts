import type { GatewayName } from '../../schema/payment';
import { chooseGateway, gatewaysFor } from './choose-gateway';
import { thrownBy } from '../../testing/thrown-by';

test.each<[string, string, string, GatewayName[]]>([
  ['a Turkish customer in lira', 'TR', 'TRY', ['paytr', 'stripe']],
  ['a Turkish customer in euro', 'TR', 'EUR', ['paytr', 'stripe']],
  ['a foreigner in lira', 'DE', 'TRY', ['paytr', 'stripe']],
  ['a foreigner in euro', 'DE', 'EUR', ['stripe', 'paytr']],
  ['a foreigner in dollars', 'US', 'USD', ['stripe', 'paytr']],
  ['a foreigner in pounds', 'GB', 'GBP', ['stripe', 'paytr']],
  ['a currency that PayTR does not take', 'JP', 'JPY', ['stripe']],
  ['a Turkish customer in a currency that PayTR does not take', 'TR', 'KWD', ['stripe']],
])('%s', (_edge, country, currency, gateways) => {
  expect(gatewaysFor({ country, currency })).toEqual(gateways);
  expect(chooseGateway({ country, currency }, undefined)).toBe(gateways[0]);
  // Whatever can take the currency can be wished for.
  for (const wish of gateways) expect(chooseGateway({ country, currency }, wish)).toBe(wish);
});

test('a wish that cannot take the currency is refused, not replaced', () => {
  expect(thrownBy(() => chooseGateway({ country: 'TR', currency: 'JPY' }, 'paytr'))).toMatchObject({
    code: 'CURRENCY_UNSUPPORTED',
    facts: { gateway: 'paytr', currency: 'JPY' },
  });
});

test('a bank transfer in lira goes through PayTR, whoever pays', () => {
  expect(chooseGateway({ country: 'DE', currency: 'TRY' }, undefined, 'bankTransfer')).toBe('paytr');
});

test.each<[string, string, GatewayName | undefined]>([
  ['in euro', 'EUR', undefined],
  ['in euro by PayTR', 'EUR', 'paytr'],
  ['in lira by Stripe', 'TRY', 'stripe'],
])('a bank transfer %s is refused', (_edge, currency, wish) => {
  expect(thrownBy(() => chooseGateway({ country: 'TR', currency }, wish, 'bankTransfer'))).toMatchObject({
    code: 'CURRENCY_UNSUPPORTED',
  });
});
