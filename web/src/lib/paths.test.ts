import { paths, safeNext } from './paths';

it.each([
  ['a page of ours, with its query', '/invoices?tab=paid', '/invoices?tab=paid'],
  ['another site', 'https://evil.example/', '/'],
  ['another site without its scheme', '//evil.example', '/'],
  ['another site, as browsers repair it', '/\\evil.example', '/'],
  ['a script', 'javascript:alert(1)', '/'],
  ['nothing', null, '/'],
])('after sign-in leads to %s', (_, next, address) => {
  expect(safeNext(next)).toBe(address);
});

it('keeps where a visitor wanted to go', () => {
  expect(paths.signIn('/invoices/a?x=1&y=2')).toBe('/sign-in?next=%2Finvoices%2Fa%3Fx%3D1%26y%3D2');
  expect(paths.signIn()).toBe('/sign-in');
});

it('leaves out filters that filter nothing', () => {
  expect(paths.invoicesBy({ tab: 'all', account: null })).toBe('/invoices');
  expect(paths.invoicesBy({ tab: 'paid', account: 'org' })).toBe('/invoices?tab=paid&account=org');
  expect(paths.invoicesBy({ number: '', from: null, sort: 'newest' })).toBe('/invoices');
});
