import '../../functions/src/testing/environment';
import { minorUnits } from '../../functions/src/core/money';
import type { SavedMethods } from '../../functions/src/gateways/gateway';
import { paytr } from '../../functions/src/gateways/paytr/adapter';
import { toMerchantOid } from '../../functions/src/gateways/paytr/merchant-oid';
import { INVOICE_ID_LENGTH, PAYMENT_ID_LENGTH } from '../../functions/src/platform/ids';
import { randomId } from '../../functions/src/platform/random-id';
import { testCards } from '../paytr/test-cards';
import type { AdapterHarness } from './paytr-adapter';
import { aCheckout, inquiryOf, referenceOf, startAdapter, whileDown } from './paytr-adapter';

let standIn: AdapterHarness;
beforeAll(async () => {
  process.env.PAYTR_STORED_CARDS = '1';
  standIn = await startAdapter();
});
afterAll(async () => {
  process.env.PAYTR_STORED_CARDS = '0';
  await standIn.close();
});

function methods(): SavedMethods {
  const kept = paytr.savedMethods();
  if (kept === null) throw new Error('PayTR keeps no cards');
  return kept;
}

async function aKeptCard(number: string = testCards.visa.number, utoken?: string) {
  const kept = await standIn.keepCard(number, utoken);
  return { gatewayCustomerId: kept.utoken, gatewayMethodId: kept.ctoken };
}

const aCharge = (
  method: { gatewayCustomerId: string; gatewayMethodId: string },
  override: Partial<Parameters<SavedMethods['charge']>[0]> = {},
) => ({ ...aCheckout(), isCustomerPresent: false, ...method, ...override });

test('without the right to keep cards there are none', () => {
  process.env.PAYTR_STORED_CARDS = '0';
  try {
    expect(paytr.savedMethods()).toBeNull();
  } finally {
    process.env.PAYTR_STORED_CARDS = '1';
  }
});

test('PayTR makes customers itself, and has no page for entering a card', async () => {
  const customer = { userId: 'user1', email: 'ayse@customer.example', name: 'Ayşe', lost: null };
  expect(await methods().createCustomer(customer)).toBeNull();
  const setup = { userId: 'user1', gatewayCustomerId: 'u1', setupId: 's1', locale: 'tr' } as const;
  expect(await methods().startSetup(setup)).toBeNull();
});

test('cards are listed, and gone once detached; a second time too', async () => {
  const visa = await aKeptCard();
  const { gatewayCustomerId } = visa;
  const troy = await aKeptCard(testCards.troy.number, gatewayCustomerId);
  const card = { type: 'card', expMonth: 12, expYear: 2030 };
  expect(await methods().list(gatewayCustomerId)).toEqual([
    { ...card, gatewayMethodId: visa.gatewayMethodId, brand: 'visa', lastFour: '4358' },
    { ...card, gatewayMethodId: troy.gatewayMethodId, brand: 'troy', lastFour: '0796' },
  ]);
  await methods().detach(visa);
  await methods().detach(visa);
  expect(await methods().list(gatewayCustomerId)).toHaveLength(1);
  await methods().detach(troy);
  expect(await methods().list(gatewayCustomerId)).toEqual([]);
});

test('the charge of a kept card, and the same once more', async () => {
  const charge = aCharge(await aKeptCard());
  const fact = {
    kind: 'PAYMENT_SUCCEEDED',
    payment: referenceOf(charge),
    gatewayPaymentId: toMerchantOid(charge),
    amount: 12_000,
    charged: 12_000,
    currency: 'TRY',
    installment: 1,
    isTest: true,
    paytrHash: null,
  };
  expect(await methods().charge(charge)).toEqual(fact);
  // PayTR refuses the number that it knows, and its books tell why.
  expect(await methods().charge(charge)).toEqual(fact);
  expect(await paytr.inquire(inquiryOf(charge))).toMatchObject({ fact: { charged: 12_000 } });
});

test('with kuruş', async () => {
  const charge = aCharge(await aKeptCard(), { amount: minorUnits(10_099) });
  await methods().charge(charge);
  expect(await paytr.inquire(inquiryOf(charge))).toMatchObject({ fact: { charged: 10_099 } });
});

test.each([
  [testCards.insufficientFunds, 'FUNDS'],
  [testCards.recurringNeedsOwner, 'AUTHENTICATION_REQUIRED'],
])('a card that is declined: $label', async ({ number }, reason) => {
  const charge = aCharge(await aKeptCard(number));
  expect(await methods().charge(charge)).toEqual({
    kind: 'PAYMENT_FAILED',
    payment: referenceOf(charge),
    reason,
    isFinal: true,
  });
});

test('a bank that takes its time is no answer; PayTR’s notice tells', async () => {
  const charge = aCharge(await aKeptCard(testCards.recurringWaits.number));
  await expect(methods().charge(charge)).rejects.toMatchObject({ code: 'GATEWAY_RESULT_UNKNOWN' });
  expect(await paytr.inquire(inquiryOf(charge))).toMatchObject({ fact: { kind: 'PAYMENT_SUCCEEDED' } });
});

test('a customer or card that PayTR does not know is not charged', async () => {
  const method = {
    gatewayCustomerId: randomId(PAYMENT_ID_LENGTH),
    gatewayMethodId: randomId(INVOICE_ID_LENGTH),
  };
  expect(await methods().charge(aCharge(method))).toMatchObject({ kind: 'PAYMENT_FAILED' });
});

test('a format of amounts that is none charges nothing', async () => {
  const charge = aCharge(await aKeptCard());
  process.env.PAYTR_RECURRING_AMOUNT = 'cents';
  try {
    await expect(methods().charge(charge)).rejects.toMatchObject({ code: 'GATEWAY_NOT_CONFIGURED' });
  } finally {
    process.env.PAYTR_RECURRING_AMOUNT = 'decimal';
  }
});

test('whole kuruş, for a merchant whose PayTR wants them', async () => {
  const charge = aCharge(await aKeptCard(), { amount: minorUnits(5_000) });
  process.env.PAYTR_RECURRING_AMOUNT = 'minor';
  try {
    await methods().charge(charge);
  } finally {
    process.env.PAYTR_RECURRING_AMOUNT = 'decimal';
  }
  // The stand-in reads lira, and so shows what the wrong setting would do.
  expect(await paytr.inquire(inquiryOf(charge))).toMatchObject({ fact: { charged: 500_000 } });
});

test('PayTR out of reach', async () => {
  const method = await aKeptCard();
  const unknown = { code: 'GATEWAY_RESULT_UNKNOWN' };
  await expect(whileDown(() => methods().charge(aCharge(method)))).rejects.toMatchObject(unknown);
  await expect(whileDown(() => methods().detach(method))).rejects.toMatchObject(unknown);
  await expect(whileDown(() => methods().list(method.gatewayCustomerId))).rejects.toMatchObject({
    code: 'GATEWAY_UNAVAILABLE',
  });
});
