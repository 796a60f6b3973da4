/**
 * PayTR's signatures: base64 of HMAC-SHA-256, keyed with the merchant key, over the literal posted strings
 * joined without separator. Written apart from the billing module's own signing code on purpose: two
 * implementations that agree check each other.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Fields } from './fields';

export interface Merchant {
  merchantId: string;
  merchantKey: string;
  merchantSalt: string;
}

const IFRAME_TOKEN_FIELDS = [
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
] as const;

function sign(merchant: Merchant, parts: readonly string[]): string {
  return createHmac('sha256', merchant.merchantKey).update(parts.join(''), 'utf8').digest('base64');
}

/** Compares in constant time, so a wrong token tells nothing about the right one. */
export function sameSignature(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** `paytr_token` of `/odeme/api/get-token` for card payments. */
export function iframeToken(merchant: Merchant, fields: Fields): string {
  return sign(merchant, [...IFRAME_TOKEN_FIELDS.map((name) => fields[name] ?? ''), merchant.merchantSalt]);
}

const TRANSFER_TOKEN_FIELDS = [
  'merchant_id',
  'user_ip',
  'merchant_oid',
  'email',
  'payment_amount',
  'payment_type',
  'test_mode',
] as const;

/** `paytr_token` of `/odeme/api/get-token` for bank transfers. */
export function transferToken(merchant: Merchant, fields: Fields): string {
  return sign(merchant, [...TRANSFER_TOKEN_FIELDS.map((name) => fields[name] ?? ''), merchant.merchantSalt]);
}

const DIRECT_TOKEN_FIELDS = [
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
] as const;

/** `paytr_token` of `/odeme`: a card that is entered, and one that is kept. */
export function directToken(merchant: Merchant, fields: Fields): string {
  return sign(merchant, [...DIRECT_TOKEN_FIELDS.map((name) => fields[name] ?? ''), merchant.merchantSalt]);
}

/** `paytr_token` of `/odeme/capi/list`; the merchant is not part of it. */
export function cardListToken(merchant: Merchant, utoken: string): string {
  return sign(merchant, [utoken, merchant.merchantSalt]);
}

/** `paytr_token` of `/odeme/capi/delete`; the card comes first. */
export function cardDeleteToken(merchant: Merchant, utoken: string, ctoken: string): string {
  return sign(merchant, [ctoken, utoken, merchant.merchantSalt]);
}

/** `paytr_token` of `/rapor/islem-dokumu`. */
export function reportToken(merchant: Merchant, startDate: string, endDate: string): string {
  return sign(merchant, [merchant.merchantId, startDate, endDate, merchant.merchantSalt]);
}

/** `hash` of a callback; here the salt comes second. `totalAmount` is in kuruş (or cents). */
export function callbackHash(
  merchant: Merchant,
  merchantOid: string,
  status: string,
  totalAmount: string,
): string {
  return sign(merchant, [merchantOid, merchant.merchantSalt, status, totalAmount]);
}

/** `paytr_token` of `/odeme/durum-sorgu`. */
export function statusToken(merchant: Merchant, merchantOid: string): string {
  return sign(merchant, [merchant.merchantId, merchantOid, merchant.merchantSalt]);
}

/** `paytr_token` of `/odeme/iade`; `returnAmount` is the decimal string as posted. */
export function refundToken(merchant: Merchant, merchantOid: string, returnAmount: string): string {
  return sign(merchant, [merchant.merchantId, merchantOid, returnAmount, merchant.merchantSalt]);
}

/** `paytr_token` of `/odeme/taksit-oranlari`. */
export function ratesToken(merchant: Merchant, requestId: string): string {
  return sign(merchant, [merchant.merchantId, requestId, merchant.merchantSalt]);
}

/** `paytr_token` of `/odeme/api/bin-detail`; here the BIN comes first. */
export function binToken(merchant: Merchant, binNumber: string): string {
  return sign(merchant, [binNumber, merchant.merchantId, merchant.merchantSalt]);
}
