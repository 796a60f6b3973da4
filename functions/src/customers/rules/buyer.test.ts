import { anOrganization, aUser } from '../../testing/factories';
import { buyerOf } from './buyer';
import { thrownBy } from '../../testing/thrown-by';

test('a person is named with name and address', () => {
  expect(buyerOf(aUser({ taxId: '10000000146' }), null)).toEqual({
    name: 'Ayşe Yılmaz',
    email: 'ayse@customer.example',
    country: 'TR',
    address: 'Moda Caddesi 12\n34710 İstanbul',
    taxId: '10000000146',
    taxOffice: null,
  });
});

test('an organization is named in place of its member, who gets the mail', () => {
  expect(buyerOf(aUser({ address: null, displayName: '' }), anOrganization())).toEqual({
    name: 'Işık Yazılım Ltd. Şti.',
    email: 'ayse@customer.example',
    country: 'TR',
    address: 'Moda Caddesi 12\n34710 İstanbul',
    taxId: '2340567890',
    taxOffice: 'Kadıköy',
  });
});

const address = { line1: 'Main Street 1', line2: null, postalCode: '', city: 'Springfield' };

test.each([
  ['a second line', { ...address, line2: 'Flat 2' }, 'Main Street 1\nFlat 2\nSpringfield'],
  ['an empty second line', { ...address, line2: '' }, 'Main Street 1\nSpringfield'],
  ['no postal code', address, 'Main Street 1\nSpringfield'],
  [
    'all of it',
    { ...address, line2: 'Flat 2', postalCode: '12345' },
    'Main Street 1\nFlat 2\n12345 Springfield',
  ],
])('an address with %s', (_edge, given, text) => {
  expect(buyerOf(aUser({ address: given }), null).address).toBe(text);
});

test('an organization abroad needs no Turkish tax office', () => {
  const organization = anOrganization({ country: 'DE', taxId: null, taxOffice: null });
  expect(buyerOf(aUser(), organization)).toMatchObject({ country: 'DE', taxId: null });
});

test.each([
  ['a nameless person', aUser({ displayName: ' ' }), null, 'name'],
  ['a person without an address', aUser({ address: null }), null, 'address'],
  ['a Turkish company without a tax number', aUser(), anOrganization({ taxId: null }), 'taxId'],
  ['a Turkish company with a mistyped tax number', aUser(), anOrganization({ taxId: '2340567891' }), 'taxId'],
  ['a person in Turkey with a mistyped number', aUser({ taxId: '10000000147' }), null, 'taxId'],
  ['a Turkish company without a tax office', aUser(), anOrganization({ taxOffice: null }), 'taxOffice'],
  [
    'a company with nothing',
    aUser(),
    anOrganization({ name: '', address: null, taxId: null, taxOffice: null }),
    'name, address, taxId, taxOffice',
  ],
])('%s is incomplete, and every missing field is named', (_edge, user, organization, missing) => {
  expect(thrownBy(() => buyerOf(user, organization))).toMatchObject({
    code: 'BUYER_INCOMPLETE',
    facts: { missing },
  });
});
