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
 * ordered one after them. Ranges on further fields follow it by name, in its direction, as the query's own order does.
 * Firestore can also merge several composite indexes for one query; one index each is faster, and sure.
 * Sources: https://firebase.google.com/docs/firestore/query-data/index-overview and
 * https://firebase.google.com/docs/firestore/query-data/multiple-range-fields
 */
export function requiredIndex(
  query: Pick<QueryShape, 'collection' | 'where' | 'orderBy'>,
): CompositeIndex | null {
  const byName = (a: { field: string }, b: { field: string }) => a.field.localeCompare(b.field);
  const ranges = query.where.filter(({ op }) => RANGES.has(op)).toSorted(byName);
  const others = query.where.filter(({ op }) => !RANGES.has(op)).toSorted(byName);
  const first = query.orderBy ?? (ranges[0] && { field: ranges[0].field, direction: 'asc' });
  if (!first) return null;
  const order = first.direction === 'asc' ? ('ASCENDING' as const) : ('DESCENDING' as const);
  const ordered = [...new Set([first.field, ...ranges.map(({ field }) => field)])];
  if (others.length + ordered.length < 2) return null;
  return {
    collectionGroup: query.collection.slice(query.collection.lastIndexOf('/') + 1),
    queryScope: 'COLLECTION',
    fields: [
      ...others.map(({ field, op }) =>
        op === 'array-contains' || op === 'array-contains-any'
          ? { fieldPath: field, arrayConfig: 'CONTAINS' as const }
          : { fieldPath: field, order: 'ASCENDING' as const },
      ),
      ...ordered.map((fieldPath) => ({ fieldPath, order })),
    ],
  };
}
