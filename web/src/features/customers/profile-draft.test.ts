import { address, user } from '@hyble/billing-functions/src/schema/user';
import { draftOf, fieldsOf, hasTaxOffice, LONGEST, problemsOf } from './profile-draft';
import type { ProfileDraft } from './profile-draft';

const draft: ProfileDraft = {
  displayName: 'Ayşe Yıldız',
  country: 'TR',
  line1: 'Gülçiçek Sokak 7',
  line2: '',
  postalCode: '34710',
  city: 'Kadıköy / İstanbul',
  taxId: '',
  taxOffice: '',
  locale: 'tr',
  currency: 'TRY',
};

it('takes a complete draft', () => {
  expect(problemsOf(draft)).toEqual({});
});

it.each<[string, Partial<ProfileDraft>, object]>([
  ['no name', { displayName: ' ' }, { displayName: 'missing' }],
  ['no country', { country: '' }, { country: 'missing' }],
  ['no address', { line1: '', city: '\t' }, { line1: 'missing', city: 'missing' }],
  ['a mistyped identity number', { taxId: '10000000147' }, { taxId: 'notATaxId' }],
  ['a company without its tax office', { taxId: '2340567890' }, { taxOffice: 'missing' }],
  ['a company with its tax office', { taxId: '2340567890', taxOffice: 'Kadıköy' }, {}],
  ['a VAT number abroad', { country: 'DE', taxId: 'DE123456789' }, {}],
])('%s', (_case, override, problems) => {
  expect(problemsOf({ ...draft, ...override })).toEqual(problems);
});

it('stores no empty text and no spaces around one', () => {
  expect(fieldsOf({ ...draft, displayName: ' Ayşe Yıldız ', line2: ' ', taxId: ' 10000000146 ' })).toEqual({
    displayName: 'Ayşe Yıldız',
    country: 'TR',
    locale: 'tr',
    currency: 'TRY',
    taxId: '10000000146',
    taxOffice: null,
    address: { line1: 'Gülçiçek Sokak 7', line2: null, postalCode: '34710', city: 'Kadıköy / İstanbul' },
  });
});

it('forgets the tax office of who is no company any more', () => {
  const company = { ...draft, taxId: '2340567890', taxOffice: 'Kadıköy' };
  expect(hasTaxOffice(company)).toBe(true);
  expect(fieldsOf({ ...company, taxId: '10000000146' }).taxOffice).toBeNull();
});

it('writes a stored profile into the form and back unchanged', () => {
  const company = { ...draft, line2: 'Kat 3', taxId: '2340567890', taxOffice: 'Kadıköy' };
  expect(draftOf(fieldsOf(company), 'en')).toEqual(company);
});

it('suggests by language what a newcomer has', () => {
  expect(draftOf(null, 'tr')).toMatchObject({ country: 'TR', currency: 'TRY', locale: 'tr' });
  expect(draftOf(null, 'en')).toMatchObject({ country: '', currency: 'EUR', locale: 'en' });
});

it('has the bounds of the schema', () => {
  expect(LONGEST).toEqual({
    displayName: user.shape.displayName.maxLength,
    line1: address.shape.line1.maxLength,
    line2: address.shape.line2.unwrap().maxLength,
    postalCode: address.shape.postalCode.maxLength,
    city: address.shape.city.maxLength,
    taxId: user.shape.taxId.unwrap().maxLength,
    taxOffice: user.shape.taxOffice.unwrap().maxLength,
  });
});
