import { numbering, seller } from '../invoices/config';
import type { Get } from '../platform/transact';
import type { DocumentPath } from '../schema/paths';
import { paths } from '../schema/paths';
import type { Subscription } from '../schema/subscription';
import type { Trial } from '../schema/trial';
import type { BillingDocuments, Issuer } from './rules/bill';
import type { MeansToPay } from './rules/pay-bill';

type Payer = Pick<Subscription, 'userId' | 'organizationId' | 'currency'>;

/** How the seller issues, as this deployment is set up. @throws BillingError SELLER_INCOMPLETE */
export function issuer(): Issuer {
  return { seller: seller(), numbering: numbering() };
}

/** What an invoice can be paid with. */
export function readMeans(get: Get, { userId, currency }: Payer): Promise<MeansToPay> {
  return get({ wallet: paths.wallet(userId, currency), identity: paths.gatewayIdentity(userId) });
}

/**
 * All that issuing and paying an invoice needs, in one round trip. Only for what issues: everybody who has read the
 * counter waits for everybody else who has.
 * @param trials To be read beside it.
 */
export function readBilling(
  get: Get,
  payer: Payer,
  trials: readonly DocumentPath<Trial>[] = [],
): Promise<BillingDocuments & MeansToPay & { trials: (Trial | null)[] }> {
  const { userId, organizationId, currency } = payer;
  return get({
    wallet: paths.wallet(userId, currency),
    identity: paths.gatewayIdentity(userId),
    user: paths.user(userId),
    organization: organizationId === null ? null : paths.organization(organizationId),
    counter: paths.invoiceNumberCounter,
    trials,
  });
}
