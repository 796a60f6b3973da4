import { derivedId } from '../../functions/src/platform/ids';
import type { Fields } from '../../functions/src/core/decision';
import type { Organization } from '../../functions/src/schema/organization';
import type { Role } from '../../functions/src/schema/roles';
import type { User } from '../../functions/src/schema/user';

/** Everybody's password: the demo runs on the reader's own machine only. */
const PASSWORD = 'hyble-demo';

/** The length of Firebase's own uids; with letters and digits alone they fit into PayTR's order number. */
const UID_LENGTH = 28;

/** Somebody who can sign in to the demo, with their profile. All made up. */
export interface Person {
  readonly uid: string;
  readonly password: string;
  /** The custom claim; null for a customer. */
  readonly role: Role | null;
  /** What there is to see with this sign-in. */
  readonly shows: string;
  readonly profile: Fields<User>;
}

/** A person with a Turkish private customer's profile, unless said otherwise. */
function person(
  about: Pick<User, 'email' | 'displayName'> & Partial<Fields<User>>,
  { shows, role = null }: { shows: string; role?: Role | null },
): Person {
  const defaults = { country: 'TR', locale: 'tr', currency: 'TRY', taxId: null, taxOffice: null } as const;
  return {
    uid: derivedId(UID_LENGTH, about.email),
    password: PASSWORD,
    role,
    shows,
    profile: { ...defaults, address: null, organizationIds: [], ...about },
  };
}

const ORGANIZATION_ID = 'isik-bulut-yazilim';

export const people = {
  ayse: person(
    {
      email: 'ayse@hyble.example',
      displayName: 'Ayşe Yıldız',
      address: {
        line1: 'Örnek Mahallesi Gülçiçek Sokak No: 7',
        line2: 'Daire: 4',
        postalCode: '34710',
        city: 'Kadıköy / İstanbul',
      },
    },
    {
      shows: 'a customer in Turkey with pages of invoices, a wallet with a history, refunds and installments',
    },
  ),
  gulsen: person(
    {
      email: 'gulsen@hyble.example',
      displayName: 'Gülşen Öztürk',
      country: 'DE',
      locale: 'en',
      currency: 'EUR',
      address: { line1: 'Musterstraße 21', line2: null, postalCode: '10115', city: 'Berlin' },
    },
    { shows: 'a customer in Germany with money in the wallet; a bank debit is still on its way' },
  ),
  olivia: person(
    {
      email: 'olivia@hyble.example',
      displayName: 'Olivia Çelik',
      country: 'US',
      locale: 'en',
      currency: 'USD',
      address: { line1: '100 Example Avenue', line2: 'Suite 5', postalCode: '10001', city: 'New York, NY' },
    },
    { shows: 'a customer in the United States, with one invoice in yen' },
  ),
  cagri: person(
    { email: 'cagri@hyble.example', displayName: 'Çağrı Şahin', organizationIds: [ORGANIZATION_ID] },
    { shows: 'the owner of an organization, with an invoice of three pages' },
  ),
  omer: person(
    { email: 'omer@hyble.example', displayName: 'Ömer Güneş', organizationIds: [ORGANIZATION_ID] },
    { shows: 'a member of the same organization, who sees and pays its invoices' },
  ),
  ipek: person(
    { email: 'finans@hyble.example', displayName: 'İpek Doğan' },
    { role: 'finance', shows: "the finance console: everybody's invoices, drafts too" },
  ),
  ugur: person(
    { email: 'admin@hyble.example', displayName: 'Uğur Aydın' },
    { role: 'admin', shows: 'the same, as an administrator' },
  ),
} satisfies Record<string, Person>;

/** The organization that two of the customers belong to; its tax number has a valid check digit. */
export const organization: { readonly id: string; readonly fields: Fields<Organization> } = {
  id: ORGANIZATION_ID,
  fields: {
    name: 'Işık Bulut Yazılım Ltd. Şti.',
    ownerId: people.cagri.uid,
    memberIds: [people.cagri.uid, people.omer.uid],
    country: 'TR',
    currency: 'TRY',
    taxId: '3860274910',
    taxOffice: 'Doğanbey',
    address: {
      line1: 'Örnek Mahallesi Bilişim Caddesi No: 6',
      line2: 'B Blok Kat: 2',
      postalCode: '06800',
      city: 'Çankaya / Ankara',
    },
  },
};
