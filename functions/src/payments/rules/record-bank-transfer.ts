import type { CalendarDay } from '../../core/calendar';
import { dayOf, startOfDay } from '../../core/calendar';
import type { Decision } from '../../core/decision';
import { create } from '../../core/decision';
import type { MinorUnits } from '../../core/money';
import { ZERO } from '../../core/money';
import { auditWrite } from '../../finance/rules/audit';
import type { Actor } from '../../finance/rules/audit';
import type { InvoiceWithId } from '../../invoices/rules/settle-invoice';
import { BillingError, must } from '../../platform/errors';
import type { RecordBankTransferAnswer } from '../../schema/bank-transaction';
import type { Invoice } from '../../schema/invoice';
import { paths } from '../../schema/paths';
import type { Payment } from '../../schema/payment';
import type { Subscription } from '../../schema/subscription';
import type { Wallet } from '../../schema/wallet';
import { newPayment } from './new-payment';
import { receiveMoney } from './receive-money';

/** Money on the bank account, and what it is for. */
export interface BankTransfer {
  readonly paymentId: string;
  /** In the order in which the money is spent, none twice. */
  readonly invoiceIds: readonly string[];
  /** Minor units. */
  readonly amount: MinorUnits;
  readonly currency: string;
  /** When the bank booked it: the date of the payment and of its journal entry. */
  readonly receivedAt: Date;
  /** What the bank calls it. */
  readonly reference: string | null;
}

export interface BankTransferDocuments {
  /** In the order of the transfer's `invoiceIds`. */
  readonly invoices: readonly (Invoice | null)[];
  /** Of the invoices that belong to one, by id. */
  readonly subscriptions?: ReadonlyMap<string, Subscription>;
  /** Of the invoices' customer, in the transfer's currency. */
  readonly wallet: Wallet | null;
}

/**
 * `payment.recordBankTransfer`: finance saw the money of one customer on the bank account. The same payment id
 * again answers what the first call recorded.
 *
 * @throws BillingError INVALID_REQUEST when it is to come in the future, or as `takeBankTransfer` does.
 */
export function recordBankTransfer(
  documents: BankTransferDocuments & { readonly payment: Payment | null },
  command: Omit<BankTransfer, 'receivedAt'> & { readonly receivedOn: CalendarDay; readonly actor: Actor },
  now: Date,
): Decision<RecordBankTransferAnswer> {
  const { receivedOn, actor, ...transfer } = command;
  const { paymentId } = transfer;
  if (documents.payment !== null) {
    const { creditedToWallet } = documents.payment;
    return { writes: [], result: { paymentId, creditedToWallet } };
  }
  if (receivedOn > dayOf(now)) {
    throw new BillingError('INVALID_REQUEST', { problems: 'receivedOn: lies in the future' });
  }
  const taken = takeBankTransfer(documents, { ...transfer, receivedAt: startOfDay(receivedOn) }, now);
  return {
    writes: [...taken.writes, auditWrite(actor, 'payment.recordBankTransfer', paths.payment(paymentId))],
    result: taken.result,
  };
}

/**
 * Takes money that is on the bank account, whatever has become of its invoices since: an invoice that is paid or
 * cancelled takes none of it, and the money is the customer's, in the wallet.
 *
 * @throws BillingError INVOICE_NOT_FOUND; INVOICES_DIFFER when they are not one customer's in one currency;
 *   CURRENCY_MISMATCH when the money is in another; INVOICE_NOT_ISSUED for a draft, which nobody could have paid.
 */
export function takeBankTransfer(
  { invoices: found, subscriptions, wallet }: BankTransferDocuments,
  transfer: BankTransfer,
  now: Date,
): Decision<RecordBankTransferAnswer> {
  const { paymentId, invoiceIds, amount, currency, receivedAt, reference } = transfer;
  const invoices = invoiceIds.map((id, index) => {
    const invoice = must(found[index], 'INVOICE_NOT_FOUND', { invoiceId: id });
    return { id, invoice, subscription: subscriptions?.get(invoice.subscriptionId ?? '') };
  });
  const { userId, organizationId } = customerOf(invoices, currency);
  const received = receiveMoney(
    { paymentId, userId, gateway: 'bank', currency, amount, surcharge: ZERO, receivedAt },
    { invoices, wallet },
    now,
  );
  const { allocations, creditedToWallet } = received;
  const payment = newPayment(
    { userId, organizationId, gateway: 'bank', isTest: false, invoiceIds: [...invoiceIds], amount, currency },
    {
      gatewayPaymentId: reference,
      status: 'SUCCEEDED',
      // What the bank charges is a line of its own on the statement.
      fee: ZERO,
      allocations,
      creditedToWallet,
      processedAt: receivedAt,
    },
  );
  return {
    writes: [create(paths.payment(paymentId), payment), ...received.writes],
    result: { paymentId, creditedToWallet },
  };
}

function customerOf(
  invoices: readonly InvoiceWithId[],
  currency: string,
): Pick<Invoice, 'userId' | 'organizationId'> {
  const { invoice: first } = must(invoices[0], 'INVOICE_NOT_FOUND');
  for (const { id, invoice } of invoices) {
    const fits =
      invoice.userId === first.userId &&
      invoice.organizationId === first.organizationId &&
      invoice.currency === first.currency;
    if (!fits) throw new BillingError('INVOICES_DIFFER', { invoiceId: id });
    if (invoice.currency !== currency) throw new BillingError('CURRENCY_MISMATCH', { invoiceId: id });
    // A draft that was discarded is cancelled, and was never issued either.
    if (invoice.issueDate === null) throw new BillingError('INVOICE_NOT_ISSUED', { invoiceId: id });
  }
  return first;
}
