import { dayOf, SELLER_TIME_ZONE } from '@hyble/billing-functions/src/core/calendar';
import type { Locale } from '@hyble/billing-functions/src/schema/common';
import { remembered } from './remembered';

/** British English, as Turkish readers of English know dates: day first, 24 hours. */
const DATE_LOCALE: Record<Locale, string> = { tr: 'tr-TR', en: 'en-GB' };

const DAY: Record<Locale, Intl.DateTimeFormatOptions> = {
  tr: { day: '2-digit', month: '2-digit', year: 'numeric' },
  en: { day: 'numeric', month: 'short', year: 'numeric' },
};

/** The seller's calendar day: `05.03.2026`, `5 Mar 2026`. */
export function formatDay(instant: Date, locale: Locale): string {
  return dayFormat(locale).format(instant);
}

/** Day and time in the seller's zone, which staff and customers may not share: `05.03.2026 14:32 GMT+3`. */
export function formatInstant(instant: Date, locale: Locale): string {
  return instantFormat(locale).format(instant);
}

/** The reader's own clock: `14:32`. */
export function formatClock(instant: Date, locale: Locale): string {
  return clockFormat(locale).format(instant);
}

const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

const dayFormat = remembered(
  (locale: Locale) =>
    new Intl.DateTimeFormat(DATE_LOCALE[locale], { ...DAY[locale], timeZone: SELLER_TIME_ZONE }),
);

const instantFormat = remembered(
  (locale: Locale) =>
    new Intl.DateTimeFormat(DATE_LOCALE[locale], {
      ...DAY[locale],
      ...CLOCK,
      timeZone: SELLER_TIME_ZONE,
      timeZoneName: 'short',
    }),
);

const clockFormat = remembered((locale: Locale) => new Intl.DateTimeFormat(DATE_LOCALE[locale], CLOCK));

/** Whole calendar days in the seller's zone from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Date, to: Date): number {
  return (Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / 86_400_000;
}
