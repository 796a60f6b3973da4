import type { Write } from '../../core/decision';
import { update } from '../../core/decision';
import type { MinorUnits } from '../../core/money';
import { add, allocate, subtract, ZERO } from '../../core/money';
import { journalWrites, paymentReceivedEntry, walletSpentEntry } from '../../finance/rules/journal';
import type { InvoiceWithId } from '../../invoices/rules/settle-invoice';
import { amountOwed, settleInvoice } from '../../invoices/rules/settle-invoice';
import { paths } from '../../schema/paths';
import type { Allocation, Payment } from '../../schema/payment';
import type { Wallet } from '../../schema/wallet';
import { moveWallet } from '../../wallets/rules/move-wallet';

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
}

export interface ReceiptDocuments {
  readonly invoices: readonly InvoiceWithId[];
  readonly wallet: Pick<Wallet, 'balance'> | null;
  /** The wallet's part of the same payment, set aside until now. */
  readonly heldPart?: { readonly paymentId: string; readonly amount: MinorUnits } | null;
}

/** What became of the money, for the payment's document, and the writes beside it. */
export interface Received extends Pick<Payment, 'allocations' | 'creditedToWallet'> {
  /** Invoices, wallet, the wallet's part and the journal; not the payment itself. */
  readonly writes: readonly Write[];
}

/**
 * Spends money on what is still due on the invoices, in their order; after it the wallet's part, if one was set
 * aside. What is not owed (paid twice, overpaid, cancelled meanwhile, or a top-up) goes into the payer's wallet.
 */
export function receiveMoney(receipt: Receipt, documents: ReceiptDocuments, now: Date): Received {
  const { paymentId, userId, gateway, currency, amount, surcharge } = receipt;
  const { invoices, wallet, heldPart = null } = documents;
  const owed = invoices.map(({ invoice }) => amountOwed(invoice));
  const { shares, rest: creditedToWallet } = allocate(amount, owed);
  const stillOwed = owed.map((due, index) => subtract(due, shares[index] ?? ZERO));
  const held = allocate(heldPart?.amount ?? ZERO, stillOwed);
  const allocations = allocationsOf(invoices, shares, now);
  const received = paymentReceivedEntry(
    { id: paymentId, gateway, currency, invoiceIds: allocations.map(({ invoiceId }) => invoiceId) },
    { settled: subtract(amount, creditedToWallet), creditedToWallet, surcharge },
    now,
  );
  const credit = {
    entryId: `credit_${paymentId}`,
    amount: creditedToWallet,
    kind: 'TOP_UP',
    reason: invoices.length === 0 ? null : 'OVERPAYMENT',
    paymentId,
  } as const;
  const returned = {
    entryId: `release_${heldPart?.paymentId ?? ''}`,
    amount: held.rest,
    kind: 'REFUND',
    reason: 'RELEASED',
    paymentId: heldPart?.paymentId ?? null,
  } as const;
  return {
    allocations,
    creditedToWallet,
    writes: [
      ...invoices.flatMap((subject, index) =>
        settleInvoice(subject, add(shares[index] ?? ZERO, held.shares[index] ?? ZERO), paymentId, now),
      ),
      ...moveWallet(wallet, { userId, currency }, [credit, returned]),
      ...journalWrites(`payment_${paymentId}`, received),
      ...(heldPart === null
        ? []
        : captureWrites(heldPart, currency, allocationsOf(invoices, held.shares, now), held.rest, now)),
    ],
  };
}

/** The wallet's part becomes a payment that has succeeded. */
function captureWrites(
  { paymentId, amount }: NonNullable<ReceiptDocuments['heldPart']>,
  currency: string,
  allocations: Allocation[],
  returned: MinorUnits,
  now: Date,
): Write[] {
  const invoiceIds = allocations.map(({ invoiceId }) => invoiceId);
  const spent = walletSpentEntry(
    { paymentId, currency, invoiceIds, amount, from: 'walletHolds', returned },
    now,
  );
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
