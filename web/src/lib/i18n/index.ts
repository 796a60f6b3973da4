import type { Locale } from '@hyble/billing-functions/src/schema/common';
import i18next from 'i18next';
import type { BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { preferredLocale, rememberLocale, toLocale } from './locale';

/** Loaded when first shown: customers never download the console's words, nor the other language. */
const CATALOGUES = {
  en: {
    common: () => import('./en/common'),
    account: () => import('./en/account'),
    console: () => import('./en/console'),
    invoiceSearch: () => import('./en/invoice-search'),
    signIn: () => import('./en/sign-in'),
    subscriptions: () => import('./en/subscriptions'),
  },
  tr: {
    common: () => import('./tr/common'),
    account: () => import('./tr/account'),
    console: () => import('./tr/console'),
    invoiceSearch: () => import('./tr/invoice-search'),
    signIn: () => import('./tr/sign-in'),
    subscriptions: () => import('./tr/subscriptions'),
  },
};

export type Namespace = keyof (typeof CATALOGUES)[Locale];

const bundledCatalogues: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, callback) => {
    CATALOGUES[toLocale(language)][namespace as Namespace]().then(
      (module) => {
        callback(null, module.default);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), null);
      },
    );
  },
};

/** Loads the reader's language; resolves when its words are there. */
export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(bundledCatalogues)
    .use(initReactI18next)
    .init({
      lng: preferredLocale(),
      fallbackLng: false,
      supportedLngs: ['tr', 'en'],
      ns: ['common'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
    });
}

/** Loads more of the reader's language; words asked for before `startI18n` has loaded any come with its own. */
export async function loadWords(namespaces: readonly Namespace[]): Promise<void> {
  if (namespaces.length > 0) await i18next.loadNamespaces([...namespaces]);
}

export async function changeLanguage(locale: Locale): Promise<void> {
  rememberLocale(locale);
  await i18next.changeLanguage(locale);
}
