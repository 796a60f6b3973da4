import { createHmac } from 'node:crypto';
import { answerSms, enterCard, leave, openPage, pay, shopAddress } from './customer';
import { testCards } from './test-cards';
import { merchant, startTestShop, type TestShop } from './test-shop';

const OK_URL = 'https://shop.example/ok?a=1&b=2';
const FAIL_URL = 'https://shop.example/fail';
let shop: TestShop;

beforeEach(async () => {
  shop = await startTestShop();
});
afterEach(() => shop.close());

const hash = (text: string) => createHmac('sha256', merchant.merchantKey).update(text).digest('base64');

async function received(): Promise<Record<string, string>[]> {
  await shop.paytr.deliverer.settled();
  return shop.callbacks.received;
}

const control = (path: string, body: unknown = {}) =>
  fetch(`${shop.paytr.url}/_control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const paymentStates = async () =>
  (await (await fetch(`${shop.paytr.url}/_control/payments`)).json()) as Record<string, unknown>[];

describe('success', () => {
  test('single payment: signed callback with every field, then back to the shop', async () => {
    const end = await pay(await shop.openPayment('order1'), { card: testCards.visa });

    expect(shopAddress(end)).toBe(OK_URL);
    expect(await received()).toEqual([
      {
        merchant_id: merchant.merchantId,
        merchant_oid: 'order1',
        status: 'success',
        total_amount: '100000',
        hash: hash(`order1${merchant.merchantSalt}success100000`),
        payment_type: 'card',
        test_mode: '1',
        currency: 'TL',
        payment_amount: '100000',
        installment_count: '1',
      },
    ]);
  });

  test('three instalments on a world card: total_amount carries the surcharge, payment_amount does not', async () => {
    const page = await openPage(await shop.openPayment('order1'));
    expect(page.body).toContain('"label":"3 taksit: 3 × ₺351,43","total":"₺1.054,30"');
    const end = await answerSms(await enterCard(page, { card: testCards.mastercard, instalments: 3 }));

    expect(shopAddress(end)).toBe(OK_URL);
    expect(await received()).toEqual([
      expect.objectContaining({
        total_amount: '105430',
        payment_amount: '100000',
        installment_count: '3',
        hash: hash(`order1${merchant.merchantSalt}success105430`),
      }),
    ]);
  });

  test.each([
    ['euro', { currency: 'EUR' }, { currency: 'EUR' }],
    ['TRY comes back as TL', { currency: 'TRY' }, { currency: 'TL' }],
  ])('%s', async (_name, changes, expected) => {
    await pay(await shop.openPayment('order1', changes), { card: testCards.troy });
    expect(await received()).toEqual([expect.objectContaining(expected)]);
  });

  test('live payments say nothing of test mode', async () => {
    await pay(await shop.openPayment('order1', { test_mode: '0' }), { card: testCards.troy });
    expect((await received())[0]).not.toHaveProperty('test_mode');
  });

  test.each([testCards.debit, testCards.foreign])('$label', async (card) => {
    await pay(await shop.openPayment('order1'), { card });
    expect(await received()).toEqual([
      expect.objectContaining({ status: 'success', installment_count: '1' }),
    ]);
  });

  test('without a shop address the customer stays on the end page', async () => {
    const end = await pay(await shop.openPayment('order1', { merchant_ok_url: '' }), {
      card: testCards.visa,
    });
    expect(end.body).toContain('Ödemeniz alındı');
    expect(shopAddress(end)).toBeNull();
  });

  test('sending the code twice pays once', async () => {
    const secure = await enterCard(await openPage(await shop.openPayment('order1')), {
      card: testCards.visa,
    });
    const ends = await Promise.all([answerSms(secure), answerSms(secure)]);
    expect(ends.map(shopAddress)).toEqual([OK_URL, OK_URL]);
    expect(await received()).toHaveLength(1);
  });
});

describe('failure', () => {
  test.each([
    ['limit', { card: testCards.insufficientFunds }, '123456', '0', /limit/],
    ['wrong expiry', { card: testCards.visa, expiry: '11/29' }, '123456', '0', /Son kullanma/],
    ['wrong CVV', { card: testCards.visa, cvv: '999' }, '123456', '0', /CVV/],
    ['3D Secure cancelled', { card: testCards.visa }, null, '1', /3D Secure/],
    ['wrong SMS code', { card: testCards.visa }, '654321', '2', /3D Secure/],
    ['3D Secure fails at the bank', { card: testCards.authenticationFails }, '123456', '2', /3D Secure/],
    ['card not authorised', { card: testCards.notAuthorised }, '123456', '9', /yetki/],
    ['fraud', { card: testCards.fraud }, '123456', '11', /güvenlik/],
  ])(
    '%s: told at once, the reason shown inside the frame',
    async (_name, entry, code, reasonCode, reason) => {
      const secure = await enterCard(await openPage(await shop.openPayment('order1')), entry);
      const page = await answerSms(secure, code);

      expect(page.body).toMatch(reason);
      expect(page.body).toContain('role="alert"');
      expect(shopAddress(page)).toBeNull();
      expect(await received()).toEqual([
        {
          merchant_id: merchant.merchantId,
          merchant_oid: 'order1',
          status: 'failed',
          total_amount: '0',
          hash: hash(`order1${merchant.merchantSalt}failed0`),
          payment_type: 'card',
          test_mode: '1',
          failed_reason_code: reasonCode,
          failed_reason_msg: expect.stringMatching(reason) as string,
        },
      ]);
    },
  );

  test.each([
    ['debit card', testCards.debit, {}],
    ['foreign card', testCards.foreign, {}],
    ['foreign currency', testCards.visa, { currency: 'USD' }],
    ['merchant allows a single payment', testCards.visa, { no_installment: '1' }],
    ['more than the merchant allows', testCards.visa, { max_installment: '2' }],
  ])('three instalments: %s', async (_name, card, changes) => {
    const page = await openPage(await shop.openPayment('order1', changes));
    const again = await enterCard(page, { card, instalments: 3 });
    expect(again.body).toContain('taksit yapılamıyor');
    expect(await received()).toEqual([expect.objectContaining({ failed_reason_code: '8' })]);
  });

  test('a declined card, then another that succeeds', async () => {
    const url = await shop.openPayment('order1');
    const declined = await pay(url, { card: testCards.insufficientFunds });
    const end = await answerSms(await enterCard(declined, { card: testCards.visa }));
    expect(shopAddress(end)).toBe(OK_URL);
    expect((await received()).map(({ status }) => status)).toEqual(['failed', 'success']);
  });

  test('giving up: code 6 and the shop’s failure page; the page stays closed', async () => {
    const url = await shop.openPayment('order1');
    expect(shopAddress(await leave(await openPage(url)))).toBe(FAIL_URL);
    expect(shopAddress(await openPage(url))).toBe(FAIL_URL);
    expect(await received()).toEqual([
      expect.objectContaining({ status: 'failed', failed_reason_code: '6' }),
    ]);
  });

  test('running out of time during 3D Secure: code 6, and the code comes too late', async () => {
    const secure = await enterCard(await openPage(await shop.openPayment('order1')), {
      card: testCards.visa,
    });
    shop.paytr.expire('order1');
    expect(shopAddress(await answerSms(secure))).toBe(FAIL_URL);
    expect(await received()).toEqual([
      expect.objectContaining({ status: 'failed', failed_reason_code: '6' }),
    ]);
  });

  test('time cannot run out after payment', async () => {
    await pay(await shop.openPayment('order1'), { card: testCards.visa });
    shop.paytr.expire('order1');
    expect((await received()).map(({ status }) => status)).toEqual(['success']);
  });

  test('an order given up can be opened and paid after all', async () => {
    await leave(await openPage(await shop.openPayment('order1')));
    await pay(await shop.openPayment('order1'), { card: testCards.visa });
    expect((await received()).map(({ status }) => status)).toEqual(['failed', 'success']);
    const ids = shop.paytr.deliverer.attempts.map(({ id }) => id);
    expect(ids).toEqual(['order1:1', 'order1:2']);
  });
});

describe('the card form', () => {
  test.each([
    ['a number that is no test card', { card: { number: '4242424242424242' } }, 'card_number_problem'],
    ['no name', { card: testCards.visa, name: ' ' }, 'card_name_problem'],
    ['expiry without a slash', { card: testCards.visa, expiry: '1230' }, 'expiry_problem'],
    ['month 13', { card: testCards.visa, expiry: '13/30' }, 'expiry_problem'],
    ['CVV of two digits', { card: testCards.visa, cvv: '00' }, 'cvv_problem'],
  ])('%s: shown beside the field, no callback', async (_name, entry, problemId) => {
    const page = await enterCard(await openPage(await shop.openPayment('order1')), entry);
    expect(page.body).toContain(`id="${problemId}"`);
    expect(page.body.match(/aria-invalid="true"/g)).toHaveLength(1);
    expect(await received()).toEqual([]);
  });

  test('never sends the card number back', async () => {
    const page = await enterCard(await openPage(await shop.openPayment('order1')), {
      card: testCards.visa,
      cvv: '',
    });
    expect(page.body).not.toContain(testCards.visa.number);
  });

  test('escapes what the customer typed', async () => {
    const page = await enterCard(await openPage(await shop.openPayment('order1')), {
      card: testCards.visa,
      name: '"><script>alert(1)</script>',
      cvv: '',
    });
    expect(page.body).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  });

  test('speaks English when asked', async () => {
    const page = await openPage(await shop.openPayment('order1', { lang: 'en', currency: 'EUR' }));
    expect(page.body).toContain('<html lang="en">');
    expect(page.body).toContain('Card number');
    expect(page.body).toContain('€1,000.00');
  });

  test('the 3D Secure address without a card leads back to the form', async () => {
    const page = await openPage(`${await shop.openPayment('order1')}/3d`);
    expect(page.body).toContain('name="card_number"');
  });
});

describe('delivery', () => {
  test.each(['ok', 'OK.', '<p>OK</p>', '', 'FAILED'])(
    'is repeated after the answer "%s", until OK',
    async (answer) => {
      shop.callbacks.answer = (index) => (index < 2 ? answer : ' OK\n');
      await pay(await shop.openPayment('order1'), { card: testCards.visa });
      const callbacks = await received();
      expect(callbacks).toHaveLength(3);
      expect(callbacks[2]).toEqual(callbacks[0]);
      expect(await paymentStates()).toEqual([expect.objectContaining({ saleAcknowledged: true })]);
    },
  );

  test('copies arrive at once and are the same', async () => {
    await control('faults', { copies: 3 });
    await pay(await shop.openPayment('order1'), { card: testCards.visa });
    const callbacks = await received();
    expect(callbacks).toHaveLength(3);
    expect(new Set(callbacks.map((fields) => JSON.stringify(fields))).size).toBe(1);
  });

  test('held and released in reverse: success arrives before the failure that came first', async () => {
    await control('faults', { hold: true, order: 'reverse' });
    await pay(await shop.openPayment('order1'), { card: testCards.fraud });
    await pay(await shop.openPayment('order1'), { card: testCards.visa });
    expect(shop.callbacks.received).toEqual([]);
    await control('release');
    expect(shop.callbacks.received.map(({ status }) => status)).toEqual(['success', 'failed']);
  });

  test('dropped: the payment stands, the merchant never hears of it', async () => {
    await control('faults', { drop: 1 });
    await pay(await shop.openPayment('order1'), { card: testCards.visa });
    expect(await received()).toEqual([]);
    expect(await paymentStates()).toEqual([
      {
        merchantOid: 'order1',
        state: 'paid',
        paymentAmount: 100000,
        currency: 'TL',
        total: 100000,
        instalments: 1,
        refunded: 0,
        lastFailureCode: null,
        callbackCount: 1,
        saleAcknowledged: false,
      },
    ]);
  });
});
