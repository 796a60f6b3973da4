import { dayOf, isPastDue } from '../../core/calendar';
import type { StatementLine } from '../../finance/bank/rules/statement';
import { derivedId, PAYMENT_ID_LENGTH } from '../../platform/ids';
import type { BankTransaction } from '../../schema/bank-transaction';
import type { Difference } from '../../schema/difference';
import type { Invoice } from '../../schema/invoice';
import type { JournalEntry } from '../../schema/journal';
import { paths } from '../../schema/paths';
import type { Payment } from '../../schema/payment';
import type { Refund } from '../../schema/refund';
import type { Wallet } from '../../schema/wallet';
import { schemaProblems } from '../check-schemas';
import type { Documents } from '../documents';
import { inCollection } from '../documents';
import type { Attempt } from './simulated-gateway';
import { FEE } from './simulated-gateway';
import type { World } from './world';
import { CUSTOMERS } from './world';

/**
 * What is wrong when everything has settled: the documents' shapes, what is left under way, and every sum that does not
 * agree with the truth at the gateways. The books themselves are looked at after every step.
 */
export function endProblems(documents: Documents, world: World): string[] {
  const { attempts } = world.gateways;
  return [
    ...schemaProblems(documents),
    ...attempts.flatMap((attempt) => attemptProblems(documents, attempt)),
    ...attempts.flatMap((attempt) => orderProblems(documents, attempt)),
    ...unfinished(documents, attempts),
    ...inCollection<Difference>(documents, 'differences/*').map(({ id, kind }) => `${id}: parked as ${kind}`),
    ...bankProblems(documents, world.bank.transfers),
    ...overdueProblems(documents, world.now()),
    ...cashProblems(documents, attempts),
    ...CUSTOMERS.flatMap((customer) => conservationProblems(documents, attempts, customer)),
  ];
}

const SETTLED: Record<Attempt['state'], readonly Payment['status'][]> = {
  OPEN: [],
  PROCESSING: ['PROCESSING'],
  CAPTURED: ['SUCCEEDED', 'REFUNDED'],
  CLOSED: ['FAILED'],
  LAPSED: ['FAILED'],
};

/** Every payment ends as the gateway knows it. */
function attemptProblems(documents: Documents, attempt: Attempt): string[] {
  const { paymentId, state, refunded, dispute } = attempt;
  const payment = documents.get(paths.payment(paymentId)) as Payment | undefined;
  if (payment === undefined) return [`${paymentId}: the gateway knows it, and we do not`];
  const told = payment.disputes.map(({ status }) => status);
  return [
    ...(SETTLED[state].includes(payment.status) ? [] : [`${paymentId}: ${payment.status}, but is ${state}`]),
    ...(payment.gatewayRefundedAmount === refunded
      ? []
      : [`${paymentId}: ${payment.gatewayRefundedAmount} refunded, but it is ${refunded}`]),
    ...(told.join() === (dispute ?? '') ? [] : [`${paymentId}: dispute ${told.join()}, but is ${dispute}`]),
  ];
}

/** Every refund that we ordered was made once or not at all, and is recorded as what it is. */
function orderProblems(documents: Documents, { paymentId, orders, refundedInPanel }: Attempt): string[] {
  const refunds = inCollection<Refund>(documents, 'refunds/*').filter(
    (refund) =>
      refund.paymentId === paymentId && refund.destination === 'GATEWAY' && refund.origin === 'FINANCE',
  );
  return [
    ...[...orders]
      .filter(([, { times }]) => times > 1)
      .map(([id, { times }]) => `${id}: refunded ${times} times at the gateway`),
    ...[...orders.keys()]
      .filter((id) => refunds.every((refund) => refund.id !== id))
      .map((id) => `${id}: refunded at the gateway, and we know of no order`),
    // A refund from the panel of at least the same amount cannot be told from ours (docs/decisions/0010).
    ...(refundedInPanel > 0 ? [] : refunds)
      .filter(({ id, status }) => (status === 'SUCCEEDED') !== orders.has(id))
      .map(({ id, status }) => `${id}: ${status}, but ${orders.has(id) ? '' : 'not '}made at the gateway`),
  ];
}

/** Nothing is left under way but what the banks have not decided. */
function unfinished(documents: Documents, attempts: readonly Attempt[]): string[] {
  const processing = new Set(
    attempts.filter(({ state }) => state === 'PROCESSING').map(({ paymentId }) => paymentId),
  );
  const payments = inCollection<Payment>(documents, 'payments/*');
  return [
    ...payments.flatMap(({ id, status, partOf, walletPart, pendingRefund }) => [
      ...(status === 'PENDING' && !processing.has(partOf ?? '') ? [`${id}: still PENDING`] : []),
      ...(walletPart?.status === 'HELD' && !processing.has(id) ? [`${id}: wallet money still held`] : []),
      ...(pendingRefund === null ? [] : [`${id}: refund still pending`]),
    ]),
    ...inCollection<Invoice>(documents, 'invoices/*')
      .filter(({ processingPaymentIds }) => processingPaymentIds.some((id) => !processing.has(id)))
      .map(({ id }) => `${id}: waits for a payment that is over`),
  ];
}

