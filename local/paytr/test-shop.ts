/** The merchant's side for tests: a server for callbacks, and signed requests to the stand-in. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createDeliverer } from '../deliveries/deliverer';
import { startPaytr, type Paytr, type PaytrOptions } from './server';
import { iframeToken, refundToken, statusToken, type Merchant } from './sign';

export const merchant: Merchant = {
  merchantId: '123456',
  merchantKey: 'key-of-tests',
  merchantSalt: 'salt-of-tests',
};

export interface CallbackReceiver {
  url: string;
  /** The fields of every callback, in order of arrival. */
  received: Record<string, string>[];
  /** Chooses the answer to the callback with this index; `OK` unless replaced. */
  answer: (index: number) => string;
  close(): Promise<void>;
}

export async function startCallbackReceiver(): Promise<CallbackReceiver> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const fields = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
      receiver.received.push(fields);
      response.end(receiver.answer(receiver.received.length - 1));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const receiver: CallbackReceiver = {
    url: `http://127.0.0.1:${port}/paytr`,
    received: [],
    answer: () => 'OK',
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return receiver;
}

export interface TestShop {
  paytr: Paytr;
  callbacks: CallbackReceiver;
  post(path: string, fields: Record<string, string>): Promise<Record<string, unknown>>;
  /** Opens a payment with these changes to `tokenFields` and returns the address of its page. */
  openPayment(merchantOid: string, changes?: Record<string, string>): Promise<string>;
  inquire(merchantOid: string): Promise<Record<string, unknown>>;
  refund(merchantOid: string, amount: string, referenceNo?: string): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

/** A stand-in with a callback receiver; retries follow at once. */
export async function startTestShop(options: Partial<PaytrOptions> = {}): Promise<TestShop> {
  const callbacks = await startCallbackReceiver();
  const deliverer = createDeliverer({ retryDelaysMs: [1] });
  const paytr = await startPaytr({ ...merchant, callbackUrl: callbacks.url, deliverer, ...options });

  async function post(path: string, fields: Record<string, string>): Promise<Record<string, unknown>> {
    const response = await fetch(paytr.url + path, { method: 'POST', body: new URLSearchParams(fields) });
    return (await response.json()) as Record<string, unknown>;
  }

  return {
    paytr,
    callbacks,
    post,
    async openPayment(merchantOid, changes = {}) {
      const answer = await post('/odeme/api/get-token', signed({ ...tokenFields(merchantOid), ...changes }));
      if (typeof answer.token !== 'string') throw new Error(`no token: ${String(answer.reason)}`);
      return `${paytr.url}/odeme/guvenli/${answer.token}`;
    },
    inquire: (merchantOid) =>
      post('/odeme/durum-sorgu', {
        merchant_id: merchant.merchantId,
        merchant_oid: merchantOid,
        paytr_token: statusToken(merchant, merchantOid),
      }),
    refund: (merchantOid, amount, referenceNo) =>
      post('/odeme/iade', {
        merchant_id: merchant.merchantId,
        merchant_oid: merchantOid,
        return_amount: amount,
        paytr_token: refundToken(merchant, merchantOid, amount),
        ...(referenceNo === undefined ? {} : { reference_no: referenceNo }),
      }),
    async close() {
      await paytr.close();
      await callbacks.close();
    },
  };
}

export const basket = (rows: unknown): string => Buffer.from(JSON.stringify(rows)).toString('base64');

/** A complete, valid token request for 1,000.00 lira, without its signature. */
export function tokenFields(merchantOid: string): Record<string, string> {
  return {
    merchant_id: merchant.merchantId,
    user_ip: '85.34.78.112',
    merchant_oid: merchantOid,
    email: 'ayse@example.com',
    payment_amount: '100000',
    user_basket: basket([['Sunucu, 1 ay', '1000.00', 1]]),
    no_installment: '0',
    max_installment: '0',
    currency: 'TL',
    test_mode: '1',
    user_name: 'Ayşe Yılmaz',
    user_address: 'Kadıköy, İstanbul',
    user_phone: '05551112233',
    merchant_ok_url: 'https://shop.example/ok?a=1&b=2',
    merchant_fail_url: 'https://shop.example/fail',
    timeout_limit: '30',
    debug_on: '1',
    lang: 'tr',
  };
}

export function signed(fields: Record<string, string>): Record<string, string> {
  return { ...fields, paytr_token: iframeToken(merchant, fields) };
}
