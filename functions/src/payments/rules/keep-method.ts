import type { Fields, Write } from '../../core/decision';
import { create, update } from '../../core/decision';
import type { MethodFact, SavedMethod } from '../../gateways/gateway';
import { paths } from '../../schema/paths';
import type { GatewayName } from '../../schema/payment';
import type { PaymentMethod } from '../../schema/payment-method';
import type { GatewayIdentity } from '../../schema/user';
import type { FactDecision } from './apply-fact';
import { clearDefault, pointDefault } from './gateway-identity';

/** The id of a kept card's document: what the gateway calls the card, and which gateway. */
export function methodId(gateway: GatewayName, gatewayMethodId: string): string {
  return `${gateway}_${gatewayMethodId}`;
}

/** The card that news is about. */
export function gatewayMethodIdOf(fact: MethodFact): string {
  return fact.kind === 'METHOD_SAVED' ? fact.method.gatewayMethodId : fact.gatewayMethodId;
}

export interface MethodNews {
  readonly gateway: GatewayName;
  readonly fact: MethodFact;
}

/** What news does to the record of one card, and which card is its owner's default afterwards. */
export interface MethodChange extends FactDecision {
  readonly method: Fields<PaymentMethod> | null;
  readonly defaultPaymentMethodId: string | null;
}

/**
 * What a gateway's news of a kept card does to our record of it and to its owner's default. A removed card does not
 * tell whose it was, but its record does, and whether it was the default: so its owner's need not be read.
 * @param documents.identity Its owner's, when the card is saved.
 */
export function keepMethod(
  { method, identity }: { readonly method: PaymentMethod | null; readonly identity: GatewayIdentity | null },
  news: MethodNews,
  now: Date,
): FactDecision {
  const { fact } = news;
  const standard = identity?.defaultPaymentMethodId ?? null;
  const { writes, outcome, result, defaultPaymentMethodId } = changeMethod(method, standard, news, now);
  const isSaved = fact.kind === 'METHOD_SAVED';
  const formerOwner = !isSaved && method?.isDefault === true ? method.userId : null;
  return {
    outcome,
    result,
    writes: [
      ...writes,
      ...(isSaved ? pointDefault(fact.userId, identity, defaultPaymentMethodId) : []),
      ...(formerOwner === null ? [] : [clearDefault(formerOwner)]),
    ],
  };
}

/**
 * The same for the record alone. The first card becomes the default; when the default goes, no other card takes its
 * place, since nobody has agreed to be charged there. A card that was removed never comes back: gateways give a card
 * that is entered again another name, so late news of the first one changes nothing.
 */
export function changeMethod(
  method: Fields<PaymentMethod> | null,
  defaultPaymentMethodId: string | null,
  { gateway, fact }: MethodNews,
  now: Date,
): MethodChange {
  const id = methodId(gateway, gatewayMethodIdOf(fact));
  const path = paths.paymentMethod(id);
  const ignored = (result: string): MethodChange => ({
    writes: [],
    outcome: 'IGNORED',
    result,
    method,
    defaultPaymentMethodId,
  });
  const applied = (
    result: string,
    write: Write,
    after: Fields<PaymentMethod>,
    standard: string | null,
  ): MethodChange => ({
    writes: [write],
    outcome: 'APPLIED',
    result,
    method: after,
    defaultPaymentMethodId: standard,
  });

  if (method !== null && method.removedAt !== null) return ignored('METHOD_GONE');
  if (fact.kind === 'METHOD_REMOVED') {
    if (method === null) return ignored('METHOD_UNKNOWN');
    const removed = { removedAt: now, isDefault: false };
    const standard = defaultPaymentMethodId === id ? null : defaultPaymentMethodId;
    return applied('METHOD_REMOVED', update(path, removed), { ...method, ...removed }, standard);
  }
  if (method === null) {
    const isDefault = defaultPaymentMethodId === null;
    const { userId } = fact;
    const kept: Fields<PaymentMethod> = { ...fact.method, userId, gateway, isDefault, removedAt: null };
    return applied('METHOD_SAVED', create(path, kept), kept, isDefault ? id : defaultPaymentMethodId);
  }
  if (isSame(method, fact.method)) return ignored('METHOD_KNOWN');
  return applied(
    'METHOD_SAVED',
    update(path, fact.method),
    { ...method, ...fact.method },
    defaultPaymentMethodId,
  );
}

/** Whether a gateway tells what we have: it renews the month of a card that its bank has replaced. */
function isSame(method: Fields<PaymentMethod>, told: SavedMethod): boolean {
  const { type, brand, lastFour, expMonth, expYear } = told;
  return (
    method.type === type &&
    method.brand === brand &&
    method.lastFour === lastFour &&
    method.expMonth === expMonth &&
    method.expYear === expYear
  );
}
