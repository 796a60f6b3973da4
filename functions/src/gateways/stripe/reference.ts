import type { PaymentReference } from '../gateway';

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
}

const LONGEST_VALUE = 500;

export function toMetadata(
  project: string,
  { paymentId, userId, invoiceIds }: { paymentId: string; userId: string; invoiceIds: readonly string[] },
): Record<string, string> {
  const joined = invoiceIds.join(',');
  if (joined.length > LONGEST_VALUE) return { project, paymentId };
  return { project, paymentId, userId, invoiceIds: joined } satisfies ReferenceMetadata;
}

/** Our ids in an object's metadata; null when the object is not one of this project's. */
export function fromMetadata(
  project: string,
  metadata: Readonly<Record<string, string>> | null,
): PaymentReference | null {
  const { paymentId, userId, invoiceIds } = metadata ?? {};
  if (metadata?.project !== project || paymentId === undefined) return null;
  const owner =
    userId === undefined || invoiceIds === undefined ? null : { userId, invoiceIds: invoiceIds.split(',') };
  return { paymentId, owner };
}
