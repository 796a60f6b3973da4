import { profile } from './world';

/** Stands for a field that is left out of a new profile, or deleted from one. */
export const ABSENT = Symbol('absent');

/** What is different in a profile. */
export type Change = Record<string, unknown>;

/** The fields that are there. */
export const present = (change: Change): Change =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== ABSENT));

const address = profile('owner').address;
const inAddress = (change: Change): Change => ({ address: present({ ...address, ...change }) });

/** What a user may write. */
export const good: [string, Change][] = [
  ['nothing but the time', {}],
  ['an empty name', { displayName: '' }],
  ['a name of 200 characters', { displayName: 'ğ'.repeat(200) }],
  ['another country', { country: 'DE' }],
  ['another language', { locale: 'en' }],
  ['another currency', { currency: 'EUR' }],
  ['no tax id', { taxId: null }],
  ['a tax id of 30 characters', { taxId: 'X'.repeat(30) }],
  ['no tax office', { taxOffice: null }],
  ['a tax office of 100 characters', { taxOffice: 'ş'.repeat(100) }],
  ['no address', { address: null }],
  ['an address with a second line', inAddress({ line2: 'ç'.repeat(200) })],
  ['a first line of 200 characters', inAddress({ line1: 'x'.repeat(200) })],
  ['a postal code of 20 characters', inAddress({ postalCode: '1'.repeat(20) })],
  ['a city of 100 characters', inAddress({ city: 'x'.repeat(100) })],
  [
    'everything at once',
    {
      displayName: 'B',
      country: 'FR',
      locale: 'en',
      currency: 'EUR',
      taxId: null,
      taxOffice: null,
      address: null,
    },
  ],
];

/** What neither the schema nor the rules take. */
export const bad: [string, Change][] = [
  ['a name of 201 characters', { displayName: 'x'.repeat(201) }],
  ['a name that is no text', { displayName: 7 }],
  ['a name that is a list', { displayName: ['x'] }],
  ['a name that is null', { displayName: null }],
  ['no name', { displayName: ABSENT }],
  ['a country in lower case', { country: 'tr' }],
  ['a country of three letters', { country: 'TUR' }],
  ['a country of one letter', { country: 'T' }],
  ['a country with a digit', { country: 'T1' }],
  ['a country and a line break', { country: 'TR\n' }],
  ['a country and a line before it', { country: 'X\nTR' }],
  ['an empty country', { country: '' }],
  ['a country that is null', { country: null }],
  ['no country', { country: ABSENT }],
  ['a language that we do not speak', { locale: 'de' }],
  ['a language in upper case', { locale: 'TR' }],
  ['a language that is null', { locale: null }],
  ['a list of languages', { locale: ['tr', 'en'] }],
  ['no language', { locale: ABSENT }],
  ['a currency in lower case', { currency: 'try' }],
  ['a currency of four letters', { currency: 'EURO' }],
  ['a currency of two letters', { currency: 'TL' }],
  ['a currency by its number', { currency: 949 }],
  ['a currency that is null', { currency: null }],
  ['no currency', { currency: ABSENT }],
  ['a tax id of 31 characters', { taxId: 'X'.repeat(31) }],
  ['a tax id that is a number', { taxId: 1234567890 }],
  ['tax id left out', { taxId: ABSENT }],
  ['a tax office of 101 characters', { taxOffice: 'x'.repeat(101) }],
  ['a tax office that is a number', { taxOffice: 34 }],
  ['tax office left out', { taxOffice: ABSENT }],
  ['address left out', { address: ABSENT }],
  ['an address that is text', { address: 'Example Street 1' }],
  ['an address that is a list', { address: ['Example Street 1'] }],
  ['an empty address', { address: {} }],
  ['a first line of 201 characters', inAddress({ line1: 'x'.repeat(201) })],
  ['a first line that is null', inAddress({ line1: null })],
  ['no first line', inAddress({ line1: ABSENT })],
  ['a second line of 201 characters', inAddress({ line2: 'x'.repeat(201) })],
  ['a second line that is a number', inAddress({ line2: 2 })],
  ['second line left out', inAddress({ line2: ABSENT })],
  ['a postal code of 21 characters', inAddress({ postalCode: '1'.repeat(21) })],
  ['a postal code that is a number', inAddress({ postalCode: 34000 })],
  ['no postal code', inAddress({ postalCode: ABSENT })],
  ['a city of 101 characters', inAddress({ city: 'x'.repeat(101) })],
  ['a city that is a map', inAddress({ city: {} })],
  ['no city', inAddress({ city: ABSENT })],
];

/** What the schema would drop and the rules refuse. */
export const unknownFields: [string, Change][] = [
  ['a role', { role: 'admin' }],
  ['the Stripe customer', { stripeCustomerId: 'cus_other' }],
  ['the PayTR token', { paytrUserToken: 'other' }],
  ['an unknown field', { note: '' }],
  ['an unknown field in the address', inAddress({ note: '' })],
];
