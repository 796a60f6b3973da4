import type { Locale } from '@hyble/billing-functions/src/schema/common';

/** In the order of the language switch; each named in itself. */
export const LANGUAGES: readonly { readonly locale: Locale; readonly name: string }[] = [
  { locale: 'tr', name: 'Türkçe' },
  { locale: 'en', name: 'English' },
];

const STORAGE_KEY = 'hyble.language';

export function toLocale(tag: string): Locale {
  return tag.startsWith('tr') ? 'tr' : 'en';
}

/** The language chosen on this device, else the browser's. */
export function preferredLocale(): Locale {
  return toLocale(localStorage.getItem(STORAGE_KEY) ?? navigator.language);
}

export function rememberLocale(locale: Locale): void {
  localStorage.setItem(STORAGE_KEY, locale);
}
