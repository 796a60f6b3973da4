import { parse } from 'regexparam';
import { matchRoute } from 'wouter';
import { onDemand } from '../lib/on-demand';
import { routes } from '../lib/paths';
import { pageOnDemand } from './page-on-demand';

/** Every page is its own download, by the name of its route: who signs in does not load invoices. Its words come with it. */
export const pages = {
  signIn: onDemand(() => import('./pages/sign-in-page'), { words: ['signIn'] }),
  overview: pageOnDemand(() => import('./pages/overview-page'), ['account', 'subscriptions']),
  invoices: pageOnDemand(() => import('./pages/invoices-page')),
  invoice: pageOnDemand(() => import('./pages/invoice-page')),
  pay: pageOnDemand(() => import('./pages/pay-page')),
  payInvoice: pageOnDemand(() => import('./pages/pay-page')),
  payments: pageOnDemand(() => import('./pages/payments-page')),
  wallet: pageOnDemand(() => import('./pages/wallet-page')),
  paymentMethods: pageOnDemand(() => import('./pages/payment-methods-page')),
  subscriptions: pageOnDemand(() => import('./pages/subscriptions-page'), ['subscriptions']),
  newSubscription: pageOnDemand(() => import('./pages/new-subscription-page'), ['subscriptions']),
  changePlan: pageOnDemand(() => import('./pages/change-plan-page'), ['subscriptions']),
  subscription: pageOnDemand(() => import('./pages/subscription-page'), ['subscriptions']),
  payment: pageOnDemand(() => import('./pages/payment-page')),
  profile: pageOnDemand(() => import('./pages/profile-page'), ['account']),
};

/**
 * Begins to download the page of an address before anybody knows who is signed in. It would wait for that otherwise,
 * and Auth asks the server. The console's pages are left out: that a customer never downloads one is worth the wait.
 */
export function preload(address: string): void {
  for (const [name, page] of Object.entries(pages)) {
    const [isShown] = matchRoute(parse, routes[name as keyof typeof pages], address);
    // What fails here is tried again, and fails visibly, where the page is shown.
    if (isShown) page.download().catch(() => undefined);
  }
}

/** Begins to download the page of a link that is pointed at, touched or focused: the click is some 100 ms away. */
export function preloadPointedAt(document: Document): void {
  const preloadLink = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="/"]') : null;
    if (link !== null) preload(link.pathname);
  };
  document.addEventListener('pointerover', preloadLink, { passive: true });
  document.addEventListener('focusin', preloadLink);
}
