import type { Happening } from './history';
import { partOf } from './part-of';
import type { Attempt } from './simulated-gateway';
import type { World } from './world';

/** Does at the gateway what happens there, and answers whether it was possible. */
export function happen({ gateways }: World, action: Happening): boolean {
  const attempt = attemptAt(gateways.attempts, action.attempt);
  if (attempt === undefined) return false;
  switch (action.do) {
    case 'pay':
      return gateways.pay(attempt);
    case 'decline':
      return gateways.decline(attempt, action.reason);
    case 'payLater':
      return gateways.payLater(attempt);
    case 'settleLater':
      return gateways.settleLater(attempt, action.isPaid);
    case 'expire':
      return gateways.expire(attempt);
    case 'lapse':
      return gateways.lapse(attempt);
    case 'panelRefund':
      return gateways.refundInPanel(
        attempt,
        // The last of it together with the surcharge, as staff would.
        partOf(attempt.amount + (action.part === 1 ? attempt.surcharge : 0) - attempt.refunded, action.part),
      );
    case 'dispute':
      return gateways.dispute(attempt);
    case 'closeDispute':
      return gateways.closeDispute(attempt, action.isWon);
  }
}

export function attemptAt(attempts: readonly Attempt[], at: number): Attempt | undefined {
  return attempts[at % Math.max(attempts.length, 1)];
}
