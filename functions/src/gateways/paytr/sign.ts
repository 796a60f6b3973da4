import { createHmac, timingSafeEqual } from 'node:crypto';
import { paytrConfig } from './config';

export interface MerchantKeys {
  readonly merchantKey: string;
  readonly merchantSalt: string;
}

/** PayTR's signature: Base64 of HMAC-SHA256 over the values as they are posted, joined without a separator. */
export function sign(values: readonly string[], merchantKey: string): string {
  return createHmac('sha256', merchantKey).update(values.join('')).digest('base64');
}

/** What each service signs, in PayTR's order; the salt comes last. */
export const SIGNED = {
  cardForm: [
    'merchant_id',
    'user_ip',
    'merchant_oid',
    'email',
    'payment_amount',
    'user_basket',
    'no_installment',
    'max_installment',
    'currency',
    'test_mode',
  ],
  transferForm: [
    'merchant_id',
    'user_ip',
    'merchant_oid',
    'email',
    'payment_amount',
    'payment_type',
    'test_mode',
  ],
  status: ['merchant_id', 'merchant_oid'],
  refund: ['merchant_id', 'merchant_oid', 'return_amount'],
  report: ['merchant_id', 'start_date', 'end_date'],
  rates: ['merchant_id', 'request_id'],
  bin: ['bin_number', 'merchant_id'],
  cardList: ['utoken'],
  cardDelete: ['ctoken', 'utoken'],
  direct: [
    'merchant_id',
    'user_ip',
    'merchant_oid',
    'email',
    'payment_amount',
    'payment_type',
    'installment_count',
    'currency',
    'test_mode',
    'non_3d',
  ],
} as const satisfies Record<string, readonly string[]>;

type Service = keyof typeof SIGNED;
type SignedField<S extends Service> = (typeof SIGNED)[S][number];

/** A service's token over the fields that are posted to it. */
export function tokenOf<S extends Service>(
  service: S,
  fields: Readonly<Record<SignedField<S>, string>>,
  { merchantKey, merchantSalt }: MerchantKeys,
): string {
  const names: readonly SignedField<S>[] = SIGNED[service];
  return sign([...names.map((name) => fields[name]), merchantSalt], merchantKey);
}

/** The fields of a request to a service: the merchant's number, what is asked, and the token. */
export function signedRequest<S extends Service>(
  service: S,
  asked: Readonly<Record<Exclude<SignedField<S>, 'merchant_id'>, string>>,
): Record<string, string> {
  const { merchantId, ...keys } = paytrConfig();
  // Everything that the service signs: what is asked, and the merchant's number.
  const fields = { ...asked, merchant_id: merchantId } as Record<SignedField<S>, string>;
  return { ...fields, paytr_token: tokenOf(service, fields, keys) };
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
