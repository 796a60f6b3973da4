import '../../functions/src/testing/environment';
import { minorUnits } from '../../functions/src/core/money';
import { paytr } from '../../functions/src/gateways/paytr/adapter';
import { installments } from '../../functions/src/gateways/paytr/installments';
import { installmentPlans } from '../../functions/src/payments/rules/installment-plans';
import { CARD_FAMILIES, instalmentOffers, LONGEST_PLAN, PLAN_LENGTHS } from '../paytr/instalment-rates';
import { testCards } from '../paytr/test-cards';
import type { AdapterHarness } from './paytr-adapter';
import { startAdapter, whileDown } from './paytr-adapter';

let standIn: AdapterHarness;
beforeAll(async () => {
  standIn = await startAdapter();
});
afterAll(() => standIn.close());

test('the rates of every card family', async () => {
  const rates = await installments.rates();
  expect(Object.keys(rates).sort()).toEqual([...CARD_FAMILIES].sort());
  for (const percent of Object.values(rates)) {
    expect(Object.keys(percent).map(Number)).toEqual(PLAN_LENGTHS);
  }
  expect(rates.world).toMatchObject({ 2: 3.92, 3: 5.43 });
});

test('what we offer is what PayTR’s form charges, to the kuruş', async () => {
  const rates = await installments.rates();
  for (const family of CARD_FAMILIES) {
    for (const amount of [1_000, 12_345, 99_999, 100_001]) {
      const ours = installmentPlans(minorUnits(amount), rates[family] ?? {}, 'addOn');
      const theirs = instalmentOffers(amount, 'TL', family, LONGEST_PLAN);
      expect(ours.map(({ count, total }) => ({ count, total }))).toEqual(theirs);
    }
  }
});

test.each([
  [
    'credit, six digits',
    testCards.visa.number.slice(0, 6),
    { programme: 'axess', bank: 'Akbank', isCredit: true },
  ],
  [
    'credit, eight digits',
    testCards.mastercard.number.slice(0, 8),
    { programme: 'world', bank: 'Yapı Kredi', isCredit: true },
  ],
  ['debit', testCards.debit.number.slice(0, 6), { programme: null, bank: 'Ziraat Bankası', isCredit: false }],
  ['foreign', testCards.foreign.number.slice(0, 6), null],
])('a card by its first digits: %s', async (_edge, bin, card) => {
  expect(await installments.card(bin)).toEqual(card);
});

test.each<[string, () => Promise<unknown>]>([
  ['rates', () => installments.rates()],
  ['card', () => installments.card('435508')],
])('no answer to %s', async (_question, ask) => {
  await expect(whileDown(ask)).rejects.toMatchObject({ code: 'GATEWAY_UNAVAILABLE' });
});

test('PayTR takes no BIN of seven digits: that is no unknown card', async () => {
  await expect(installments.card('4355084')).rejects.toMatchObject({ code: 'GATEWAY_UNAVAILABLE' });
});

test('the adapter offers them', () => {
  expect(paytr.installments).toBe(installments);
});
