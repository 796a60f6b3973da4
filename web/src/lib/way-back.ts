import type { AroundNavHandler } from 'wouter';

/** How every page with a search in its address was left on the way to where the visitor is: its search by its path. */
type Searches = Readonly<Record<string, string>>;

/**
 * Around every navigation: keeps in the new entry of the browser's history how the page that is left is searched, so
 * that the way back leads to the same rows, also after a reload. What replaces an entry begins anew: that is how a
 * visitor signs out, and the next one need not learn what this one looked at.
 */
export const rememberSearch: AroundNavHandler = (navigate, to, options) => {
  navigate(to, options?.replace === true ? options : { ...options, state: { searches: searchesFromHere() } });
};

/**
 * A list's address with the search that it was left with; as it is given when the visitor did not come by there, or
 * saw another account's rows.
 * @param state of the current entry of the browser's history.
 */
export function asLeft(list: string, state: unknown): string {
  const { pathname, search } = new URL(list, location.origin);
  const left = searchesIn(state)[pathname];
  return left !== undefined && accountIn(left) === accountIn(search) ? pathname + left : list;
}

function searchesFromHere(): Searches {
  const { pathname, search } = location;
  const others = Object.entries(searchesIn(history.state)).filter(([path]) => path !== pathname);
  return Object.fromEntries(search === '' ? others : [...others, [pathname, search]]);
}

/** Nobody but this file writes the state; what an older version of the app wrote is no object of searches. */
function searchesIn(state: unknown): Searches {
  return (state as { readonly searches?: Searches } | null)?.searches ?? {};
}

function accountIn(search: string): string | null {
  return new URLSearchParams(search).get('account');
}
