import type { GatewayEvent, PaymentFact } from '../gateways/gateway';
import { creditNoteNumbering } from '../invoices/config';
import { appUrl } from '../platform/params';
import type { Get } from '../platform/transact';
import type { Wanted } from './read-payment';
import { readReferenced } from './read-payment';
import type { FactDecision } from './rules/apply-fact';
import { applyFact } from './rules/apply-fact';
import { keepToldMethods, toldMethodIds } from './rules/keep-told-methods';
import { concernsPayer, noticesOf } from './rules/notices-of';

/** What each kind of news touches besides the payment; nothing else is read for it. */
const WANTED: Record<PaymentFact['kind'], Wanted> = {
  PAYMENT_SUCCEEDED: { invoices: true, subscriptions: true, wallet: true },
  PAYMENT_PROCESSING: { invoices: true },
  PAYMENT_FAILED: { invoices: true, subscriptions: true, wallet: true },
  PAYMENT_REFUNDED: { invoices: true, wallet: true, counter: true },
  DISPUTE_OPENED: {},
  DISPUTE_CLOSED: {},
};

/** Reads what news of a payment concerns and decides on it; whoever learnt the news commits the writes. */
export async function decideFact(
  get: Get,
  news: Pick<GatewayEvent, 'gateway' | 'occurredAt'> & { readonly fact: PaymentFact },
  now: Date,
): Promise<FactDecision> {
  const { fact, gateway } = news;
  const told = fact.kind === 'PAYMENT_SUCCEEDED' ? fact : null;
  const handle = told?.gatewayCustomerId ?? null;
  const kept = handle === null ? [] : (told?.keptMethods ?? []);
  const wanted = {
    ...WANTED[fact.kind],
    payer: concernsPayer(fact),
    identity: handle !== null,
    methods: toldMethodIds(gateway, kept),
  };
  const { payer, identity, methods, ...documents } = await readReferenced(get, fact.payment, wanted);
  const { payment } = documents;
  const decision = applyFact(documents, { ...news, numbering: creditNoteNumbering() }, now);
  const notices = noticesOf({ ...documents, payer }, { fact, appUrl: appUrl() }, decision, now);
  const named =
    payment === null || handle === null
      ? []
      : keepToldMethods({ identity, methods }, { userId: payment.userId, gateway, handle, kept }, now);
  return { ...decision, writes: [...decision.writes, ...notices, ...named] };
}
