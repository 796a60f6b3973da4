import type { BankTransaction } from '../../schema/bank-transaction';
import type { Invoice } from '../../schema/invoice';
import type { JournalEntry } from '../../schema/journal';
import type { Payment } from '../../schema/payment';
import type { Wallet } from '../../schema/wallet';
import type { Documents } from '../documents';
import { inCollection } from '../documents';

/** What must come out alike in whatever order the news came: sums and statuses, not who was first. */
export function outcome(documents: Documents): object {
  const balances = new Map<string, number>();
  for (const { currency, lines } of inCollection<JournalEntry>(documents, 'journal/*')) {
    for (const { account, debit, credit } of lines) {
      const key = `${account} ${currency}`;
      balances.set(key, (balances.get(key) ?? 0) + debit - credit);
    }
  }
  return {
    payments: inCollection<Payment>(documents, 'payments/*').map((payment) => ({
      id: payment.id,
      status: payment.status,
      // PayTR's notices have no time of their own, so the last one heard says why.
      failureReason: payment.gateway === 'paytr' ? null : payment.failureReason,
      allocations: payment.allocations.map(({ invoiceId, amount, refundedAmount }) => [
        invoiceId,
        amount,
        refundedAmount,
      ]),
      wallet: [payment.creditedToWallet, payment.refundedFromWallet],
      refunded: [payment.refundedAmount, payment.gatewayRefundedAmount],
      walletPart: payment.walletPart,
      disputes: payment.disputes.map(({ status, amount }) => [status, amount]),
    })),
    invoices: inCollection<Invoice>(documents, 'invoices/*').map((invoice) => ({
      id: invoice.id,
      status: invoice.status,
      sums: [invoice.amountPaid, invoice.amountCredited, invoice.amountDue],
    })),
    bankTransactions: inCollection<BankTransaction>(documents, 'bankTransactions/*').map(({ id, status }) => [
      id,
      status,
    ]),
    wallets: inCollection<Wallet>(documents, 'wallets/*').map(({ id, balance }) => [id, balance]),
    accounts: [...balances].filter(([, balance]) => balance !== 0).sort(),
  };
}
