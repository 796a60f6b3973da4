import type { ApiError } from './errors';

interface PageRequest {
  limit?: number | undefined;
  starting_after?: string | undefined;
  ending_before?: string | undefined;
}

interface List<T> {
  object: 'list';
  data: T[];
  has_more: boolean;
  url: string;
}

/**
 * One page of a list, ten items unless asked otherwise. `items` come newest first, as Stripe lists them.
 * `missing` makes the error for a cursor that names none of them.
 */
export function page<T extends { id: string }>(
  items: readonly T[],
  request: PageRequest,
  url: string,
  missing: (id: string, param: string) => ApiError,
): List<T> {
  const { limit = 10, starting_after: after, ending_before: before } = request;
  const position = (id: string, param: string): number => {
    const index = items.findIndex((item) => item.id === id);
    if (index < 0) throw missing(id, param);
    return index;
  };
  const list = (data: T[], hasMore: boolean): List<T> => ({ object: 'list', data, has_more: hasMore, url });
  if (before !== undefined) {
    const end = position(before, 'ending_before');
    const start = Math.max(0, end - limit);
    return list(items.slice(start, end), start > 0);
  }
  const start = after === undefined ? 0 : position(after, 'starting_after') + 1;
  return list(items.slice(start, start + limit), items.length > start + limit);
}
