import type { Write } from '../../core/decision';
import type { MinorUnits } from '../../core/money';
import { allocate, subtract, ZERO } from '../../core/money';
import { journalWrites, paymentReceivedEntry } from '../../finance/rules/journal';
import type { InvoiceWithId } from '../../invoices/rules/settle-invoice';
import { amountOwed, settleInvoice } from '../../invoices/rules/settle-invoice';
import type { Payment } from '../../schema/payment';
import type { Wallet } from '../../schema/wallet';
import { creditWallet } from '../../wallets/rules/credit-wallet';

/** Money that has arrived from outside. */
export interface Receipt {
  readonly paymentId: string;
  readonly userId: string;
  readonly gateway: 'stripe' | 'paytr' | 'bank';
  readonly currency: string;
  /** Without any surcharge, in minor units. */
  readonly amount: MinorUnits;
  /** What came on top for paying in installments. */
  readonly surcharge: MinorUnits;
  /** When it came, where that is earlier than now: the date of the books and of the invoice's payment. */
  readonly receivedAt?: Date;
}

/** What became of the money, for the payment's document, and the writes beside it. */
export interface Received {
  readonly allocations: Payment['allocations'];
  readonly creditedToWallet: MinorUnits;
  /** Invoices, wallet and journal; not the payment itself. */
  readonly writes: readonly Write[];
}

/**
 * Spends money on what is still due on the invoices, in their order; what is not owed (paid twice, overpaid,
 * cancelled meanwhile, or a top-up) goes into the payer's wallet.
 */
export function receiveMoney(
  { paymentId, userId, gateway, currency, amount, surcharge, receivedAt }: Receipt,
  documents: { readonly invoices: readonly InvoiceWithId[]; readonly wallet: Wallet | null },
  now: Date,
): Received {
  const { invoices, wallet } = documents;
  const bookedAt = receivedAt ?? now;
  const { shares, rest: creditedToWallet } = allocate(
    amount,
    invoices.map(({ invoice }) => amountOwed(invoice)),
  );
  const settled = invoices.map((subject, index) => ({ subject, share: shares[index] ?? ZERO }));
  const allocations = settled
    .filter(({ share }) => share > 0)
    .map(({ subject, share }) => ({ invoiceId: subject.id, amount: share, allocatedAt: now }));
  const reason = invoices.length === 0 ? null : 'OVERPAYMENT';
  const received = paymentReceivedEntry(
    { id: paymentId, gateway, currency, invoiceIds: allocations.map(({ invoiceId }) => invoiceId) },
    { settled: subtract(amount, creditedToWallet), creditedToWallet, surcharge },
    bookedAt,
  );
  return {
    allocations,
    creditedToWallet,
    writes: [
      ...settled.flatMap(({ subject, share }) => settleInvoice(subject, share, paymentId, now, bookedAt)),
      ...(creditedToWallet > 0
        ? creditWallet(wallet, { userId, currency, amount: creditedToWallet, paymentId, reason })
        : []),
      ...journalWrites(`payment_${paymentId}`, received),
    ],
  };
}
