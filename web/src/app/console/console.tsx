import {
  IconBuildingBank,
  IconCreditCardPay,
  IconFileInvoice,
  IconPlugConnected,
  IconRefresh,
  IconScale,
  IconTags,
  IconUserCircle,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect, Route, Switch } from 'wouter';
import { MOST_COUNTED, useWaiting } from '../../features/finance/use-waiting';
import { consolePaths, consoleRoutes } from '../../lib/console-paths';
import { CONSOLE, paths, routes } from '../../lib/paths';
import { Guarded } from '../guarded';
import { NotFound } from '../not-found';
import { pageOnDemand } from '../page-on-demand';
import { Shell } from '../shell/shell';
import shellClasses from '../shell/shell.module.css';

const InvoicesPage = pageOnDemand(() => import('./invoices-page'));
const InvoicePage = pageOnDemand(() => import('./invoice-page'));
const NewInvoicePage = pageOnDemand(() => import('./new-invoice-page'));
const PaymentsPage = pageOnDemand(() => import('./payments-page'));
const PaymentPage = pageOnDemand(() => import('./payment-page'));
const SubscriptionsPage = pageOnDemand(() => import('./subscriptions-page'), ['subscriptions']);
const SubscriptionPage = pageOnDemand(() => import('./subscription-page'), ['subscriptions']);
const PlansPage = pageOnDemand(() => import('./plans-page'), ['subscriptions']);
const NewPlanPage = pageOnDemand(() => import('./new-plan-page'), ['subscriptions']);
const PlanPage = pageOnDemand(() => import('./plan-page'), ['subscriptions']);
const BankPage = pageOnDemand(() => import('./bank-page'));
const DifferencesPage = pageOnDemand(() => import('./differences-page'));
const EventsPage = pageOnDemand(() => import('./events-page'));
const EditInvoicePage = pageOnDemand(() => import('./edit-invoice-page'));

/** The finance team's half of the app. */
export default function Console() {
  const { t } = useTranslation('console');
  const waiting = useWaiting();
  const countOf = (count: number) =>
    count === 0
      ? {}
      : {
          count: {
            text: count < MOST_COUNTED ? String(count) : `${MOST_COUNTED - 1}+`,
            spoken: t('waiting', { count }),
          },
        };
  return (
    <Shell
      sections={[
        { href: paths.consoleInvoices, label: t('invoices.title'), icon: IconFileInvoice },
        { href: paths.consolePayments, label: t('payments.title'), icon: IconCreditCardPay },
        { href: consolePaths.subscriptions, label: t('subscriptions.title'), icon: IconRefresh },
        { href: consolePaths.plans, label: t('plans.title'), icon: IconTags },
        {
          href: paths.consoleBank,
          label: t('sections.bank'),
          icon: IconBuildingBank,
          ...countOf(waiting.bankLines),
        },
        {
          href: paths.consoleDifferences,
          label: t('sections.differences'),
          icon: IconScale,
          ...countOf(waiting.differences),
        },
        {
          href: waiting.events === 0 ? paths.consoleEvents : paths.consoleEventsBy('WAITING'),
          label: t('sections.events'),
          icon: IconPlugConnected,
          ...countOf(waiting.events),
        },
      ]}
      aside={
        <Link href={paths.invoices} className={shellClasses.section}>
          <IconUserCircle size={18} stroke={1.75} aria-hidden />
          {t('portal')}
        </Link>
      }
    >
      <Guarded>
        <Switch>
          <Route path={CONSOLE}>
            <Redirect to={paths.consoleInvoices} replace />
          </Route>
          <Route path={routes.consoleInvoices} component={InvoicesPage} />
          <Route path={routes.consoleNewInvoice} component={NewInvoicePage} />
          <Route path={routes.consoleInvoice}>
            {({ invoiceId }) => <InvoicePage invoiceId={invoiceId} />}
          </Route>
          <Route path={routes.consoleEditInvoice}>
            {({ invoiceId }) => <EditInvoicePage invoiceId={invoiceId} />}
          </Route>
          <Route path={routes.consolePayments} component={PaymentsPage} />
          <Route path={routes.consolePayment}>
            {({ paymentId }) => <PaymentPage key={paymentId} paymentId={paymentId} />}
          </Route>
          <Route path={consoleRoutes.subscriptions} component={SubscriptionsPage} />
          <Route path={consoleRoutes.subscription}>
            {({ subscriptionId }) => (
              <SubscriptionPage key={subscriptionId} subscriptionId={subscriptionId} />
            )}
          </Route>
          <Route path={consoleRoutes.plans} component={PlansPage} />
          <Route path={consoleRoutes.newPlan} component={NewPlanPage} />
          <Route path={consoleRoutes.plan}>{({ planId }) => <PlanPage key={planId} planId={planId} />}</Route>
          <Route path={routes.consoleBank} component={BankPage} />
          <Route path={routes.consoleDifferences} component={DifferencesPage} />
          <Route path={routes.consoleEvents} component={EventsPage} />
          <Route component={NotFound} />
        </Switch>
      </Guarded>
    </Shell>
  );
}
