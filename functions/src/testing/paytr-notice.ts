import { createHmac } from 'node:crypto';
import { testKeys } from './environment';

/** Fields of a notice to the Bildirim URL, besides the hash. */
export type NoticeFields = Record<string, string>;

/** A sale of 120,00 TRY in one payment, in test mode, as PayTR posts it. */
export function aSaleNotice(override: NoticeFields = {}): NoticeFields {
  return {
    merchant_id: testKeys.PAYTR_MERCHANT_ID,
    merchant_oid: 'PAYMENT000000010',
    status: 'success',
    total_amount: '12000',
    payment_amount: '12000',
    payment_type: 'card',
    currency: 'TL',
    installment_count: '1',
    test_mode: '1',
    ...override,
  };
}

/** A card that the bank declined. */
export function aFailureNotice(override: NoticeFields = {}): NoticeFields {
  return {
    merchant_id: testKeys.PAYTR_MERCHANT_ID,
    merchant_oid: 'PAYMENT000000010',
    status: 'failed',
    total_amount: '0',
    payment_type: 'card',
    failed_reason_code: '0',
    failed_reason_msg: 'Kart limiti yetersiz',
    test_mode: '1',
    ...override,
  };
}

/** The form body, with PayTR's hash computed apart from the code under test. */
export function signedNotice(fields: NoticeFields): string {
  return new URLSearchParams({ ...fields, hash: noticeHash(fields) }).toString();
}

export function noticeHash({ merchant_oid = '', status = '', total_amount = '' }: NoticeFields): string {
  return createHmac('sha256', testKeys.PAYTR_MERCHANT_KEY)
    .update(merchant_oid + testKeys.PAYTR_MERCHANT_SALT + status + total_amount)
    .digest('base64');
}
