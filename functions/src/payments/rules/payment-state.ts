import type { PaymentStatus } from '../../schema/payment';

export type PaymentChange = 'process' | 'succeed' | 'fail';

/**
 * From which statuses each piece of news moves a payment. News that finds it elsewhere is late or repeated and
 * changes nothing, so any order of the same callbacks ends in the same status. Money that arrives is always
 * taken, even after a failure was reported.
 */
const MOVES_FROM: Record<PaymentChange, readonly PaymentStatus[]> = {
  process: ['PENDING'],
  succeed: ['PENDING', 'PROCESSING', 'FAILED'],
  fail: ['PENDING', 'PROCESSING'],
};

export function moves(change: PaymentChange, from: PaymentStatus): boolean {
  return MOVES_FROM[change].includes(from);
}
