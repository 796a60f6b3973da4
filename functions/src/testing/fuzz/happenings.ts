import type { Happening } from './history';
import { partOf } from './part-of';
import type { Attempt } from './simulated-gateway';
import { isPayable } from './simulated-gateway';
import type { World } from './world';

const POSSIBLE: Record<Happening['do'], (attempt: Attempt) => boolean> = {
  pay: isPayable,
  decline: isPayable,
  // Nobody fills in a bank's form whose address they were not given; cards may be charged by then all the same.
  payLater: ({ gateway, state, isHandedOut }) => gateway === 'stripe' && state === 'OPEN' && isHandedOut,
  settleLater: ({ state }) => state === 'PROCESSING',
  expire: isPayable,
  lapse: ({ state }) => state === 'OPEN',
  panelRefund: ({ state, amount, surcharge, refunded }) =>
    state === 'CAPTURED' && refunded < amount + surcharge,
  dispute: ({ gateway, state, dispute }) => gateway === 'stripe' && state === 'CAPTURED' && dispute === null,
  closeDispute: ({ dispute }) => dispute === 'OPEN',
};

/** Does at the gateway what happens there, to one of the attempts that it can happen to; false when there is none. */
export function happen({ gateways }: World, action: Happening): boolean {
  const possible = gateways.attempts.filter(POSSIBLE[action.do]);
  const attempt = possible[action.attempt % Math.max(possible.length, 1)];
  if (attempt === undefined) return false;
  switch (action.do) {
    case 'pay':
      gateways.pay(attempt);
      break;
    case 'decline':
      gateways.decline(attempt, action.reason);
      break;
    case 'payLater':
      gateways.payLater(attempt);
      break;
    case 'settleLater':
      gateways.settleLater(attempt, action.isPaid);
      break;
    case 'expire':
      gateways.expire(attempt);
      break;
    case 'lapse':
      gateways.lapse(attempt);
      break;
    case 'panelRefund':
      gateways.refundInPanel(attempt, partInPanel(attempt, action.part));
      break;
    case 'dispute':
      gateways.dispute(attempt);
      break;
    case 'closeDispute':
      gateways.closeDispute(attempt, action.isWon);
  }
  return true;
}

/** A part of what is left; all of it together with the surcharge. */
function partInPanel({ amount, surcharge, refunded }: Attempt, part: number) {
  return partOf(amount + (part === 1 ? surcharge : 0) - refunded, part);
}
