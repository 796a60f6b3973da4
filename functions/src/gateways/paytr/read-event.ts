import * as z from 'zod';
import type { MinorUnits } from '../../core/money';
import { minorUnits } from '../../core/money';
import { keepsCards, paytrConfig } from './config';
import { BillingError } from '../../platform/errors';
import * as logs from '../../platform/logs';
import { payloadDigest } from '../digest';
import type { Callback, GatewayEvent, GatewayFact, PaymentReference } from '../gateway';
import { fromPaytrCurrency } from './currency';
import { failureOf } from './failure';
import { fromMerchantOid } from './merchant-oid';
import { list } from './saved-methods/list';
import { isSignedCallback } from './sign';
import type { PaidOrder } from './status-inquiry';
import { paidOrder, succeeded } from './status-inquiry';

/** Whole kuruş as posted text. */
const kurus = z
  .string()
  .regex(/^\d{1,12}$/)
  .transform((text) => minorUnits(Number(text)));

const notice = z.object({
  merchant_oid: z.string().regex(/^[A-Za-z0-9]{1,64}$/),
  status: z.enum(['success', 'failed']),
  total_amount: z.string(),
  hash: z.string().min(1),
  payment_type: z.string().optional(),
  payment_amount: kurus.optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{0,3}$/)
    .optional(),
  installment_count: z.coerce.number().int().min(0).max(12).optional(),
  test_mode: z.enum(['0', '1']).optional(),
  utoken: z.string().max(200).optional(),
  failed_reason_code: z
    .string()
    .regex(/^\d{0,4}$/)
    .default(''),
  failed_reason_msg: z.string().default(''),
});
type Notice = z.infer<typeof notice>;

/**
 * Verifies and reduces a notice to the Bildirim URL. PayTR signs the order number, status and total only, so the rest
 * is compared with the stored payment later. A success by card that does not tell amount and currency could be of
 * anything, and is believed only as far as PayTR's books confirm it.
 */
export async function readEvent(callback: Callback): Promise<GatewayEvent> {
  const fields = Object.fromEntries(new URLSearchParams(callback.body.toString('utf8')));
  const signed = signedNotice(fields);
  const reference = fromMerchantOid(signed.merchant_oid);
  return {
    gateway: 'paytr',
    id: eventId(signed),
    type: signed.status,
    // The notice has no time of its own.
    occurredAt: callback.receivedAt,
    payloadDigest: payloadDigest(callback.body),
    gatewayReason:
      signed.status === 'failed'
        ? { code: signed.failed_reason_code, message: signed.failed_reason_msg }
        : null,
    fact: reference === null ? { kind: 'NOTHING_FOR_US', why: 'NOT_OURS' } : await factOf(signed, reference),
  };
}

/** PayTR numbers no notices. An order succeeds once; each kind of failure is news of its own. */
function eventId({ merchant_oid, status, failed_reason_code: code }: Notice): string {
  return status === 'success' ? `${merchant_oid}_success` : `${merchant_oid}_failed_${code}`;
}

/** A body without PayTR's fields is not PayTR's, whatever else is wrong with it. */
function signedNotice(fields: Record<string, string>): Notice {
  const { merchant_oid = '', status = '', total_amount = '', hash = '' } = fields;
  if (!isSignedCallback({ merchant_oid, status, total_amount, hash }, paytrConfig())) {
    throw new BillingError('BAD_SIGNATURE');
  }
  const parsed = notice.safeParse(fields);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new BillingError('MALFORMED_BODY', { problems });
  }
  return parsed.data;
}

async function factOf(signed: Notice, payment: PaymentReference): Promise<GatewayFact> {
  if (signed.status === 'failed') {
    const reason = failureOf(signed.failed_reason_code, signed.failed_reason_msg);
    return { kind: 'PAYMENT_FAILED', payment, reason, isFinal: true };
  }
  const { merchant_oid: merchantOid, hash: paytrHash, utoken } = signed;
  const order = toldOrder(signed) ?? (await confirmedOrder(merchantOid));
  return {
    ...succeeded(order, { merchantOid, payment }),
    paytrHash,
    ...(utoken === undefined || utoken === '' ? { gatewayCustomerId: null } : await keptBy(utoken)),
  };
}

/** A notice tells whose card PayTR keeps, and not which. Money does not wait for it: the next list has the card too. */
async function keptBy(utoken: string) {
  const known = { gatewayCustomerId: utoken };
  if (!keepsCards()) return known;
  try {
    return { ...known, keptMethods: await list(utoken) };
  } catch (error) {
    if (!(error instanceof BillingError)) throw error;
    logs.gatewayMethodCallFailed('paytr', 'list', error);
    return known;
  }
}

/** The payment as the notice tells it; null when it leaves out what cannot be concluded from the signed total. */
function toldOrder(signed: Notice): PaidOrder | null {
  const charged = chargedAmount(signed.total_amount);
  // A transfer is made in lira, and has no installments.
  const isTransfer = signed.payment_type === 'eft';
  const amount = signed.payment_amount ?? (isTransfer ? charged : null);
  const currency = signed.currency ?? '';
  if (amount === null || (currency === '' && !isTransfer)) return null;
  return {
    amount,
    charged,
    currency: fromPaytrCurrency(currency),
    installment: Math.max(signed.installment_count ?? 1, 1),
    isTest: signed.test_mode === undefined ? null : signed.test_mode === '1',
    refundedTotal: null,
  };
}

/** @throws BillingError GATEWAY_UNAVAILABLE, also when PayTR's books do not have the payment: it is sent again. */
async function confirmedOrder(merchantOid: string): Promise<PaidOrder> {
  const order = await paidOrder(merchantOid);
  if (order === null) throw new BillingError('GATEWAY_UNAVAILABLE', { problems: 'not confirmed' });
  return order;
}

function chargedAmount(text: string): MinorUnits {
  const parsed = kurus.safeParse(text);
  if (!parsed.success) throw new BillingError('MALFORMED_BODY', { problems: 'total_amount' });
  return parsed.data;
}
