import { parse } from 'regexparam';
import { matchRoute } from 'wouter';
import { routes } from '../lib/paths';

/** Every page is its own download, by the name of its route: who signs in does not load invoices. */
export const pages = {
  signIn: () => import('./pages/sign-in-page'),
  overview: () => import('./pages/overview-page'),
  invoices: () => import('./pages/invoices-page'),
  invoice: () => import('./pages/invoice-page'),
  pay: () => import('./pages/pay-page'),
  payInvoice: () => import('./pages/pay-page'),
  payments: () => import('./pages/payments-page'),
  wallet: () => import('./pages/wallet-page'),
  paymentMethods: () => import('./pages/payment-methods-page'),
  subscriptions: () => import('./pages/subscriptions-page'),
  newSubscription: () => import('./pages/new-subscription-page'),
  changePlan: () => import('./pages/change-plan-page'),
  subscription: () => import('./pages/subscription-page'),
  payment: () => import('./pages/payment-page'),
  profile: () => import('./pages/profile-page'),
};

/**
 * Begins to download the page of an address before anybody knows who is signed in. It would wait for that otherwise,
 * and Auth asks the server. The console's pages are left out: that a customer never downloads one is worth the wait.
 */
export function preload(address: string): void {
  for (const [name, download] of Object.entries(pages)) {
    const [isShown] = matchRoute(parse, routes[name as keyof typeof pages], address);
    // What fails here fails again, and visibly, where the page is shown.
    if (isShown) download().catch(() => undefined);
  }
}
