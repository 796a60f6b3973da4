import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { queries, type QueryShape } from './queries';
import { type CompositeIndex, requiredIndex } from './required-index';

interface IndexFile {
  indexes: CompositeIndex[];
  fieldOverrides: unknown[];
}

const file = JSON.parse(
  readFileSync(resolve(__dirname, '../../firestore.indexes.json'), 'utf8'),
) as IndexFile;

/** `invoices: status ASCENDING, createdAt DESCENDING` */
function inWords({ collectionGroup, queryScope, fields }: CompositeIndex): string {
  const words = fields.map(
    (field) => `${field.fieldPath} ${'order' in field ? field.order : field.arrayConfig}`,
  );
  return `${collectionGroup} (${queryScope}): ${words.join(', ')}`;
}

const inFile = file.indexes.map(inWords);
const asked = queries.map((query) => ({ query, index: requiredIndex(query) }));

describe('firestore.indexes.json', () => {
  test.each(asked)('serves $query.label', ({ index }) => {
    if (index) expect(inFile).toContain(inWords(index));
  });

  test('holds no index that no query uses, and none twice', () => {
    const needed = new Set(asked.flatMap(({ index }) => (index ? [inWords(index)] : [])));
    expect([...inFile].sort()).toEqual([...needed].sort());
  });
});

describe('the index that a query needs', () => {
  const order: QueryShape['orderBy'] = { field: 'b', direction: 'desc' };
  const equal = { field: 'a', op: '==', value: 1 } as const;
  const contains = { field: 'a', op: 'array-contains', value: 1 } as const;
  const range = { field: 'b', op: '>', value: 1 } as const;

  test.each<[string, Pick<QueryShape, 'where' | 'orderBy'>, string | null]>([
    ['nothing: none', { where: [] }, null],
    ['an order alone: none', { where: [], orderBy: order }, null],
    ['a range alone: none', { where: [range] }, null],
    ['a range with two ends alone: none', { where: [range, { ...range, op: '<' }] }, null],
    [
      'equality and a range with two ends',
      { where: [equal, { ...range, op: '>=' }, { ...range, op: '<' }] },
      'x (COLLECTION): a ASCENDING, b ASCENDING',
    ],
    ['a range ordered by itself: none', { where: [range], orderBy: order }, null],
    ['equalities alone are merged: none', { where: [equal, { ...equal, field: 'c' }] }, null],
    ['in merges with equality: none', { where: [{ field: 'c', op: 'in', value: [1, 2] }, equal] }, null],
    ['array-contains alone: none', { where: [contains] }, null],
    ['array-contains merges with equality: none', { where: [contains, { ...equal, field: 'c' }] }, null],
    ['equality and order', { where: [equal], orderBy: order }, 'x (COLLECTION): a ASCENDING, b DESCENDING'],
    ['equality and range', { where: [equal, range] }, 'x (COLLECTION): a ASCENDING, b ASCENDING'],
    [
      'range before equality',
      { where: [range, equal], orderBy: order },
      'x (COLLECTION): a ASCENDING, b DESCENDING',
    ],
    [
      'filters in either order: the same',
      { where: [{ ...equal, field: 'c' }, equal], orderBy: { field: 'd', direction: 'desc' } },
      'x (COLLECTION): a ASCENDING, c ASCENDING, d DESCENDING',
    ],
    [
      'array-contains and order',
      { where: [contains], orderBy: order },
      'x (COLLECTION): a CONTAINS, b DESCENDING',
    ],
    [
      'an order by one field and a range on another, in the direction of the order',
      { where: [range, equal], orderBy: { field: 'd', direction: 'desc' } },
      'x (COLLECTION): a ASCENDING, d DESCENDING, b DESCENDING',
    ],
    [
      'ranges on two fields, ordered by one of them',
      { where: [{ ...range, field: 'e' }, range], orderBy: order },
      'x (COLLECTION): b DESCENDING, e DESCENDING',
    ],
    [
      'ranges on two fields, without an order: by name',
      { where: [{ ...range, field: 'e' }, range] },
      'x (COLLECTION): b ASCENDING, e ASCENDING',
    ],
  ])('%s', (_label, shape, words) => {
    const index = requiredIndex({ collection: 'parents/p/x', ...shape });
    expect(index && inWords(index)).toBe(words);
  });
});
