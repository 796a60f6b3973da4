import * as z from 'zod';
import type { MinorUnits } from '../../core/money';
import { minorUnits } from '../../core/money';
import { paytrConfig } from './config';
import { BillingError } from '../../platform/errors';
import { payloadDigest } from '../digest';
import type { Callback, GatewayEvent, GatewayFact, PaymentReference } from '../gateway';
import { failureOf } from './failure';
import { fromMerchantOid } from './merchant-oid';
import { isSignedCallback } from './sign';

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
  payment_amount: kurus.optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{0,3}$/)
    .optional(),
  installment_count: z.coerce.number().int().min(0).max(12).optional(),
  test_mode: z.enum(['0', '1']).optional(),
  failed_reason_code: z
    .string()
    .regex(/^\d{0,4}$/)
    .default(''),
  failed_reason_msg: z.string().default(''),
});
type Notice = z.infer<typeof notice>;

/**
 * Verifies and reduces a notice to the Bildirim URL. PayTR signs the order number, status and total only, so
 * the rest is compared with the stored payment later.
 */
export function readEvent(callback: Callback): Promise<GatewayEvent> {
  return Promise.resolve().then(() => {
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
      fact: reference === null ? { kind: 'NOTHING_FOR_US', why: 'NOT_OURS' } : factOf(signed, reference),
    };
  });
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

function factOf(signed: Notice, payment: PaymentReference): GatewayFact {
  if (signed.status === 'failed') {
    const reason = failureOf(signed.failed_reason_code, signed.failed_reason_msg);
    return { kind: 'PAYMENT_FAILED', payment, reason, isFinal: true };
  }
  const charged = chargedAmount(signed.total_amount);
  return {
    kind: 'PAYMENT_SUCCEEDED',
    payment,
    gatewayPaymentId: signed.merchant_oid,
    amount: signed.payment_amount ?? charged,
    charged,
    currency: currencyOf(signed.currency),
    installment: Math.max(signed.installment_count ?? 1, 1),
    isTest: signed.test_mode === undefined ? null : signed.test_mode === '1',
    paytrHash: signed.hash,
  };
}

function chargedAmount(text: string): MinorUnits {
  const parsed = kurus.safeParse(text);
  if (!parsed.success) throw new BillingError('MALFORMED_BODY', { problems: 'total_amount' });
  return parsed.data;
}

/** PayTR says TL where ISO 4217 says TRY, and TL when it says nothing. */
function currencyOf(text: string | undefined): string {
  return text === undefined || text === '' || text === 'TL' ? 'TRY' : text;
}
