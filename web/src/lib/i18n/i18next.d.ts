import 'i18next';
import type account from './en/account';
import type common from './en/common';
import type console from './en/console';
import type invoiceSearch from './en/invoice-search';
import type signIn from './en/sign-in';
import type subscriptions from './en/subscriptions';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: typeof common;
      account: typeof account;
      console: typeof console;
      invoiceSearch: typeof invoiceSearch;
      signIn: typeof signIn;
      subscriptions: typeof subscriptions;
    };
  }
}
