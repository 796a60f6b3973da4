import { BillingError } from '../../platform/errors';
import type { Party } from '../../schema/invoice';
import type { Organization } from '../../schema/organization';
import type { Address, User } from '../../schema/user';

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

/** Which of the details are missing that an invoice must name. */
export function missingOfBuyer(user: User, organization: Organization | null): string[] {
  const buyer = organization ?? { ...user, name: user.displayName };
  return [
    ...(buyer.name.trim() === '' ? ['name'] : []),
    ...(buyer.address === null ? ['address'] : []),
    ...(organization?.country === 'TR' && organization.taxId === null ? ['taxId'] : []),
    ...(organization?.country === 'TR' && organization.taxOffice === null ? ['taxOffice'] : []),
  ];
}

function addressText({ line1, line2, postalCode, city }: Address): string {
  return [line1, line2, `${postalCode} ${city}`.trim()]
    .filter((line) => line !== null && line !== '')
    .join('\n');
}
