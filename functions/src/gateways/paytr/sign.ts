import { createHmac, timingSafeEqual } from 'node:crypto';

export interface MerchantKeys {
  readonly merchantKey: string;
  readonly merchantSalt: string;
}

/** PayTR's signature: Base64 of HMAC-SHA256 over the values as they are posted, joined without a separator. */
export function sign(values: readonly string[], merchantKey: string): string {
  return createHmac('sha256', merchantKey).update(values.join('')).digest('base64');
}

/** The token of an iFrame request: the fields in PayTR's order, the salt last. */
export function signTokenRequest(fields: TokenFields, { merchantKey, merchantSalt }: MerchantKeys): string {
  const signed = [
    fields.merchant_id,
    fields.user_ip,
    fields.merchant_oid,
    fields.email,
    fields.payment_amount,
    fields.user_basket,
    fields.no_installment,
    fields.max_installment,
    fields.currency,
    fields.test_mode,
  ];
  return sign([...signed, merchantSalt], merchantKey);
}

export interface TokenFields {
  readonly merchant_id: string;
  readonly user_ip: string;
  readonly merchant_oid: string;
  readonly email: string;
  readonly payment_amount: string;
  readonly user_basket: string;
  readonly no_installment: string;
  readonly max_installment: string;
  readonly currency: string;
  readonly test_mode: string;
}

/** Whether a callback's hash is PayTR's. The salt stands second here, unlike in requests. */
export function isSignedCallback(
  notice: { merchant_oid: string; status: string; total_amount: string; hash: string },
  { merchantKey, merchantSalt }: MerchantKeys,
): boolean {
  const expected = sign([notice.merchant_oid, merchantSalt, notice.status, notice.total_amount], merchantKey);
  const given = Buffer.from(notice.hash);
  const wanted = Buffer.from(expected);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
