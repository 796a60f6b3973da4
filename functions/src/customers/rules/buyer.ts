import { BillingError } from '../../platform/errors';
import type { Party } from '../../schema/invoice';
import type { Organization } from '../../schema/organization';
import type { Address, User } from '../../schema/user';
import { isTaxId } from './tax-id';

/**
 * Who an invoice is made out to, as the law wants the buyer named (VUK 230): name and address always; tax
 * office and number too when the buyer is an organization in Turkey.
 * @throws BillingError BUYER_INCOMPLETE, naming what is missing.
 */
export function buyerOf(user: User, organization: Organization | null): Party {
  const buyer = organization ?? { ...user, name: user.displayName };
  const missing = missingOfBuyer(user, organization);
  if (buyer.address === null || missing.length > 0) {
    throw new BillingError('BUYER_INCOMPLETE', { missing: missing.join(', ') });
  }
  return {
    name: buyer.name,
    email: user.email,
    country: buyer.country,
    address: addressText(buyer.address),
    taxId: buyer.taxId,
    taxOffice: buyer.taxOffice,
  };
}

/** Which of the details that an invoice must name are missing; a tax number that cannot be one is as good as none. */
export function missingOfBuyer(user: User, organization: Organization | null): string[] {
  const buyer = organization ?? { ...user, name: user.displayName };
  const needsTaxId = organization?.country === 'TR';
  const hasTaxId = buyer.taxId === null ? !needsTaxId : isTaxId(buyer.taxId, buyer.country);
  return [
    ...(buyer.name.trim() === '' ? ['name'] : []),
    ...(buyer.address === null ? ['address'] : []),
    ...(hasTaxId ? [] : ['taxId']),
    ...(organization?.country === 'TR' && organization.taxOffice === null ? ['taxOffice'] : []),
  ];
}

function addressText({ line1, line2, postalCode, city }: Address): string {
  return [line1, line2, `${postalCode} ${city}`.trim()]
    .filter((line) => line !== null && line !== '')
    .join('\n');
}
