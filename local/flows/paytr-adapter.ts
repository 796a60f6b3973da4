import { testKeys } from '../../functions/src/testing/environment';
import { randomUUID } from 'node:crypto';
import type { Checkout, GatewayEvent, Inquiry } from '../../functions/src/gateways/gateway';
import { paytr } from '../../functions/src/gateways/paytr/adapter';
import { toMerchantOid } from '../../functions/src/gateways/paytr/merchant-oid';
import { minorUnits } from '../../functions/src/core/money';
import { INVOICE_ID_LENGTH, PAYMENT_ID_LENGTH } from '../../functions/src/platform/ids';
import { randomId } from '../../functions/src/platform/random-id';
import { signedNotice } from '../../functions/src/testing/paytr-notice';
import { createDeliverer } from '../deliveries/deliverer';
import type { CardEntry } from '../paytr/customer';
import { pay } from '../paytr/customer';
import type { Paytr, PaytrOptions } from '../paytr/server';
import { startPaytr } from '../paytr/server';
import type { Merchant } from '../paytr/sign';
import { refundToken } from '../paytr/sign';
import { startCallbackReceiver } from '../paytr/test-shop';

const merchant: Merchant = {
  merchantId: testKeys.PAYTR_MERCHANT_ID,
  merchantKey: testKeys.PAYTR_MERCHANT_KEY,
  merchantSalt: testKeys.PAYTR_MERCHANT_SALT,
};

/** The adapter and the stand-in, with no functions between: notices are kept, to be read by the test. */
export interface AdapterHarness {
  readonly paytr: Paytr;
  /** What the adapter makes of the notices so far; fields that `without` names are left out of them. */
  events(without?: readonly string[]): Promise<GatewayEvent[]>;
  /** Sends money back as the merchant does in PayTR's panel. */
  refundInPanel(merchantOid: string, amount: string): Promise<void>;
  /** Has a customer keep a test card; without a token, a new customer. */
  keepCard(number: string, utoken?: string): Promise<{ utoken: string; ctoken: string }>;
  close(): Promise<void>;
}

export async function startAdapter(options: Partial<PaytrOptions> = {}): Promise<AdapterHarness> {
  const callbacks = await startCallbackReceiver();
  const deliverer = createDeliverer({ retryDelaysMs: [1] });
  const running = await startPaytr({ ...merchant, callbackUrl: callbacks.url, deliverer, ...options });
  process.env.PAYTR_API_URL = running.url;
  return {
    paytr: running,
    async events(without = []) {
      await deliverer.settled();
      return Promise.all(
        callbacks.received.map((fields) => {
          const left = ['hash', ...without];
          const kept = Object.fromEntries(Object.entries(fields).filter(([name]) => !left.includes(name)));
          const body = Buffer.from(signedNotice(kept));
          return paytr.readEvent({ body, headers: {}, receivedAt: new Date() });
        }),
      );
    },
    refundInPanel: (merchantOid, amount) => refundInPanel(running, merchantOid, amount),
    async keepCard(number, utoken) {
      const response = await fetch(`${running.url}/_control/cards`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ number, utoken }),
      });
      return (await response.json()) as { utoken: string; ctoken: string };
    },
    async close() {
      await running.close();
      await callbacks.close();
    },
  };
}

/** Sends money back as the merchant does in PayTR's panel. */
export async function refundInPanel({ url }: Paytr, merchantOid: string, amount: string): Promise<void> {
  const fields = {
    merchant_id: merchant.merchantId,
    merchant_oid: merchantOid,
    return_amount: amount,
    paytr_token: refundToken(merchant, merchantOid, amount),
  };
  const response = await fetch(`${url}/odeme/iade`, { method: 'POST', body: new URLSearchParams(fields) });
  const { status } = (await response.json()) as { status: string };
  if (status !== 'success') throw new Error(`the panel refused to send ${amount} back`);
}

/** A payment of 120,00 TRY for one invoice. */
export function aCheckout(override: Partial<Checkout> = {}): Checkout {
  return {
    paymentId: randomId(PAYMENT_ID_LENGTH),
    userId: randomId(28),
    invoiceIds: [randomId(INVOICE_ID_LENGTH)],
    description: 'HYB-202603-0001',
    amount: minorUnits(12_000),
    currency: 'TRY',
    customer: {
      name: 'Ayşe Yılmaz',
      email: 'ayse@customer.example',
      address: 'Moda Caddesi 12, İstanbul',
      locale: 'tr',
    },
    maxInstallment: null,
    ipAddress: '192.0.2.1',
    startedAt: new Date(),
    gatewayCustomerId: null,
    saveMethod: false,
    ...override,
  };
}

/** Our ids of a payment, as every fact about it has them. */
export const referenceOf = ({ paymentId, userId, invoiceIds, currency }: Checkout) => ({
  paymentId,
  owner: { userId, invoiceIds, currency },
});

/** A checkout paid by card; answers what PayTR calls the payment, once its notice was taken. */
export async function aPaidCheckout(
  { paytr: running }: AdapterHarness,
  checkout: Checkout,
  entry: CardEntry,
): Promise<string> {
  const { url } = await paytr.startCheckout(checkout);
  await pay(url, entry);
  await running.deliverer.settled();
  return toMerchantOid(checkout);
}

export const inquiryOf = (checkout: Checkout, override: Partial<Inquiry> = {}): Inquiry => ({
  ...checkout,
  gatewayCheckoutId: toMerchantOid(checkout),
  gatewayPaymentId: null,
  end: false,
  ...override,
});

export const aRefundId = () => `refund${randomUUID().replaceAll('-', '').slice(0, 14)}`;

/** Runs with PayTR out of reach. */
export async function whileDown<T>(run: () => Promise<T>): Promise<T> {
  const url = process.env.PAYTR_API_URL;
  process.env.PAYTR_API_URL = 'http://127.0.0.1:1';
  try {
    return await run();
  } finally {
    process.env.PAYTR_API_URL = url;
  }
}
