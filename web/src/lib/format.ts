import type { Locale } from '@hyble/billing-functions/src/schema/common';
import { useMemo } from 'react';
import { formatClock, formatDay, formatInstant } from './dates';
import { useLocale } from './i18n/use-locale';
import { formatMoney, formatPercent, formatQuantity } from './money-format';

/** The formatters in one language. */
export function formatters(locale: Locale) {
  return {
    locale,
    money: (amount: number, currency: string) => formatMoney(amount, currency, locale),
    percent: (percent: number) => formatPercent(percent, locale),
    quantity: (quantity: number) => formatQuantity(quantity, locale),
    day: (instant: Date) => formatDay(instant, locale),
    instant: (instant: Date) => formatInstant(instant, locale),
    clock: (instant: Date) => formatClock(instant, locale),
  };
}
export type Formatters = ReturnType<typeof formatters>;

export function useFormat(): Formatters {
  const locale = useLocale();
  return useMemo(() => formatters(locale), [locale]);
}
