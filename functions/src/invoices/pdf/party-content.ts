import type { Party } from '../../schema/invoice';
import type { Formats } from './format';
import type { Labels } from './labels';

export interface PartyContent {
  readonly heading: string;
  readonly name: string;
  readonly lines: readonly string[];
}

/** A party's block: what the law wants named (VUK 230), in the order of a postal address. */
export function partyContent(
  heading: string,
  party: Party,
  words: Labels,
  { country }: Formats,
): PartyContent {
  const { name, address, taxOffice, taxId, email } = party;
  return {
    heading,
    name,
    lines: [
      ...address.split('\n'),
      country(party.country),
      ...(taxOffice === null ? [] : [`${words.taxOffice}: ${taxOffice}`]),
      ...(taxId === null ? [] : [`${taxIdLabel(party.country, taxId, words)}: ${taxId}`]),
      email,
    ].filter((line) => line.trim() !== ''),
  };
}

function taxIdLabel(country: string, taxId: string, words: Labels): string {
  if (country !== 'TR') return words.foreignTaxId;
  return taxId.length === 11 ? words.tckn : words.vkn;
}
