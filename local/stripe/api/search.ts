import { invalidRequest } from './errors';

interface Searchable {
  readonly id: string;
  readonly metadata: Record<string, string>;
}

interface SearchResult<T> {
  object: 'search_result';
  data: T[];
  has_more: boolean;
  next_page: null;
  url: string;
}

const CLAUSE = /^metadata\["((?:[^"\\]|\\.)+)"\]:"((?:[^"\\]|\\.)+)"$/;

/**
 * Searches by metadata, the one clause of Stripe's search language that is imitated, several joined by `AND`. Stripe
 * runs about a minute behind what was written; the stand-in does not.
 */
export function search<T extends Searchable>(
  items: Iterable<T>,
  { query, limit = 10 }: { query: string; limit?: number | undefined },
  url: string,
): SearchResult<T> {
  const clauses = query.split(/\s+AND\s+/).map((text) => {
    const [, key, value] = CLAUSE.exec(text.trim()) ?? [];
    if (key === undefined || value === undefined) {
      throw invalidRequest(`We were unable to parse your search query: ${query}`, { param: 'query' });
    }
    return { key: unescaped(key), value: unescaped(value) };
  });
  const found = [...items].filter(({ metadata }) =>
    clauses.every(({ key, value }) => metadata[key] === value),
  );
  const data = found.toReversed().slice(0, limit);
  return { object: 'search_result', data, has_more: found.length > limit, next_page: null, url };
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, '$1');
}
