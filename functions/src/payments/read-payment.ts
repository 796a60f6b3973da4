import type { PaymentOwner, PaymentReference } from '../gateways/gateway';
import { must } from '../platform/errors';
import type { Get } from '../platform/transact';
import type { Counter } from '../schema/counter';
import type { Invoice } from '../schema/invoice';
import { paths } from '../schema/paths';
import type { Payment } from '../schema/payment';
import type { PaymentMethod } from '../schema/payment-method';
import type { Subscription } from '../schema/subscription';
import type { GatewayIdentity, User } from '../schema/user';
import type { Wallet } from '../schema/wallet';
import { readSubscriptions } from '../subscriptions/read-subscriptions';
import type { PaymentDocuments } from './rules/apply-fact';

/** Which documents around a payment are wanted beside it. */
export interface Wanted {
  readonly invoices?: boolean;
  /** The subscriptions of the invoices, which go on or fail with them. */
  readonly subscriptions?: boolean;
  readonly wallet?: boolean;
  /** The counter of credit notes, which a refund may need. */
  readonly counter?: boolean;
  /** The profile of whoever pays, who may have to be written to. */
  readonly payer?: boolean;
  /** What the gateways call whoever pays. */
  readonly identity?: boolean;
  /** Records of cards, by their ids. */
  readonly methods?: readonly string[];
}

type Found = Omit<PaymentDocuments, 'payment'> & {
  readonly payment: Payment | null;
  readonly payer: User | null;
  readonly identity: GatewayIdentity | null;
  /** In the order in which they are wanted. */
  readonly methods: readonly (PaymentMethod | null)[];
};

const ALL: Wanted = { invoices: true, subscriptions: true, wallet: true, counter: true };
const NONE: Found = {
  payment: null,
  invoices: [],
  wallet: null,
  counter: null,
  payer: null,
  identity: null,
  methods: [],
};

/** A payment that is known by its id alone, and the documents around it: two round trips. */
export function readPayment(get: Get, paymentId: string, wanted = ALL): Promise<Found> {
  return readReferenced(get, { paymentId, owner: null }, wanted);
}

/** One round trip when the gateway object carried all our ids, two when it carried only the payment's. */
export async function readReferenced(
  get: Get,
  { paymentId, owner }: PaymentReference,
  wanted: Wanted,
): Promise<Found> {
  const payment = paths.payment(paymentId);
  if (owner !== null) {
    const found = await get({ payment, ...surroundings(owner, wanted) });
    return found.payment === null ? NONE : arrange(owner, found, wanted);
  }
  const found = await get({ payment });
  if (found.payment === null) return NONE;
  return arrange(found.payment, { ...found, ...(await get(surroundings(found.payment, wanted))) }, wanted);
}

function surroundings({ userId, invoiceIds, currency }: PaymentOwner, wanted: Wanted) {
  return {
    invoices: wanted.invoices ? invoiceIds.map(paths.invoice) : [],
    ...readSubscriptions.ask(wanted.subscriptions ? invoiceIds : []),
    wallet: wanted.wallet ? paths.wallet(userId, currency) : null,
    counter: wanted.counter ? paths.creditNoteNumberCounter : null,
    payer: wanted.payer ? paths.user(userId) : null,
    identity: wanted.identity ? paths.gatewayIdentity(userId) : null,
    methods: (wanted.methods ?? []).map(paths.paymentMethod),
  };
}

function arrange(
  { invoiceIds }: Pick<PaymentOwner, 'invoiceIds'>,
  found: {
    payment: Payment | null;
    invoices: (Invoice | null)[];
    subscriptions: (Subscription | null)[];
    wallet: Wallet | null;
    counter: Counter | null;
    payer: User | null;
    identity: GatewayIdentity | null;
    methods: (PaymentMethod | null)[];
  },
  wanted: Wanted,
): Found {
  const subscriptions = readSubscriptions.found(wanted.subscriptions ? invoiceIds : [], found.subscriptions);
  const invoices = (wanted.invoices ? invoiceIds : []).map((id, index) => {
    const invoice = must(found.invoices[index], 'INVOICE_NOT_FOUND', { invoiceId: id });
    return { id, invoice, subscription: subscriptions.get(invoice.subscriptionId ?? '') };
  });
  return { ...found, invoices };
}
