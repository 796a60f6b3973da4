import type { Fields, Write } from '../../core/decision';
import { create, update } from '../../core/decision';
import type { MinorUnits } from '../../core/money';
import { add, minorUnits, ZERO } from '../../core/money';
import type { ReportRow } from '../../gateways/gateway';
import { derivedId } from '../../platform/ids';
import type { Difference } from '../../schema/difference';
import { paths } from '../../schema/paths';
import type { GatewayName, Payment } from '../../schema/payment';
import { gatewayFeeEntry, journalWrites } from './journal';

const DIFFERENCE_ID_LENGTH = 20;

/** A payment of ours, as far as a report can speak of it. */
export type Compared = { readonly id: string } & Pick<
  Payment,
  'gatewayPaymentId' | 'amount' | 'surcharge' | 'currency' | 'status' | 'gatewayRefundedAmount'
>;

export interface Comparison {
  readonly differences: readonly NewDifference[];
  /** What the gateway kept of payments that we know, to be booked. */
  readonly fees: readonly { readonly paymentId: string; readonly fee: MinorUnits }[];
}

/** A difference with the id that parks it once. */
export interface NewDifference {
  readonly id: string;
  readonly fields: Fields<Difference>;
}

/**
 * Holds a gateway's report of a day against our payments.
 * @param ours Every payment of ours that the rows name, and every one that was settled on that day.
 * @param rows The day's rows.
 * @param around The rows of the day before and after: what was booked around midnight may stand there.
 */
export function compareReport(
  gateway: GatewayName,
  {
    ours,
    rows,
    around,
  }: { ours: readonly Compared[]; rows: readonly ReportRow[]; around: readonly ReportRow[] },
): Comparison {
  const byGatewayId = new Map(ours.map((payment) => [payment.gatewayPaymentId, payment]));
  const byId = new Map(ours.map((payment) => [payment.id, payment]));
  const paymentOf = (row: ReportRow) =>
    byGatewayId.get(row.gatewayPaymentId) ?? byId.get(row.paymentId ?? '');
  const payments = rows.filter(({ kind }) => kind === 'PAYMENT');
  const reported = new Set([...rows, ...around].map(({ gatewayPaymentId }) => gatewayPaymentId));
  return {
    differences: [
      ...payments.flatMap((row) => paymentDifference(gateway, row, paymentOf(row))),
      ...refundTotals(rows).flatMap((row) => refundDifference(gateway, row, paymentOf(row))),
      ...ours
        .filter(({ gatewayPaymentId }) => gatewayPaymentId !== null && !reported.has(gatewayPaymentId))
        .map((payment) => notReported(gateway, payment)),
    ],
    fees: payments.flatMap((row) => {
      const payment = paymentOf(row);
      return payment === undefined || !hasArrived(payment) ? [] : [{ paymentId: payment.id, fee: row.fee }];
    }),
  };
}

function hasArrived({ status }: Pick<Payment, 'status'>): boolean {
  return status === 'SUCCEEDED' || status === 'REFUNDED';
}

function paymentDifference(
  gateway: GatewayName,
  row: ReportRow,
  payment: Compared | undefined,
): NewDifference[] {
  const { gatewayPaymentId, amount: theirs, currency } = row;
  const about = { gateway, gatewayPaymentId, theirs, currency };
  if (payment === undefined) {
    return [difference({ ...about, kind: 'PAYMENT_UNKNOWN', paymentId: null, ours: null })];
  }
  const paymentId = payment.id;
  if (!hasArrived(payment)) {
    return [difference({ ...about, kind: 'PAYMENT_NOT_SETTLED', paymentId, ours: ZERO })];
  }
  const ours = add(payment.amount, payment.surcharge);
  if (ours === theirs && payment.currency === currency) return [];
  return [difference({ ...about, kind: 'AMOUNT_DIFFERS', paymentId, ours })];
}

/** A refund that we have not booked, such as one from the gateway's own panel that no callback told of. */
function refundDifference(
  gateway: GatewayName,
  row: ReportRow,
  payment: Compared | undefined,
): NewDifference[] {
  const ours = payment?.gatewayRefundedAmount ?? ZERO;
  if (row.amount <= ours) return [];
  const { gatewayPaymentId, amount: theirs, currency } = row;
  const paymentId = payment?.id ?? null;
  return [
    difference({ gateway, kind: 'REFUND_DIFFERS', paymentId, gatewayPaymentId, ours, theirs, currency }),
  ];
}

/** The day's refunds, summed per payment. */
function refundTotals(rows: readonly ReportRow[]): ReportRow[] {
  const totals = new Map<string, ReportRow>();
  for (const row of rows.filter(({ kind }) => kind === 'REFUND')) {
    const earlier = totals.get(row.gatewayPaymentId)?.amount ?? ZERO;
    totals.set(row.gatewayPaymentId, { ...row, amount: add(earlier, row.amount) });
  }
  return [...totals.values()];
}

function notReported(gateway: GatewayName, payment: Compared): NewDifference {
  const { id: paymentId, gatewayPaymentId, amount, surcharge, currency } = payment;
  const ours = add(amount, surcharge);
  return difference({
    gateway,
    kind: 'PAYMENT_NOT_REPORTED',
    paymentId,
    gatewayPaymentId,
    ours,
    theirs: null,
    currency,
  });
}

/** Parks a difference for finance. The same difference has the same id, so it is parked once. */
export function difference(about: Omit<Fields<Difference>, 'status' | 'note'>): NewDifference {
  const { gateway, kind, paymentId, gatewayPaymentId, theirs } = about;
  const subject = [gateway, kind, paymentId ?? '', gatewayPaymentId ?? '', String(theirs)];
  return {
    id: derivedId(DIFFERENCE_ID_LENGTH, 'difference', ...subject),
    fields: { ...about, status: 'OPEN', note: null },
  };
}

/** Books what a gateway kept of a payment, once. */
export function bookFee(
  payment: Payment | null,
  { paymentId, gateway, fee }: { paymentId: string; gateway: GatewayName; fee: MinorUnits },
  now: Date,
): Write[] {
  if (payment?.fee !== null || !hasArrived(payment)) return [];
  const entry = gatewayFeeEntry({ paymentId, gateway, currency: payment.currency, fee }, now);
  return [
    update(paths.payment(paymentId), { fee: minorUnits(fee) }),
    ...journalWrites(`fee_${paymentId}`, entry),
  ];
}

/** Parks a difference unless it is parked already, open or settled. */
export function park(existing: Difference | null, { id, fields }: NewDifference): Write[] {
  return existing === null ? [create(paths.difference(id), fields)] : [];
}
