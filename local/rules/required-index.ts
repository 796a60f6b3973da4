import type { QueryShape } from './queries';

/** An entry of `indexes` in firestore.indexes.json. */
export interface CompositeIndex {
  collectionGroup: string;
  queryScope: 'COLLECTION';
  fields: (
    { fieldPath: string; order: 'ASCENDING' | 'DESCENDING' } | { fieldPath: string; arrayConfig: 'CONTAINS' }
  )[];
}

const RANGES: ReadonlySet<string> = new Set(['>', '>=', '<', '<=']);

/**
 * The composite index that Firestore asks for, or null where the automatic single-field indexes do: they serve
 * equalities alone, merged however many there are (an `in` is an equality for each of its values), and an order or
 * a range alone. A range or an order beside another filter needs the other fields first, here by name, and the
 * ordered one last. Firestore can also merge several composite indexes for one query; one index each is faster, and
 * sure.
 * Source: https://firebase.google.com/docs/firestore/query-data/index-overview
 * @throws Error when range and order differ, which no query here does and this function does not model.
 */
export function requiredIndex(
  query: Pick<QueryShape, 'collection' | 'where' | 'orderBy'>,
): CompositeIndex | null {
  const ranges = query.where.filter(({ op }) => RANGES.has(op));
  const [range] = ranges;
  const ordered = query.orderBy?.field ?? range?.field;
  if (ranges.some(({ field }) => field !== ordered)) {
    throw new Error(`${query.collection}: range on ${range?.field ?? ''}, order by ${ordered ?? ''}`);
  }
  const last = query.orderBy ?? (range && { field: range.field, direction: 'asc' });
  const others = query.where
    .filter((filter) => !ranges.includes(filter))
    .toSorted((a, b) => a.field.localeCompare(b.field));
  if (!last || others.length === 0) return null;
  return {
    collectionGroup: query.collection.slice(query.collection.lastIndexOf('/') + 1),
    queryScope: 'COLLECTION',
    fields: [
      ...others.map(({ field, op }) =>
        op === 'array-contains' || op === 'array-contains-any'
          ? { fieldPath: field, arrayConfig: 'CONTAINS' as const }
          : { fieldPath: field, order: 'ASCENDING' as const },
      ),
      { fieldPath: last.field, order: last.direction === 'asc' ? 'ASCENDING' : 'DESCENDING' },
    ],
  };
}
