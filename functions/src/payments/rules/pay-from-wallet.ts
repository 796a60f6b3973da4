import type { Write } from '../../core/decision';
import { create } from '../../core/decision';
import type { MinorUnits } from '../../core/money';
import { allocate, ZERO } from '../../core/money';
import { journalWrites, walletSpentEntry } from '../../finance/rules/journal';
import type { InvoiceWithId } from '../../invoices/rules/settle-invoice';
import { settleInvoice } from '../../invoices/rules/settle-invoice';
import { paths } from '../../schema/paths';
import type { Payment } from '../../schema/payment';
import type { Wallet } from '../../schema/wallet';
import { moveWallet, spending } from '../../wallets/rules/move-wallet';
import { newPayment } from './new-payment';
import { allocationsOf } from './receive-money';

export interface WalletPurchase extends Pick<Payment, 'userId' | 'organizationId' | 'currency' | 'isTest'> {
  readonly paymentId: string;
  readonly invoices: readonly InvoiceWithId[];
  /** At most the balance, in minor units. */
  readonly amount: MinorUnits;
}

/** Pays invoices from the wallet alone, at once: the payment has succeeded when it is written. */
export function payFromWallet(purchase: WalletPurchase, wallet: Wallet | null, now: Date): Write[] {
  const { paymentId, invoices, amount, userId, organizationId, currency, isTest } = purchase;
  const { shares } = allocate(
    amount,
    invoices.map(({ invoice }) => invoice.amountDue),
  );
  const allocations = allocationsOf(invoices, shares, now);
  const allocatedIds = allocations.map(({ invoiceId }) => invoiceId);
  const spent = walletSpentEntry(
    { paymentId, currency, invoiceIds: allocatedIds, amount, from: 'walletLiability', returned: ZERO },
    now,
  );
  const invoiceIds = invoices.map(({ id }) => id);
  const given = { userId, organizationId, isTest, invoiceIds, currency, gateway: 'wallet', amount } as const;
  return [
    create(
      paths.payment(paymentId),
      newPayment(given, { status: 'SUCCEEDED', allocations, processedAt: now }),
    ),
    ...invoices.flatMap((subject, index) => settleInvoice(subject, shares[index] ?? ZERO, paymentId, now)),
    ...moveWallet(wallet, { userId, currency }, [spending(paymentId, amount)]),
    ...journalWrites(`payment_${paymentId}`, spent),
  ];
}
