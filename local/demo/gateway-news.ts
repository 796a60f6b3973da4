import type { Firestore } from 'firebase-admin/firestore';
import { add, minorUnits, percentage } from '../../functions/src/core/money';
import { acknowledgeEvent } from '../../functions/src/finance/acknowledge-event';
import { bookFee } from '../../functions/src/finance/rules/compare-report';
import { payloadDigest } from '../../functions/src/gateways/digest';
import type { GatewayEvent, GatewayFact } from '../../functions/src/gateways/gateway';
import { applyGatewayEvent } from '../../functions/src/payments/apply-gateway-event';
import { BillingError } from '../../functions/src/platform/errors';
import { fromFirestore } from '../../functions/src/platform/firestore';
import { derivedId } from '../../functions/src/platform/ids';
import type { OperationContext } from '../../functions/src/platform/operation';
import { transact } from '../../functions/src/platform/transact';
import { paths } from '../../functions/src/schema/paths';
import type { GatewayName, Payment } from '../../functions/src/schema/payment';
import { together } from './together';

const HOUR_MS = 60 * 60_000;
/** Gateways report a day on the next one, and the comparison books what they kept. */
const REPORTED_AFTER_MS = 28 * HOUR_MS;
/** What each keeps of a price, in percent; of PayTR's the surcharge for installments comes on top. */
const FEE_PERCENT: Record<GatewayName, number> = { stripe: 2.9, paytr: 2.39 };

interface Settled extends Payment {
  readonly id: string;
  readonly gateway: GatewayName;
  readonly processedAt: Date;
}

/**
 * What gateways told beside the payments themselves: what they kept of each, an objection of a cardholder, and news
 * that fit nothing here, one of which finance has settled.
 */
export async function playGatewayNews(db: Firestore, finance: OperationContext): Promise<void> {
  const settled = await settledAtGateways(db);
  await together(settled.map((payment) => () => bookFeeOf(db, payment, finance.now)));
  await dispute(db, settled, finance.now);
  const aWeekAgo = new Date(finance.now.getTime() - 7 * 24 * HOUR_MS);
  await tell(
    db,
    event('evt_demo_other_shop', 'payment_intent.succeeded', successOf('nobody1', 4_900)),
    aWeekAgo,
  );
  await acknowledgeEvent.run(
    { gatewayEventId: 'stripe_evt_demo_other_shop', note: 'Diğer mağazamızın ödemesi; orada kayıtlı.' },
    { ...finance, now: new Date(aWeekAgo.getTime() + HOUR_MS) },
  );
  await tell(
    db,
    event('evt_demo_unknown', 'payment_intent.succeeded', successOf('nobody2', 12_900)),
    finance.now,
  );
  const nothing = { kind: 'NOTHING_FOR_US', why: 'UNHANDLED_TYPE' } as const;
  await tell(db, event('evt_demo_payout', 'payout.paid', nothing), finance.now);
}

/** Newest first. */
async function settledAtGateways(db: Firestore): Promise<Settled[]> {
  const { docs } = await db
    .collection('payments')
    .where('status', 'in', ['SUCCEEDED', 'REFUNDED'])
    .orderBy('createdAt', 'desc')
    .get();
  return docs
    .map((doc) => ({ ...(fromFirestore(doc.data()) as Payment), id: doc.id }))
    .filter(
      (payment): payment is Settled =>
        (payment.gateway === 'stripe' || payment.gateway === 'paytr') && payment.processedAt !== null,
    );
}

async function bookFeeOf(db: Firestore, payment: Settled, now: Date): Promise<void> {
  const { id: paymentId, gateway, amount, surcharge, processedAt, updatedAt } = payment;
  const reportedAt = new Date(processedAt.getTime() + REPORTED_AFTER_MS);
  if (reportedAt > now) return;
  const at = updatedAt > reportedAt ? updatedAt : reportedAt;
  const fee = add(percentage(amount, FEE_PERCENT[gateway]), surcharge);
  await transact(db, at, async (get) => {
    const { payment: current } = await get({ payment: paths.payment(paymentId) });
    return { writes: bookFee(current, { paymentId, gateway, fee }, at), result: null };
  });
}

/** Of the second latest payment through Stripe: the latest is in a difference already. */
async function dispute(db: Firestore, settled: readonly Settled[], now: Date): Promise<void> {
  const [, payment] = settled.filter(({ gateway, status }) => gateway === 'stripe' && status === 'SUCCEEDED');
  if (payment === undefined) throw new Error('The demo needs two payments through Stripe');
  const { id: paymentId, userId, invoiceIds, currency, amount } = payment;
  await tell(
    db,
    event('evt_demo_dispute', 'charge.dispute.created', {
      kind: 'DISPUTE_OPENED',
      payment: { paymentId, owner: { userId, invoiceIds, currency } },
      dispute: {
        gatewayDisputeId: `dp_${derivedId(24, paymentId)}`,
        amount,
        currency,
        reason: 'product_not_received',
      },
    }),
    now,
  );
}

/** Money for a payment that is not ours, in cents. */
function successOf(paymentId: string, cents: number): GatewayFact {
  const amount = minorUnits(cents);
  return {
    kind: 'PAYMENT_SUCCEEDED',
    payment: { paymentId, owner: { userId: 'nobody', invoiceIds: ['nothing'], currency: 'EUR' } },
    gatewayPaymentId: `pi_${derivedId(24, paymentId)}`,
    amount,
    charged: amount,
    currency: 'EUR',
    installment: 1,
    isTest: true,
    paytrHash: null,
  };
}

function event(id: string, type: string, fact: GatewayFact): Omit<GatewayEvent, 'occurredAt'> {
  return {
    gateway: 'stripe',
    id,
    type,
    payloadDigest: payloadDigest(Buffer.from(id)),
    gatewayReason: null,
    fact,
  };
}

/** Through the same door as a signed callback; what does not fit is recorded there as failed. */
async function tell(db: Firestore, news: Omit<GatewayEvent, 'occurredAt'>, at: Date): Promise<void> {
  try {
    await applyGatewayEvent(db, { ...news, occurredAt: at }, at);
  } catch (error) {
    if (!(error instanceof BillingError && error.code === 'PAYMENT_NOT_FOUND')) throw error;
  }
}
