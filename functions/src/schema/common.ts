import * as z from 'zod';
import type { MinorUnits } from '../core/money';

/** An amount in minor units of the currency that stands beside it. */
export const amount = z.custom<MinorUnits>(Number.isSafeInteger, 'must be a whole number of minor units');

/** An amount that somebody asks to be moved. */
export const positiveAmount = amount.refine((value) => value > 0, 'must be more than zero');

/** ISO 4217. */
export const currency = z.string().regex(/^[A-Z]{3}$/, 'must be a three-letter currency code such as TRY');

/** ISO 3166-1 alpha-2. */
export const country = z.string().regex(/^[A-Z]{2}$/, 'must be a two-letter country code such as TR');

/** A document's id: one path segment. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,128}$/, 'is not an id');

/** A Firebase Authentication uid; custom ones may hold more than letters and digits, but never a slash. */
export const uid = z.string().regex(/^[^/\s]{1,128}$/, 'is not a user id');

/** `YYYY-MM-DD`, a day of the seller's calendar. */
export const calendarDay = z.iso.date('must be a date such as 2026-11-30');

export const locale = z.enum(['tr', 'en']);
export type Locale = z.infer<typeof locale>;

/** Percent with at most two decimals, as VAT rates are written. */
export const taxRate = z
  .number()
  .min(0)
  .max(100)
  .refine((rate) => Number.isInteger(Math.round(rate * 1e6) / 1e4), 'has at most two decimals');

/** Every document carries the instants of its first and its last write; the runner sets them. */
export const stamps = { createdAt: z.date(), updatedAt: z.date() };
export interface Stamps {
  createdAt: Date;
  updatedAt: Date;
}
