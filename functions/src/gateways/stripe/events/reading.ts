import type { GatewayEvent, GatewayFact } from '../../gateway';
import type { Lookup } from '../lookup';

/** What an event file makes of its object. */
export interface Reading {
  readonly fact: GatewayFact;
  readonly gatewayReason: GatewayEvent['gatewayReason'];
}

/** What an event file knows besides its object. */
export interface EventContext {
  readonly project: string;
  readonly livemode: boolean;
  readonly lookup: Lookup;
}

export const NOT_OURS: Reading = { fact: { kind: 'NOTHING_FOR_US', why: 'NOT_OURS' }, gatewayReason: null };
export const NO_PAYMENT: Reading = {
  fact: { kind: 'NOTHING_FOR_US', why: 'NO_PAYMENT' },
  gatewayReason: null,
};

export function reading(fact: GatewayFact, gatewayReason: Reading['gatewayReason'] = null): Reading {
  return { fact, gatewayReason };
}
