import type { Draw } from './draw';
import type { Odds } from './odds';
import type { Persona } from './business';

/** Country, currency and how many of all customers. */
const HOMES: readonly (readonly [{ readonly country: string; readonly currency: string }, number])[] = [
  [{ country: 'TR', currency: 'TRY' }, 45],
  [{ country: 'DE', currency: 'EUR' }, 28],
  [{ country: 'US', currency: 'USD' }, 22],
  [{ country: 'TR', currency: 'EUR' }, 5],
];

/** Of all customers so many are there from the first month; the others come evenly over the rest of the time. */
const AT_FIRST = 0.25;
const DAY_MS = 24 * 60 * 60_000;

/** The customers of a simulation in the order in which they come. */
export function personasOf(
  { customers, start, end }: { readonly customers: number; readonly start: Date; readonly end: Date },
  draw: Draw,
  odds: Odds,
): Persona[] {
  const length = end.getTime() - start.getTime();
  const firstMonth = Math.min(length, 30 * DAY_MS);
  return Array.from({ length: customers }, (_, index): Persona => {
    const uid = `customer${String(index + 1).padStart(5, '0')}`;
    const home = draw.oneOf(HOMES, 'home', uid);
    const { payByLink, payByWallet } = odds;
    const share = draw.number('way', uid);
    const isEarly = draw.happens(AT_FIRST, 'early', uid);
    const joins = draw.number('joins', uid) * (isEarly ? firstMonth : length);
    return {
      uid,
      ...home,
      locale: home.country === 'TR' ? 'tr' : 'en',
      way: share < payByLink ? 'LINK' : share < payByLink + payByWallet ? 'WALLET' : 'CARD',
      gateway: home.country === 'TR' ? 'paytr' : 'stripe',
      stripeBilling: home.country !== 'TR' && draw.happens(odds.stripeBilling, 'stripeBilling', uid),
      joinsAt: new Date(start.getTime() + Math.floor(joins)),
    };
  }).sort((a, b) => a.joinsAt.getTime() - b.joinsAt.getTime() || (a.uid < b.uid ? -1 : 1));
}
