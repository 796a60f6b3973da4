import type { PaymentOwner, PaymentReference } from '../gateway';

/**
 * Our ids as Stripe's metadata carries them, on the session and on its payment intent. `project` keeps apart the
 * environments that share one Stripe account.
 */
export interface ReferenceMetadata {
  readonly project: string;
  readonly paymentId: string;
  readonly userId: string;
  /** Separated by commas; a value of Stripe's metadata holds 500 characters. */
  readonly invoiceIds: string;
  readonly currency: string;
}

/** Marks the intent of a kept card's charge: it belongs to no page where its customer could try another card. */
export const PAGELESS = { page: 'none' } as const;

export function isPageless(metadata: Metadata): boolean {
  return metadata?.page === PAGELESS.page;
}

const LONGEST_VALUE = 500;
/** In place of invoices when the wallet is topped up: an empty value would unset the key. */
const NO_INVOICES = '-';

type Metadata = Readonly<Record<string, string>> | null;

export function toMetadata(
  project: string,
  { paymentId, userId, invoiceIds, currency }: PaymentOwner & { readonly paymentId: string },
): Record<string, string> {
  const joined = invoiceIds.length === 0 ? NO_INVOICES : invoiceIds.join(',');
  if (joined.length > LONGEST_VALUE) return { project, paymentId };
  return { project, paymentId, userId, invoiceIds: joined, currency } satisfies ReferenceMetadata;
}

/** Our ids in an object's metadata; null when the object is not of a payment of this project's. */
export function fromMetadata(project: string, metadata: Metadata): PaymentReference | null {
  const { paymentId, userId, invoiceIds, currency } = metadata ?? {};
  if (!isOurs(project, metadata) || paymentId === undefined) return null;
  if (userId === undefined || invoiceIds === undefined || currency === undefined) {
    return { paymentId, owner: null };
  }
  const ids = invoiceIds === NO_INVOICES ? [] : invoiceIds.split(',');
  return { paymentId, owner: { userId, invoiceIds: ids, currency } };
}

/** The customer that an object of a card belongs to; null when it is none of this project's. */
export function userIdFrom(project: string, metadata: Metadata): string | null {
  return isOurs(project, metadata) ? (metadata?.userId ?? null) : null;
}

/** The subscription that an object of Stripe's own billing carries; null when it is none of this project's. */
export function subscriptionIdFrom(project: string, metadata: Metadata): string | null {
  return isOurs(project, metadata) ? (metadata?.subscriptionId ?? null) : null;
}

export function isOurs(project: string, metadata: Metadata): boolean {
  return metadata?.project === project;
}
