import type { MinorUnits } from '../../core/money';
import { add } from '../../core/money';
import { amountOwed } from '../../invoices/rules/settle-invoice';
import type { Payment, PaymentFailure } from '../../schema/payment';
import type { PaymentDocuments } from './apply-fact';
import type { SpentPart } from './receive-money';

type Found = Pick<PaymentDocuments, 'invoices' | 'wallet'> & {
  readonly payment: Pick<Payment, 'status' | 'failureReason' | 'walletPart'>;
};

/** After these nobody waits for the attempt any more: the customer left it, or there was no page to stay on. */
const OVER: readonly PaymentFailure[] = ['ABANDONED', 'OUTAGE'];

/**
 * The wallet's part that is spent together with a gateway's money: one that is held, always. One that was given back is
 * taken again when a card was refused and the next one paid: PayTR reports each refused card as a failure although the
 * customer goes on in the same form, with the split that they agreed to. It is taken whole or not at all, only while
 * its money is in the wallet and the invoices owe it, and never once the attempt was given up or its form expired
 * (docs/decisions/0027).
 * @param received The gateway's money, which goes first.
 */
export function spentPart({ payment, invoices, wallet }: Found, received: MinorUnits): SpentPart | null {
  const { status, failureReason, walletPart } = payment;
  if (walletPart === null) return null;
  const { paymentId, amount } = walletPart;
  if (walletPart.status === 'HELD') return { paymentId, amount, from: 'walletHolds' };
  if (walletPart.status === 'CAPTURED') return null;
  const isRefusedCard = status === 'FAILED' && failureReason !== null && !OVER.includes(failureReason);
  const isThere = wallet !== null && wallet.balance >= amount;
  const owed = invoices.reduce((sum, { invoice }) => sum + amountOwed(invoice), 0);
  const isTakenAgain = isRefusedCard && isThere && owed >= add(received, amount);
  return isTakenAgain ? { paymentId, amount, from: 'walletLiability' } : null;
}
