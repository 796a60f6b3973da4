import type { Subscription } from '@hyble/billing-functions/src/schema/subscription';
import { Anchor, Button, Group, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { BackLink } from '../../components/back-link';
import { AmountDue } from '../../components/billing/amount-due';
import { InvoiceTable } from '../../components/billing/invoice-table';
import { SubscriptionStatusBadge } from '../../components/billing/subscription-status-badge';
import { LiveRecord } from '../../components/live-record';
import { PageTitle } from '../../components/page-title';
import { LiveProblemView } from '../../components/problem';
import { PersonName } from '../../features/customers/person-name';
import { useOrganizations } from '../../features/customers/use-organizations';
import { useInvoices } from '../../features/invoices/use-invoices';
import { useSubscriptionInvoices } from '../../features/invoices/use-subscription-invoices';
import { ChargeButton } from '../../features/payments/charge-button';
import { usePaymentMethods } from '../../features/payments/use-payment-methods';
import { AttemptList } from '../../features/subscriptions/attempt-list';
import { StaffCancelDialog } from '../../features/subscriptions/staff-cancel-dialog';
import { StaffSubscriptionFacts } from '../../features/subscriptions/staff-subscription-facts';
import { SubscriptionFacts } from '../../features/subscriptions/subscription-facts';
import { useDunningAttempts } from '../../features/subscriptions/use-dunning-attempts';
import { useSubscription } from '../../features/subscriptions/use-subscription';
import { consolePaths } from '../../lib/console-paths';
import type { Stored } from '../../lib/documents';
import { isPayable } from '../../lib/invoice-state';
import { paths } from '../../lib/paths';
import classes from './invoice-page.module.css';

/** One subscription for staff: what it owes, how it was tried to be collected, and what happens next. */
export default function ConsoleSubscriptionPage({ subscriptionId }: { subscriptionId: string }) {
  const { t } = useTranslation('console');
  const live = useSubscription(subscriptionId);
  const subscription = live.status === 'ready' ? live.data : null;
  return (
    <Stack gap="lg">
      <BackLink href={consolePaths.subscriptions} label={t('subscriptions.back')} />
      <Group justify="space-between" gap="md">
        <Group gap="sm">
          <PageTitle text={subscription?.planName ?? t('subscriptions.title')} />
          {subscription !== null && <SubscriptionStatusBadge subscription={subscription} />}
        </Group>
        {subscription !== null && subscription.status !== 'CANCELLED' && (
          <CancelButton subscription={subscription} />
        )}
      </Group>
      <LiveRecord live={live} missing={t('subscriptions.missing')}>
        {(found) => <Body subscription={found} />}
      </LiveRecord>
    </Stack>
  );
}

function Body({ subscription }: { subscription: Stored<Subscription> }) {
  const { t } = useTranslation('console');
  const { t: words } = useTranslation('subscriptions');
  const { id, currency, openInvoiceId, organizationId, pendingUpgrade, userId } = subscription;
  const organizations = useOrganizations(organizationId === null ? [] : [organizationId]);
  const methods = usePaymentMethods(userId);
  const attempts = useDunningAttempts(id);
  const invoices = useSubscriptionInvoices(subscription);
  const openId = openInvoiceId ?? pendingUpgrade?.invoiceId ?? null;
  const open = useInvoices(openId === null ? [] : [openId]);
  const [openInvoice = null] = open.status === 'ready' ? open.data : [];
  return (
    <>
      <div className={classes.columns}>
        <Stack gap="xl">
          {openInvoice !== null && isPayable(openInvoice) && (
            <section aria-label={t('subscriptions.openInvoice')}>
              <Stack gap="sm" align="flex-start">
                <AmountDue invoice={openInvoice} />
                <Group gap="sm">
                  <ChargeButton invoice={openInvoice} />
                  <Button component={Link} href={paths.consoleInvoice(openInvoice.id)} variant="default">
                    {t('subscriptions.toInvoice')}
                  </Button>
                </Group>
              </Stack>
            </section>
          )}
          <SubscriptionFacts
            subscription={subscription}
            methods={methods.status === 'ready' ? methods.data : []}
            account={null}
          />
          {attempts.status === 'ready' && (
            <AttemptList
              attempts={attempts.data}
              currency={currency}
              linkOf={({ paymentId }) => (
                <Anchor component={Link} href={paths.consolePayment(paymentId)} size="sm">
                  {t('subscriptions.toPayment')}
                </Anchor>
              )}
            />
          )}
          {attempts.status === 'failed' && <LiveProblemView {...attempts} />}
        </Stack>
        <StaffSubscriptionFacts
          subscription={subscription}
          customer={<PersonName uid={userId} />}
          organization={organizations.status === 'ready' ? (organizations.data[0]?.name ?? null) : null}
        />
      </div>
      <section aria-label={words('detail.invoices')}>
        <Stack gap="sm">
          <Title order={2}>{words('detail.invoices')}</Title>
          {invoices.status === 'ready' && (
            <InvoiceTable
              caption={words('detail.invoices')}
              invoices={invoices.data}
              hrefOf={paths.consoleInvoice}
            />
          )}
          {invoices.status === 'failed' && <LiveProblemView {...invoices} />}
        </Stack>
      </section>
    </>
  );
}

function CancelButton({ subscription }: { subscription: Stored<Subscription> }) {
  const { t } = useTranslation('console');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {t('subscriptions.cancel')}
      </Button>
      {isOpen && (
        <StaffCancelDialog
          subscription={subscription}
          onClose={() => {
            setIsOpen(false);
          }}
        />
      )}
    </>
  );
}
