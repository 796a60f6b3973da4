import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { paths } from '../../functions/src/schema/paths';
import { matrix } from './matrix';
import { queries } from './queries';
import { world } from './world';

/** Every collection of the design, built or not. */
const designed = [
  'users',
  'users/*/private',
  'organizations',
  'products',
  'invoices',
  'payments',
  'paymentMethods',
  'plans',
  'subscriptions',
  'subscriptions/*/dunningAttempts',
  'wallets',
  'wallets/*/entries',
  'counters',
  'gatewayEvents',
  'gatewayCache',
  'journal',
  'expenses',
  'creditNotes',
  'mail',
  'crmLinks',
  'auditLog',
  'bankTransactions',
  'refunds',
  'differences',
  'events',
];

/** `wallets/a_TRY/entries/b` lies in the collection `wallets`, any document, `entries`. */
function collectionOf(path: string): string {
  return path
    .split('/')
    .slice(0, -1)
    .map((segment, at) => (at % 2 === 0 ? segment : '*'))
    .join('/');
}

const covered = new Set(matrix.map((row) => collectionOf(row.path)));

test.each(designed)('the matrix covers %s of the design', (collection) => {
  expect(covered).toContain(collection);
});

test.each(Object.entries(paths))('the matrix covers the collection of paths.%s', (_name, at) => {
  const path = typeof at === 'string' ? at : (at as (...segments: string[]) => string)('a', 'b', 'c');
  expect(covered).toContain(collectionOf(path));
});

test('the matrix covers the collection of every query', () => {
  expect([...covered]).toEqual(
    expect.arrayContaining(queries.map((query) => collectionOf(`${query.collection}/x`))),
  );
});

test('every match of the rules names a collection that the matrix covers', () => {
  const rules = readFileSync(resolve(__dirname, '../../firestore.rules'), 'utf8');
  const [root, ...matched] = [...rules.matchAll(/\bmatch (\S+)/g)].map((match) => match[1]);
  expect(root).toBe('/databases/{database}/documents');
  const names = [...covered].map((collection) => collection.slice(collection.lastIndexOf('/') + 1));
  for (const path of matched)
    expect(names.map((name) => `/${name}/`)).toContain(path?.replace(/\{\w+\}$/, ''));
});

test.each(matrix)('the document of $path exists, unless the row is about creating it', ({ path, create }) => {
  expect(path in world).toBe(path !== create);
});
