import type { RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { doc, type Firestore, getDoc } from 'firebase/firestore';
import { role } from '../../functions/src/schema/roles';
import { isAllowed, openProject } from './environment';

let project: RulesTestEnvironment;
beforeAll(async () => {
  project = await openProject();
});
afterAll(() => project.cleanup());

async function readsJournal(claims: Record<string, unknown>): Promise<boolean> {
  // The compatible client, which the modular functions take; see environment.ts.
  const firestore = project.authenticatedContext('someone', claims).firestore() as unknown as Firestore;
  return isAllowed(getDoc(doc(firestore, 'journal/entry')));
}

test.each(role.options)('the role claim %s is staff', async (name) => {
  expect(await readsJournal({ role: name })).toBe(true);
});

test.each<[string, Record<string, unknown>]>([
  ['no claim', {}],
  ['null', { role: null }],
  ['empty', { role: '' }],
  ['another role', { role: 'support' }],
  ['another case', { role: 'Finance' }],
  ['both names in one', { role: 'finance,admin' }],
  ['a list of roles', { role: ['finance'] }],
  ['a map of roles', { role: { finance: true } }],
  ['true', { role: true }],
  ['the role under another name', { admin: true, roles: ['admin'] }],
  ['the role as the name of the account', { name: 'admin', email: 'admin@example.com' }],
])('not staff: %s', async (_label, claims) => {
  expect(await readsJournal(claims)).toBe(false);
});
