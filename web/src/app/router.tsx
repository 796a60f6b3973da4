import type { ReactNode } from 'react';
import { Redirect, Route, Switch, useLocation, useSearch } from 'wouter';
import { onDemand } from '../lib/on-demand';
import { CONSOLE, paths, routes } from '../lib/paths';
import { isStaff, useSession, useVisitor } from '../lib/session';
import { Forbidden } from './forbidden';
import { Guarded } from './guarded';
import { NotFound } from './not-found';
import { pages } from './portal-pages';
import { PortalShell } from './shell/portal-shell';

// No customer loads the console.
const Console = onDemand(() => import('./console/console'), { words: ['console'] });

export function AppRouter() {
  return (
    <Switch>
      <Route path={routes.signIn} component={pages.signIn} />
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
  );
}

function Portal() {
  return (
    <PortalShell>
      <Guarded>
        <Switch>
          <Route path={routes.overview} component={pages.overview} />
          <Route path={routes.invoices} component={pages.invoices} />
          <Route path={routes.invoice}>
            {({ invoiceId }) => <pages.invoice key={invoiceId} invoiceId={invoiceId} />}
          </Route>
          <Route path={routes.pay}>
            <pages.pay />
          </Route>
          <Route path={routes.payInvoice}>
            {({ invoiceId }) => <pages.payInvoice key={invoiceId} invoiceId={invoiceId} />}
          </Route>
          <Route path={routes.wallet} component={pages.wallet} />
          <Route path={routes.paymentMethods} component={pages.paymentMethods} />
          <Route path={routes.profile} component={pages.profile} />
          <Route path={routes.payments} component={pages.payments} />
          <Route path={routes.payment}>
            {({ paymentId }) => <pages.payment key={paymentId} paymentId={paymentId} />}
          </Route>
          <Route path={routes.subscriptions} component={pages.subscriptions} />
          <Route path={routes.newSubscription}>
            {({ planId }) => <pages.newSubscription key={planId} planId={planId} />}
          </Route>
          <Route path={routes.changePlan}>
            {({ subscriptionId }) => (
              <pages.changePlan key={subscriptionId} subscriptionId={subscriptionId} />
            )}
          </Route>
          <Route path={routes.subscription}>
            {({ subscriptionId }) => (
              <pages.subscription key={subscriptionId} subscriptionId={subscriptionId} />
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
