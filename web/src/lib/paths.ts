/** Every address of the app: patterns for the router, builders for links. */
export const routes = {
  home: '/',
  signIn: '/sign-in',
  invoices: '/invoices',
  invoice: '/invoices/:invoiceId',
  pay: '/pay',
  payInvoice: '/pay/:invoiceId',
  payments: '/payments',
  payment: '/payments/:paymentId',
  wallet: '/wallet',
  paymentMethods: '/payment-methods',
  overview: '/overview',
  profile: '/profile',
  subscriptions: '/subscriptions',
  newSubscription: '/subscriptions/new/:planId',
  subscription: '/subscriptions/:subscriptionId',
  changePlan: '/subscriptions/:subscriptionId/plan',
  consoleInvoices: '/console/invoices',
  consoleNewInvoice: '/console/invoices/new',
  consoleInvoice: '/console/invoices/:invoiceId',
  consoleEditInvoice: '/console/invoices/:invoiceId/edit',
  consolePayments: '/console/payments',
  consolePayment: '/console/payments/:paymentId',
  consoleBank: '/console/bank',
  consoleDifferences: '/console/differences',
  consoleEvents: '/console/events',
} as const;

export const CONSOLE = '/console';

/** What narrows and orders the customer's list; what is missing or null does neither. */
export interface InvoiceFilter {
  readonly tab?: string | null;
  /** An organization's id; the customer's own account otherwise. */
  readonly account?: string | null;
  /** How the invoice number begins. */
  readonly number?: string | null;
  /** The first and the last day of issue. */
  readonly from?: string | null;
  readonly to?: string | null;
  readonly sort?: string | null;
}

/** What narrows the console's list of payments; what is missing or null narrows nothing. */
export interface PaymentFilter {
  readonly status?: string | null;
  readonly gateway?: string | null;
}

export const paths = {
  home: routes.home,
  /** `next` is where the visitor wanted to go. */
  signIn: (next?: string) => withQuery(routes.signIn, { next: next ?? null }),
  invoices: routes.invoices,
  invoicesBy: ({
    tab = null,
    number = null,
    from = null,
    to = null,
    sort = null,
    account = null,
  }: InvoiceFilter) =>
    withQuery(routes.invoices, {
      tab: tab === 'all' ? null : tab,
      number: number === '' ? null : number,
      from,
      to,
      sort: sort === 'newest' ? null : sort,
      account,
    }),
  invoice: (invoiceId: string) => `/invoices/${encodeURIComponent(invoiceId)}`,
  /** Where other modules send a customer to pay. */
  payInvoice: (invoiceId: string) => `/pay/${encodeURIComponent(invoiceId)}`,
  /** Several invoices paid at once. */
  pay: (invoiceIds: readonly string[]) => withQuery(routes.pay, { invoices: invoiceIds.join('.') }),
  payments: routes.payments,
  paymentsBy: (account: string | null) => withQuery(routes.payments, { account }),
  payment: (paymentId: string) => `/payments/${encodeURIComponent(paymentId)}`,
  wallet: routes.wallet,
  /** One currency's wallet; the customer's own currency otherwise. */
  walletIn: (currency: string | null) => withQuery(routes.wallet, { currency }),
  paymentMethods: routes.paymentMethods,
  overview: routes.overview,
  profile: routes.profile,
  subscriptions: routes.subscriptions,
  subscriptionsBy: (account: string | null) => withQuery(routes.subscriptions, { account }),
  newSubscription: (planId: string, account: string | null = null) =>
    withQuery(`/subscriptions/new/${encodeURIComponent(planId)}`, { account }),
  subscription: (subscriptionId: string) => `/subscriptions/${encodeURIComponent(subscriptionId)}`,
  /** With the plan that is looked at; the choice of plans otherwise. */
  changePlan: (subscriptionId: string, to: string | null = null) =>
    withQuery(`/subscriptions/${encodeURIComponent(subscriptionId)}/plan`, { to }),
  creditNotePdf: (creditNoteId: string) => `/api/credit-notes/${encodeURIComponent(creditNoteId)}/pdf`,
  invoicePdf: (invoiceId: string) => `/api/invoices/${encodeURIComponent(invoiceId)}/pdf`,
  consoleInvoices: routes.consoleInvoices,
  consoleInvoicesBy: (status: string | null) => withQuery(routes.consoleInvoices, { status }),
  consoleNewInvoice: routes.consoleNewInvoice,
  consoleInvoice: (invoiceId: string) => `/console/invoices/${encodeURIComponent(invoiceId)}`,
  consoleEditInvoice: (invoiceId: string) => `/console/invoices/${encodeURIComponent(invoiceId)}/edit`,
  consolePayments: routes.consolePayments,
  consolePaymentsBy: ({ status = null, gateway = null }: PaymentFilter) =>
    withQuery(routes.consolePayments, { status, gateway }),
  consolePayment: (paymentId: string) => `/console/payments/${encodeURIComponent(paymentId)}`,
  consoleBank: routes.consoleBank,
  consoleBankBy: (status: string | null) => withQuery(routes.consoleBank, { status }),
  consoleDifferences: routes.consoleDifferences,
  consoleDifferencesBy: (status: string | null) => withQuery(routes.consoleDifferences, { status }),
  consoleEvents: routes.consoleEvents,
  consoleEventsBy: (show: string | null) => withQuery(routes.consoleEvents, { show }),
};

/** An address of this app to return to after sign-in; anything else, such as another site, leads home. */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : paths.home;
}

function withQuery(path: string, parameters: Record<string, string | null>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== null) query.set(name, value);
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
