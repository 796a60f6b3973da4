import type { Write } from '../../core/decision';
import { update } from '../../core/decision';
import type { MinorUnits } from '../../core/money';
import { add, allocate, subtract, ZERO } from '../../core/money';
import { journalWrites, paymentReceivedEntry, walletSpentEntry } from '../../finance/rules/journal';
import type { InvoiceWithId } from '../../invoices/rules/settle-invoice';
import { amountOwed, settleInvoice } from '../../invoices/rules/settle-invoice';
import { paths } from '../../schema/paths';
import type { Allocation, Payment, WalletPart } from '../../schema/payment';
import type { Wallet } from '../../schema/wallet';
import type { Movement } from '../../wallets/rules/move-wallet';
import { moveWallet, spending } from '../../wallets/rules/move-wallet';

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

export interface ReceiptDocuments {
  readonly invoices: readonly InvoiceWithId[];
  readonly wallet: Pick<Wallet, 'balance'> | null;
  /** The wallet's part of the same payment. */
  readonly part?: SpentPart | null;
}

/** Wallet money that is spent with a payment: set aside until now, or in the balance again. */
export interface SpentPart extends Pick<WalletPart, 'paymentId' | 'amount'> {
  readonly from: 'walletHolds' | 'walletLiability';
}

/** What became of the money, for the payment's document, and the writes beside it. */
export interface Received extends Pick<Payment, 'allocations' | 'creditedToWallet'> {
  /** Invoices, wallet, the wallet's part and the journal; not the payment itself. */
  readonly writes: readonly Write[];
}

/**
 * Spends money on what is still due on the invoices, in their order; after it the wallet's part, if there is one. What is not owed (paid twice, overpaid, cancelled meanwhile, or a top-up) goes into the payer's wallet.
 */
export function receiveMoney(receipt: Receipt, documents: ReceiptDocuments, now: Date): Received {
  const { paymentId, userId, gateway, currency, amount, surcharge, receivedAt = now } = receipt;
  const { invoices, wallet, part = null } = documents;
  const owed = invoices.map(({ invoice }) => amountOwed(invoice));
  const { shares, rest: creditedToWallet } = allocate(amount, owed);
  const stillOwed = owed.map((due, index) => subtract(due, shares[index] ?? ZERO));
  const ofPart = allocate(part?.amount ?? ZERO, stillOwed);
  const allocations = allocationsOf(invoices, shares, now);
  const received = paymentReceivedEntry(
    { id: paymentId, gateway, currency, invoiceIds: allocations.map(({ invoiceId }) => invoiceId) },
    { settled: subtract(amount, creditedToWallet), creditedToWallet, surcharge },
    receivedAt,
  );
  const credit = {
    entryId: `credit_${paymentId}`,
    amount: creditedToWallet,
    kind: 'TOP_UP',
    reason: invoices.length === 0 ? null : 'OVERPAYMENT',
    paymentId,
  } as const;
  return {
    allocations,
    creditedToWallet,
    writes: [
      ...invoices.flatMap((subject, index) =>
        settleInvoice(
          subject,
          add(shares[index] ?? ZERO, ofPart.shares[index] ?? ZERO),
          paymentId,
          now,
          receivedAt,
        ),
      ),
      ...moveWallet(wallet, { userId, currency }, [
        credit,
        ...(part === null ? [] : partMovements(part, ofPart.rest)),
      ]),
      ...journalWrites(`payment_${paymentId}`, received),
      ...(part === null
        ? []
        : captureWrites(part, currency, allocationsOf(invoices, ofPart.shares, now), ofPart.rest, now)),
    ],
  };
}

/** What leaves the balance once more, and what goes back into it because the invoices did not need it. */
function partMovements({ paymentId, amount, from }: SpentPart, returned: MinorUnits): Movement[] {
  return [
    ...(from === 'walletHolds' ? [] : [{ ...spending(paymentId, amount), entryId: `respend_${paymentId}` }]),
    { entryId: `release_${paymentId}`, amount: returned, kind: 'REFUND', reason: 'RELEASED', paymentId },
  ];
}

/** The wallet's part becomes a payment that has succeeded. */
function captureWrites(
  { paymentId, amount, from }: SpentPart,
  currency: string,
  allocations: Allocation[],
  returned: MinorUnits,
  now: Date,
): Write[] {
  const invoiceIds = allocations.map(({ invoiceId }) => invoiceId);
  const spent = walletSpentEntry({ paymentId, currency, invoiceIds, amount, from, returned }, now);
  return [
    update(paths.payment(paymentId), {
      status: 'SUCCEEDED',
      allocations,
      creditedToWallet: returned,
      processedAt: now,
    }),
    ...journalWrites(`payment_${paymentId}`, spent),
  ];
}

/** The shares as a payment records them; an invoice that got nothing is left out. */
export function allocationsOf(
  invoices: readonly InvoiceWithId[],
  shares: readonly MinorUnits[],
  now: Date,
): Allocation[] {
  return invoices.flatMap(({ id }, index) => {
    const amount = shares[index] ?? ZERO;
    return amount === 0 ? [] : [{ invoiceId: id, amount, refundedAmount: ZERO, allocatedAt: now }];
  });
}
