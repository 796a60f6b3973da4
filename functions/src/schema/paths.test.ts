import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { paths } from './paths';

const map = readFileSync(resolve(__dirname, '../../../docs/data-model.md'), 'utf8');

/** The first and, under a document, the second collection of each path. */
const collections = Object.values(paths).flatMap((path) => {
  // Every builder of a path takes ids and nothing else.
  const built = typeof path === 'string' ? path : (path as (...ids: string[]) => string)('a', 'b', 'c');
  return built.split('/').filter((_segment, index) => index % 2 === 0);
});

test.each([...new Set(collections)])('docs/data-model.md has a line for %s', (collection) => {
  expect(map).toMatch(new RegExp(`^\\|.*\\b${collection}/`, 'm'));
});
