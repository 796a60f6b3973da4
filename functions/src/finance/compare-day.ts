import type { Firestore } from 'firebase-admin/firestore';
import type { CalendarDay } from '../core/calendar';
import { addDays, startOfDay } from '../core/calendar';
import type { ReportRow } from '../gateways/gateway';
import { gatewayNamed } from '../gateways/registry';
import { fromFirestore } from '../platform/firestore';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import type { GatewayName, Payment } from '../schema/payment';
import type { Compared, NewDifference } from './rules/compare-report';
import { bookFee, compareReport, park } from './rules/compare-report';

/** The most values that one `in` filter takes. */
const CHUNK = 30;

/**
 * Holds a gateway's report of a day against our payments: books the gateway's fees and parks every difference for
 * finance, once. Can be run for any day, and again.
 * @returns How many differences it found, parked before or not.
 * @throws BillingError GATEWAY_UNAVAILABLE
 */
export async function compareDay(
  db: Firestore,
  name: GatewayName,
  day: CalendarDay,
  now: Date,
): Promise<number> {
  const gateway = await gatewayNamed(name);
  const rows = await gateway.dayReport(day);
  const ours = await paymentsOf(db, name, day, rows);
  const isComplete = ours.every(({ gatewayPaymentId }) =>
    rows.some((row) => row.gatewayPaymentId === gatewayPaymentId),
  );
  const around = isComplete
    ? []
    : [...(await gateway.dayReport(addDays(day, -1))), ...(await gateway.dayReport(addDays(day, 1)))];
  const { differences, fees } = compareReport(name, { ours, rows, around });
  for (const { paymentId, fee } of fees) {
    await transact(db, now, async (get) => {
      const { payment } = await get({ payment: paths.payment(paymentId) });
      return { writes: bookFee(payment, { paymentId, gateway: name, fee }, now), result: null };
    });
  }
  for (const difference of differences) await parkDifference(db, difference, now);
  return differences.length;
}

export async function parkDifference(db: Firestore, difference: NewDifference, now: Date): Promise<void> {
  await transact(db, now, async (get) => {
    const { existing } = await get({ existing: paths.difference(difference.id) });
    return { writes: park(existing, difference), result: null };
  });
}

/**
 * The payments that the rows name, and those that we settled on the day; no other is read. One of whose success we never
 * heard has no name of the gateway's yet, and is looked up by ours where the row tells it.
 */
async function paymentsOf(
  db: Firestore,
  gateway: GatewayName,
  day: CalendarDay,
  rows: readonly ReportRow[],
): Promise<Compared[]> {
  const payments = db.collection('payments').where('gateway', '==', gateway);
  const named = [...new Set(rows.map(({ gatewayPaymentId }) => gatewayPaymentId))];
  const chunks = Array.from({ length: Math.ceil(named.length / CHUNK) }, (_, index) =>
    named.slice(index * CHUNK, (index + 1) * CHUNK),
  );
  const queries = [
    ...chunks.map((chunk) => payments.where('gatewayPaymentId', 'in', chunk)),
    payments
      .where('status', 'in', ['SUCCEEDED', 'REFUNDED'])
      .where('processedAt', '>=', startOfDay(day))
      .where('processedAt', '<', startOfDay(addDays(day, 1))),
  ];
  const found = await Promise.all(queries.map((query) => query.get()));
  const byId = new Map(
    found.flatMap(({ docs }) =>
      docs.map((doc) => [doc.id, { ...(fromFirestore(doc.data()) as Payment), id: doc.id }] as const),
    ),
  );
  const known = new Set([...byId.values()].map(({ gatewayPaymentId }) => gatewayPaymentId));
  const unheard = rows.flatMap(({ gatewayPaymentId, paymentId }) =>
    paymentId === null || known.has(gatewayPaymentId) ? [] : [paymentId],
  );
  return [...byId.values(), ...(await paymentsById(db, gateway, [...new Set(unheard)]))];
}

async function paymentsById(
  db: Firestore,
  gateway: GatewayName,
  ids: readonly string[],
): Promise<Compared[]> {
  if (ids.length === 0) return [];
  const found = await db.getAll(...ids.map((id) => db.doc(paths.payment(id))));
  return found.flatMap((doc) => {
    const data = doc.data();
    const payment = data === undefined ? null : (fromFirestore(data) as Payment);
    return payment?.gateway === gateway ? [{ ...payment, id: doc.id }] : [];
  });
}
