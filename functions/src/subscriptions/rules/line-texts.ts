import { addDays, dayOf, startOfDay } from '../../core/calendar';
import { formatsFor } from '../../invoices/pdf/format';
import type { Locale } from '../../schema/common';
import type { BillingPeriod } from '../../schema/plan';
import type { Period } from './period';
import type { Share } from './prorate';

/** What an invoice's lines say, in the customer's language. */
interface Texts {
  readonly firstPeriod: Record<BillingPeriod, string>;
  readonly unused: (share: Share) => string;
}

const TEXTS: Record<Locale, Texts> = {
  tr: {
    firstPeriod: { monthly: 'ilk ay', annually: 'ilk yıl' },
    unused: ({ daysLeft, daysInPeriod }) =>
      `kullanılmayan gün iadesi, ${daysInPeriod} günün ${daysLeft} günü`,
  },
  en: {
    firstPeriod: { monthly: 'first month', annually: 'first year' },
    unused: ({ daysLeft, daysInPeriod }) => `credit for unused days, ${daysLeft} of ${daysInPeriod}`,
  },
};

/** Of the first period, whose days are known once it is paid. */
export function firstPeriodText(planName: string, billingPeriod: BillingPeriod, locale: Locale): string {
  return `${planName} (${TEXTS[locale].firstPeriod[billingPeriod]})`;
}

/** With the first and the last day: `Pro (26.12.2026 – 25.01.2027)`. */
export function periodText(planName: string, { start, end }: Period, locale: Locale): string {
  // The currency plays no part in dates.
  const { date } = formatsFor(locale, 'TRY');
  const lastDay = startOfDay(addDays(dayOf(end), -1));
  return `${planName} (${date(start)} – ${date(lastDay)})`;
}

export function unusedDaysText(planName: string, share: Share, locale: Locale): string {
  return `${planName}: ${TEXTS[locale].unused(share)}`;
}
