import { randomBytes } from 'node:crypto';
import type { Failure } from './failures';
import type { TokenRequest } from './get-token-rules';
import type { TestCard } from './test-cards';

/** A card that waits for its 3D Secure code. Amounts are in minor units. */
export interface CardAttempt {
  card: TestCard;
  instalments: number;
  total: number;
  /** Set when the bank will decline whatever the customer answers. */
  declines: Failure | null;
}

export interface Sale {
  /** Null: a bank transfer. */
  card: TestCard | null;
  instalments: number;
  total: number;
  at: Date;
}

export interface Refund {
  amount: number;
  referenceNo: string | null;
  at: Date;
}

/** A card that a customer keeps. */
export interface KeptCard {
  ctoken: string;
  card: TestCard;
}

/** Everything known about one `merchant_oid`. */
export interface Payment {
  /** The latest token; an earlier one of the same payment opens no page any more. */
  token: string;
  request: TokenRequest;
  /** `declared`: a transfer was told of and is looked for. `ended`: given up or timed out; a new token opens it again. */
  state: 'open' | 'declared' | 'ended' | 'paid';
  attempt: CardAttempt | null;
  lastFailure: Failure | null;
  sale: Sale | null;
  /** The merchant answered `OK` to the callback of the sale. */
  saleAcknowledged: boolean;
  callbackCount: number;
  refunds: Refund[];
  refundRequests: number;
}

export interface Store {
  /** Opens a payment, or opens it again with a fresh token. Must not be called for a paid one. */
  open(request: TokenRequest): Payment;
  byMerchantOid(merchantOid: string): Payment | undefined;
  byToken(token: string): Payment | undefined;
  all(): Payment[];
  /** The cards that customers keep, by utoken. */
  cards: Map<string, KeptCard[]>;
}

/** Keeps payments in memory for the life of the process. */
export function createStore(): Store {
  const payments = new Map<string, Payment>();

  return {
    open(request) {
      const payment: Payment = {
        token: randomBytes(32).toString('hex'),
        request,
        state: 'open',
        attempt: null,
        lastFailure: null,
        sale: null,
        saleAcknowledged: false,
        callbackCount: payments.get(request.merchantOid)?.callbackCount ?? 0,
        refunds: [],
        refundRequests: 0,
      };
      payments.set(request.merchantOid, payment);
      return payment;
    },
    byMerchantOid: (merchantOid) => payments.get(merchantOid),
    byToken: (token) => [...payments.values()].find((payment) => payment.token === token),
    all: () => [...payments.values()],
    cards: new Map(),
  };
}
