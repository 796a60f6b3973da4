import * as z from 'zod';
import type { MinorUnits } from '../../core/money';
import { add, smaller, ZERO } from '../../core/money';
import { BillingError } from '../../platform/errors';
import * as logs from '../../platform/logs';
import type { PaymentReference, PaymentSucceeded } from '../gateway';
import { decimal, fromDecimal, mustDecimal } from './amount';
import { fromPaytrCurrency } from './currency';
import { post, refusal } from './post';
import { signedRequest } from './sign';

/** PayTR knows no successful payment of that order number. */
const NOT_SUCCESSFUL = '004';

const success = z.object({
  status: z.literal('success'),
  payment_amount: decimal,
  payment_total: decimal,
  currency: z.string().optional(),
  /** 0 and 1 are a single payment. */
  taksit: z.coerce.number().int().min(0).max(12).catch(1).default(1),
  test_mode: z.coerce.string().optional(),
  returns: z.unknown(),
});

/** A payment as PayTR's books have it. Amounts are minor units of `currency`. */
export interface PaidOrder {
  readonly amount: MinorUnits;
  /** With the surcharge for installments. */
  readonly charged: MinorUnits;
  readonly currency: string;
  readonly installment: number;
  readonly isTest: boolean | null;
  /** Of `amount`; null when PayTR does not say in a way that can be read. */
  readonly refundedTotal: MinorUnits | null;
}

/**
 * Asks PayTR about an order ("Durum Sorgu"). Null when it was not paid, or not yet: PayTR tells no difference.
 * @throws BillingError GATEWAY_UNAVAILABLE when there is no answer.
 */
export async function paidOrder(merchantOid: string): Promise<PaidOrder | null> {
  const answer = await post('/odeme/durum-sorgu', signedRequest('status', { merchant_oid: merchantOid }), {
    answer: z.discriminatedUnion('status', [success, refusal]),
    silence: 'GATEWAY_UNAVAILABLE',
  });
  if (answer.status === 'success') return read(answer);
  if (answer.err_no === NOT_SUCCESSFUL) return null;
  logs.gatewayRefused('paytr', `durum-sorgu ${answer.err_no}`);
  throw new BillingError('GATEWAY_UNAVAILABLE');
}

function read(answer: z.infer<typeof success>): PaidOrder {
  const currency = fromPaytrCurrency(answer.currency);
  const amount = mustDecimal(answer.payment_amount, currency);
  const returned = returnedTotal(answer.returns, currency);
  return {
    amount,
    charged: mustDecimal(answer.payment_total, currency),
    currency,
    installment: Math.max(answer.taksit, 1),
    isTest: answer.test_mode === undefined ? null : answer.test_mode === '1',
    // The surcharge may go back too, but is no part of what was paid for.
    refundedTotal: returned === null ? null : smaller(returned, amount),
  };
}

/**
 * The sum of the refunds. PayTR documents the list by an example only, so anything that holds them is taken: a list,
 * an object of them, the JSON of either, or nothing at all.
 */
export function returnedTotal(returns: unknown, currency: string): MinorUnits | null {
  if (returns === undefined || returns === null || returns === '') return ZERO;
  const held = typeof returns === 'string' ? fromJson(returns) : returns;
  if (typeof held !== 'object' || held === null) return null;
  const parsed = z.array(z.object({ return_amount: decimal })).safeParse(Object.values(held));
  if (!parsed.success) return null;
  const amounts = parsed.data.map(({ return_amount: amount }) => fromDecimal(amount, currency));
  return amounts.every((amount) => amount !== null) ? add(ZERO, ...amounts) : null;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Unreadable, which the caller answers.
  }
}

/** The news in it. */
export function succeeded(
  { amount, charged, currency, installment, isTest }: PaidOrder,
  { merchantOid, payment }: { readonly merchantOid: string; readonly payment: PaymentReference },
): PaymentSucceeded {
  return {
    kind: 'PAYMENT_SUCCEEDED',
    payment,
    gatewayPaymentId: merchantOid,
    amount,
    charged,
    currency,
    installment,
    isTest,
    paytrHash: null,
  };
}
