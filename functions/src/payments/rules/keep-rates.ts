import type { Decision } from '../../core/decision';
import { create, update } from '../../core/decision';
import type { InstallmentRates } from '../../gateways/gateway';
import type { StoredInstallmentRates } from '../../schema/installments';
import type { DocumentPath } from '../../schema/paths';

/** PayTR asks for its rates to be asked for once a day, at most. */
const LIFETIME_MS = 24 * 60 * 60_000;

/** Whether stored rates still count as today's. */
export function areFresh({ fetchedAt }: Pick<StoredInstallmentRates, 'fetchedAt'>, now: Date): boolean {
  return now.getTime() - fetchedAt.getTime() < LIFETIME_MS;
}

/** Stores the rates that a gateway has just told, unless another call was quicker. */
export function keepRates(
  { stored }: { readonly stored: StoredInstallmentRates | null },
  { path, rates }: { readonly path: DocumentPath<StoredInstallmentRates>; readonly rates: InstallmentRates },
  now: Date,
): Decision<null> {
  const fields = { rates, fetchedAt: now };
  if (stored === null) return { writes: [create(path, fields)], result: null };
  return { writes: areFresh(stored, now) ? [] : [update(path, fields)], result: null };
}
