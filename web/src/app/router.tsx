import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { Redirect, Route, Switch, useLocation, useSearch } from 'wouter';
import { CONSOLE, paths, routes } from '../lib/paths';
import { isStaff, useSession, useVisitor } from '../lib/session';
import { Forbidden } from './forbidden';
import { Guarded } from './guarded';
import { NotFound } from './not-found';
import { pages } from './portal-pages';
import { PortalShell } from './shell/portal-shell';

const SignInPage = lazy(pages.signIn);
const OverviewPage = lazy(pages.overview);
const InvoicesPage = lazy(pages.invoices);
const InvoicePage = lazy(pages.invoice);
const PayPage = lazy(pages.pay);
const PaymentsPage = lazy(pages.payments);
const WalletPage = lazy(pages.wallet);
const PaymentMethodsPage = lazy(pages.paymentMethods);
const SubscriptionsPage = lazy(pages.subscriptions);
const NewSubscriptionPage = lazy(pages.newSubscription);
const ChangePlanPage = lazy(pages.changePlan);
const SubscriptionPage = lazy(pages.subscription);
const PaymentPage = lazy(pages.payment);
const ProfilePage = lazy(pages.profile);
// No customer loads the console.
const Console = lazy(() => import('./console/console'));

export function AppRouter() {
  return (
    <Suspense fallback={null}>
      <Switch>
        <Route path={routes.signIn} component={SignInPage} />
        <Route>
          <SignedInOnly>
            <Switch>
              <Route path={routes.home} component={Home} />
              <Route path={`${CONSOLE}/*?`}>
                <StaffOnly>
                  <Console />
                </StaffOnly>
              </Route>
              <Route>
                <Portal />
              </Route>
            </Switch>
          </SignedInOnly>
        </Route>
      </Switch>
    </Suspense>
  );
}

function Portal() {
  return (
    <PortalShell>
      <Guarded>
        <Switch>
          <Route path={routes.overview} component={OverviewPage} />
          <Route path={routes.invoices} component={InvoicesPage} />
          <Route path={routes.invoice}>
            {({ invoiceId }) => <InvoicePage key={invoiceId} invoiceId={invoiceId} />}
          </Route>
          <Route path={routes.pay}>
            <PayPage />
          </Route>
          <Route path={routes.payInvoice}>
            {({ invoiceId }) => <PayPage key={invoiceId} invoiceId={invoiceId} />}
          </Route>
          <Route path={routes.wallet} component={WalletPage} />
          <Route path={routes.paymentMethods} component={PaymentMethodsPage} />
          <Route path={routes.profile} component={ProfilePage} />
          <Route path={routes.payments} component={PaymentsPage} />
          <Route path={routes.payment}>
            {({ paymentId }) => <PaymentPage key={paymentId} paymentId={paymentId} />}
          </Route>
          <Route path={routes.subscriptions} component={SubscriptionsPage} />
          <Route path={routes.newSubscription}>
            {({ planId }) => <NewSubscriptionPage key={planId} planId={planId} />}
          </Route>
          <Route path={routes.changePlan}>
            {({ subscriptionId }) => <ChangePlanPage key={subscriptionId} subscriptionId={subscriptionId} />}
          </Route>
          <Route path={routes.subscription}>
            {({ subscriptionId }) => (
              <SubscriptionPage key={subscriptionId} subscriptionId={subscriptionId} />
            )}
          </Route>
          <Route component={NotFound} />
        </Switch>
      </Guarded>
    </PortalShell>
  );
}

function Home() {
  return <Redirect to={isStaff(useVisitor()) ? paths.consoleInvoices : paths.overview} replace />;
}

function SignedInOnly({ children }: { children: ReactNode }) {
  const session = useSession();
  const [location] = useLocation();
  const search = useSearch();
  if (session.status === 'starting') return null;
  if (session.status === 'signed-out') {
    const here = search === '' ? location : `${location}?${search}`;
    return <Redirect to={here === paths.home ? paths.signIn() : paths.signIn(here)} replace />;
  }
  return children;
}

function StaffOnly({ children }: { children: ReactNode }) {
  return isStaff(useVisitor()) ? (
    children
  ) : (
    <PortalShell>
      <Forbidden />
    </PortalShell>
  );
}