/** Every transfer of the statement is there once, and is a payment when it was matched to invoices. */
function bankProblems(documents: Documents, transfers: readonly StatementLine[]): string[] {
  const lines = inCollection<BankTransaction>(documents, 'bankTransactions/*');
  const keyOf = (day: string, { amount, currency, remittance, bankReference }: KeyFields) =>
    [day, amount, currency, remittance, bankReference].join('|');
  const told = transfers.map((transfer) => keyOf(transfer.bookedOn, transfer)).sort();
  const known = lines.map((line) => keyOf(dayOf(line.bookedOn), line)).sort();
  return [
    ...(told.join('\n') === known.join('\n')
      ? []
      : [`the bank tells ${told.join()}, we know ${known.join()}`]),
    ...lines.flatMap((line) => {
      const payment = documents.get(paths.payment(derivedId(PAYMENT_ID_LENGTH, 'bankTransaction', line.id)));
      const isPaid = payment?.gateway === 'bank' && payment.amount === line.amount;
      const isRight = line.status === 'MATCHED' ? isPaid && line.paymentId !== null : payment === undefined;
      return isRight ? [] : [`bankTransactions/${line.id}: ${line.status}, its payment says otherwise`];
    }),
  ];
}

type KeyFields = Pick<StatementLine, 'amount' | 'currency' | 'remittance' | 'bankReference'>;

/** What is owed after its last day is called overdue, and was announced. */
function overdueProblems(documents: Documents, now: Date): string[] {
  return inCollection<Invoice>(documents, 'invoices/*').flatMap(({ id, status, dueDate }) => {
    const isOwed = status === 'PENDING' || status === 'PARTIAL' || status === 'OVERDUE';
    const isLate = isOwed && isPastDue(dueDate, now);
    const isAnnounced = documents.has(paths.outboxEvent(`invoice.overdue_${id}`));
    return [
      ...(isLate === (status === 'OVERDUE') ? [] : [`${id}: ${status}, due on ${dayOf(dueDate)}`]),
      ...(status === 'OVERDUE' && !isAnnounced ? [`${id}: overdue, and nobody was told`] : []),
    ];
  });
}

/** What the journal says lies at a gateway is what lies there. */
function cashProblems(documents: Documents, attempts: readonly Attempt[]): string[] {
  const lines = inCollection<JournalEntry>(documents, 'journal/*').flatMap((entry) =>
    entry.lines.map((line) => ({ ...line, currency: entry.currency })),
  );
  return (['stripe', 'paytr'] as const).flatMap((gateway) =>
    CUSTOMERS.flatMap(({ currency }) => {
      const booked = sum(
        lines
          .filter((line) => line.account === `cash.${gateway}` && line.currency === currency)
          .map(({ debit, credit }) => debit - credit),
      );
      const real = sum(
        attempts
          .filter((one) => one.gateway === gateway && one.currency === currency && one.state === 'CAPTURED')
          .map(({ amount, surcharge, refunded, dispute }) => {
            const withBank = dispute === 'OPEN' || dispute === 'LOST' ? amount : 0;
            return amount + surcharge - refunded - withBank - FEE;
          }),
      );
      return booked === real ? [] : [`cash.${gateway} in ${currency}: ${booked}, but there is ${real}`];
    }),
  );
}

/** What a customer paid in is on invoices, in the wallet, held for a payment, or was given back. */
function conservationProblems(
  documents: Documents,
  attempts: readonly Attempt[],
  { uid, currency }: (typeof CUSTOMERS)[number],
): string[] {
  const payments = inCollection<Payment>(documents, 'payments/*').filter(({ userId }) => userId === uid);
  const byBank = payments.filter(({ gateway }) => gateway === 'bank').map(({ amount }) => amount);
  const captured = attempts.filter(({ userId, state }) => userId === uid && state === 'CAPTURED');
  const transfersBack = inCollection<Refund>(documents, 'refunds/*')
    .filter((refund) => refund.userId === uid && refund.destination === 'BANK')
    .map(({ amount }) => amount);
  const paidIn = sum(byBank) + sum(captured.map(({ amount }) => amount));
  const givenBack = sum(captured.map(({ refunded }) => refunded)) + sum(transfersBack);
  const onInvoices = inCollection<Invoice>(documents, 'invoices/*')
    .filter(({ userId }) => userId === uid)
    .map(({ amountPaid }) => amountPaid);
  const wallet = documents.get(paths.wallet(uid, currency)) as Wallet | undefined;
  const held = payments.map(({ walletPart }) => (walletPart?.status === 'HELD' ? walletPart.amount : 0));
  const kept = sum(onInvoices) + (wallet?.balance ?? 0) + sum(held);
  return kept === paidIn - givenBack
    ? []
    : [`${uid}: paid ${paidIn}, got ${givenBack} back, but ${kept} is accounted for`];
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
