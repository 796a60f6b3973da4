import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { PaytrContext } from './context';
import { postedFields } from './fields';
import { cardDeleteToken, cardListToken, sameSignature } from './sign';
import type { KeptCard, Store } from './store';
import { findTestCard, TEST_CARD_EXPIRY, type TestCard } from './test-cards';

/** `POST /odeme/capi/list`: the cards of a customer; an empty object when there are none. */
export function cardList({ merchant, store }: PaytrContext): RequestHandler {
  return (request, response) => {
    const { merchant_id, utoken = '', paytr_token = '' } = postedFields(request);
    const isMerchant = merchant_id === merchant.merchantId;
    if (!isMerchant || !sameSignature(paytr_token, cardListToken(merchant, utoken))) {
      response.json({ status: 'error', err_msg: 'paytr_token gecersiz' });
      return;
    }
    const cards = store.cards.get(utoken) ?? [];
    response.json(cards.length === 0 ? {} : cards.map(describe));
  };
}

function describe({ ctoken, card }: KeptCard) {
  const [month = '', year = ''] = TEST_CARD_EXPIRY.split('/');
  return {
    ctoken,
    last_4: card.number.slice(-4),
    require_cvv: '0',
    month,
    year,
    c_bank: card.bank ?? '',
    c_name: 'AYSE YILMAZ',
    c_brand: card.family ?? 'none',
    c_type: card.type,
    schema: card.schema,
  };
}

/** `POST /odeme/capi/delete`: forgets a card; one that is not there is an error. */
export function cardDelete({ merchant, store }: PaytrContext): RequestHandler {
  return (request, response) => {
    const { merchant_id, utoken = '', ctoken = '', paytr_token = '' } = postedFields(request);
    const isMerchant = merchant_id === merchant.merchantId;
    const cards = store.cards.get(utoken) ?? [];
    const others = cards.filter((card) => card.ctoken !== ctoken);
    if (!isMerchant || !sameSignature(paytr_token, cardDeleteToken(merchant, utoken, ctoken))) {
      response.json({ status: 'error', err_msg: 'paytr_token gecersiz' });
    } else if (others.length === cards.length) {
      response.json({ status: 'error', err_msg: 'kart bulunamadi' });
    } else {
      store.cards.set(utoken, others);
      response.json({ status: 'success' });
    }
  };
}

/** `POST /_control/cards` `{number, utoken?}`: a customer keeps a test card, as in a payment by the Direct API. */
export function keepCard({ store }: PaytrContext): RequestHandler {
  return (request, response) => {
    const { number = '', utoken = null } = request.body as Record<string, string>;
    const card = findTestCard(number);
    if (!card) {
      response.status(400).json({ error: `no test card ${number}` });
      return;
    }
    response.json(storeCard(store, card, utoken));
  };
}

/** Keeps a card for a customer; for one who keeps none yet, under a new token. */
export function storeCard(store: Store, card: TestCard, known: string | null) {
  const utoken = known ?? randomBytes(16).toString('hex');
  const kept: KeptCard = { ctoken: randomBytes(16).toString('hex'), card };
  store.cards.set(utoken, [...(store.cards.get(utoken) ?? []), kept]);
  return { utoken, ctoken: kept.ctoken };
}
