import { isTaxId, isVkn } from '@hyble/billing-functions/src/customers/rules/tax-id';
import type { Locale } from '@hyble/billing-functions/src/schema/common';
import type { User } from '@hyble/billing-functions/src/schema/user';

/** What a customer writes about themselves: every field as text, as a form has it. */
export interface ProfileDraft {
  readonly displayName: string;
  readonly country: string;
  readonly line1: string;
  readonly line2: string;
  readonly postalCode: string;
  readonly city: string;
  readonly taxId: string;
  readonly taxOffice: string;
  readonly locale: Locale;
  readonly currency: string;
}

export type ProfileFields = Pick<
  User,
  'displayName' | 'country' | 'locale' | 'currency' | 'taxId' | 'taxOffice' | 'address'
>;

export type ProfileProblem = 'missing' | 'notATaxId';
export type ProfileProblems = Partial<Record<keyof ProfileDraft, ProfileProblem>>;

/** A form of somebody's profile; of somebody who has none yet, what their language suggests. */
export function draftOf(profile: ProfileFields | null, locale: Locale): ProfileDraft {
  return {
    displayName: profile?.displayName ?? '',
    country: profile?.country ?? (locale === 'tr' ? 'TR' : ''),
    line1: profile?.address?.line1 ?? '',
    line2: profile?.address?.line2 ?? '',
    postalCode: profile?.address?.postalCode ?? '',
    city: profile?.address?.city ?? '',
    taxId: profile?.taxId ?? '',
    taxOffice: profile?.taxOffice ?? '',
    locale: profile?.locale ?? locale,
    currency: profile?.currency ?? (locale === 'tr' ? 'TRY' : 'EUR'),
  };
}

/** A company or sole trader in Turkey, whose tax office an invoice names beside the number (VUK 230). */
export function hasTaxOffice({ country, taxId }: Pick<ProfileDraft, 'country' | 'taxId'>): boolean {
  return country === 'TR' && isVkn(taxId.trim());
}

/** Longest texts, as in the schema and the security rules. */
export const LONGEST = {
  displayName: 200,
  line1: 200,
  line2: 200,
  postalCode: 20,
  city: 100,
  taxId: 30,
  taxOffice: 100,
} as const;

/** What an invoice must name, so that it can be issued without asking the customer. */
const REQUIRED = ['displayName', 'country', 'line1', 'city'] as const;

/** What is wrong with each field of a draft; nothing for one that can be saved. */
export function problemsOf(draft: ProfileDraft): ProfileProblems {
  const problems: ProfileProblems = {};
  for (const field of REQUIRED) if (draft[field].trim() === '') problems[field] = 'missing';
  if (hasTaxOffice(draft) && draft.taxOffice.trim() === '') problems.taxOffice = 'missing';
  const taxId = draft.taxId.trim();
  if (taxId !== '' && !isTaxId(taxId, draft.country)) problems.taxId = 'notATaxId';
  return problems;
}

/** The fields of a draft without problems, as they are stored. */
export function fieldsOf(draft: ProfileDraft): ProfileFields {
  const text = (field: keyof ProfileDraft) => draft[field].trim();
  const textOrNull = (field: keyof ProfileDraft) => (text(field) === '' ? null : text(field));
  return {
    displayName: text('displayName'),
    country: draft.country,
    locale: draft.locale,
    currency: draft.currency,
    taxId: textOrNull('taxId'),
    taxOffice: hasTaxOffice(draft) ? textOrNull('taxOffice') : null,
    address: {
      line1: text('line1'),
      line2: textOrNull('line2'),
      postalCode: text('postalCode'),
      city: text('city'),
    },
  };
}
