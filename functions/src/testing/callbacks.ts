import type { Firestore } from 'firebase-admin/firestore';
import Stripe from 'stripe';
import { payloadDigest } from '../gateways/digest';
import { changes, dump } from './documents';
import { testKeys } from './environment';
import type { NoticeFields } from './paytr-notice';
import { signedNotice } from './paytr-notice';

/** What came back to a gateway. */
export interface CallbackAnswer {
  readonly status: number;
  readonly body: string;
}

export interface RawCallback {
  readonly body?: string;
  readonly headers?: Record<string, string>;
  readonly method?: string;
}

export async function send(
  url: string,
  { body, headers = {}, method = 'POST' }: RawCallback,
): Promise<CallbackAnswer> {
  const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
  return { status: response.status, body: await response.text() };
}

/** Sends a callback to a project that nobody else writes to, and answers what it changed there, whole. */
export async function deliver(db: Firestore, url: string, callback: RawCallback & { readonly body: string }) {
  const before = await dump(db);
  const answer = await send(url, callback);
  const changed = changes(before, await dump(db));
  return { before, answer, changed, digest: payloadDigest(Buffer.from(callback.body)) };
}

/** A delivery as Stripe makes it, signed by the official client at an instant. */
export function stripeCallback(
  payload: object | string,
  { at = new Date(), secret = testKeys.STRIPE_WEBHOOK_SECRET } = {},
): RawCallback & { readonly body: string; readonly headers: Record<string, string> } {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const timestamp = Math.floor(at.getTime() / 1000);
  const signature = Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp });
  return {
    body,
    headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature },
  };
}

/** A notice as PayTR posts it. */
export function paytrCallback(fields: NoticeFields): RawCallback & { readonly body: string } {
  return {
    body: signedNotice(fields),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  };
}
