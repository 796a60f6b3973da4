import { gatewaysFor } from '@hyble/billing-functions/src/payments/rules/choose-gateway';
import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import type { Subscription } from '@hyble/billing-functions/src/schema/subscription';
import { Anchor, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { BackLink } from '../../components/back-link';
import { AmountDue } from '../../components/billing/amount-due';
import { InvoiceTable } from '../../components/billing/invoice-table';
import { SubscriptionStatusBadge } from '../../components/billing/subscription-status-badge';
import { Delayed } from '../../components/delayed';
import { Empty } from '../../components/empty';
import { PageTitle } from '../../components/page-title';
import { LiveProblemView } from '../../components/problem';
import { useOrganizations } from '../../features/customers/use-organizations';
import { useInvoices } from '../../features/invoices/use-invoices';
import { useSubscriptionInvoices } from '../../features/invoices/use-subscription-invoices';
import { PayPanel } from '../../features/payments/pay-panel';
import type { Payer } from '../../features/payments/pay-panel';
import { readerOf } from '../../features/payments/payment-reader';
import { useInvoicePayments } from '../../features/payments/use-invoice-payments';
import { inOrder } from '../../features/payments/use-payment-methods';
import { AttemptList } from '../../features/subscriptions/attempt-list';
import { SubscriptionFacts } from '../../features/subscriptions/subscription-facts';
import { SubscriptionNotice } from '../../features/subscriptions/subscription-notice';
import { useDunningAttempts } from '../../features/subscriptions/use-dunning-attempts';
import { useSubscription } from '../../features/subscriptions/use-subscription';
import { useSubscriptionNews } from '../../features/subscriptions/use-subscription-news';
import { onDemand } from '../../lib/on-demand';
import type { Stored } from '../../lib/documents';
import { isPayable } from '../../lib/invoice-state';
import { paths } from '../../lib/paths';
import { useVisitor } from '../../lib/session';
import classes from './subscription-page.module.css';
import { usePayer } from './use-payer';

// Dialogs are heavy, and rarely opened.
const CancelDialog = onDemand(async () => ({
  default: (await import('../../features/subscriptions/cancel-dialog')).CancelDialog,
}));
const ChangeWayDialog = onDemand(async () => ({
  default: (await import('../../features/subscriptions/change-way-dialog')).ChangeWayDialog,
}));

/** One subscription: what its state means, what there is to pay, and everything that can be done with it. */
export default function SubscriptionPage({ subscriptionId }: { subscriptionId: string }) {
  const { t } = useTranslation('subscriptions');
  const live = useSubscription(subscriptionId);
  const subscription = live.status === 'ready' ? live.data : null;
  useSubscriptionNews(subscription === null ? [] : [subscription]);
  return (
    <Stack gap="lg" className={classes.page}>
      <BackLink href={paths.subscriptionsBy(subscription?.organizationId ?? null)} label={t('detail.back')} />
      <Group gap="sm">
        <PageTitle text={subscription?.planName ?? t('title')} />
        {subscription !== null && <SubscriptionStatusBadge subscription={subscription} />}
      </Group>
      {live.status === 'loading' && (
        <Delayed>
          <Stack gap="lg">
            <Skeleton height={96} />
            <Skeleton height={280} />
          </Stack>
        </Delayed>
      )}
      {live.status === 'failed' && <LiveProblemView {...live} />}
      {live.status === 'ready' && subscription === null && <Empty text={t('detail.missing')} />}
      {subscription !== null && <Body subscription={subscription} />}
    </Stack>
  );
}

function Body({ subscription }: { subscription: Stored<Subscription> }) {
  const { t } = useTranslation('subscriptions');
  const { uid } = useVisitor();
  const { id, attempt, currency, openInvoiceId, organizationId, pendingUpgrade } = subscription;
  const isOwner = subscription.userId === uid;
  const payer = usePayer(uid, currency);
  const organizations = useOrganizations(organizationId === null ? [] : [organizationId]);
  const invoices = useSubscriptionInvoices(subscription);
  const attempts = useDunningAttempts(id);
  const openId = openInvoiceId ?? pendingUpgrade?.invoiceId ?? null;
  const open = useInvoices(openId === null ? [] : [openId]);
  const [openInvoice = null] = open.status === 'ready' ? open.data : [];
  const methods = payer === null ? [] : usableMethods(payer, currency);
  return (
    <>
      <SubscriptionNotice subscription={subscription} mayResume={isOwner} />
      {openInvoice !== null && isPayable(openInvoice) && payer !== null && attempt === null && (
        <OpenInvoice key={openInvoice.id} invoice={openInvoice} payer={payer} />
      )}
      <SubscriptionFacts
        subscription={subscription}
        methods={payer?.methods ?? []}
        account={organizations.status === 'ready' ? (organizations.data[0]?.name ?? null) : null}
        changeWay={
          isOwner && payer !== null && subscription.status !== 'CANCELLED' ? (
            <ChangeWay
              subscription={subscription}
              methods={methods}
              balance={payer.wallet?.balance ?? 0}
              openInvoice={openInvoice}
            />
          ) : null
        }
      />
      {isOwner ? (
        <Acts subscription={subscription} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('detail.notOwner')}
        </Text>
      )}
      <section aria-label={t('detail.invoices')} className={classes.section}>
        <Title order={2}>{t('detail.invoices')}</Title>
        {invoices.status === 'ready' &&
          (invoices.data.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('detail.noInvoices')}
            </Text>
          ) : (
            <InvoiceTable caption={t('detail.invoices')} invoices={invoices.data} hrefOf={paths.invoice} />
          ))}
        {invoices.status === 'failed' && <LiveProblemView {...invoices} />}
      </section>
      {attempts.status === 'ready' && <AttemptList attempts={attempts.data} currency={currency} />}
      {attempts.status === 'failed' && <LiveProblemView {...attempts} />}
    </>
  );
}

/** Kept cards whose gateway takes the currency. */
function usableMethods({ country, methods }: Payer, currency: string) {
  const gateways = gatewaysFor({ country, currency });
  return inOrder(methods).filter(({ gateway }) => gateways.includes(gateway));
}

/** What waits to be paid, paid here: the status above changes by itself. */
function OpenInvoice({ invoice, payer }: { invoice: Stored<Invoice>; payer: Payer }) {
  const { t } = useTranslation('subscriptions');
  const payments = useInvoicePayments(invoice.id, readerOf(invoice.organizationId, payer.uid));
  return (
    <section aria-label={t('detail.open')} className={classes.section}>
      <AmountDue invoice={invoice} />
      <Anchor component={Link} href={paths.invoice(invoice.id)} size="sm">
        {t('detail.toInvoice')}
      </Anchor>
      {payments.status === 'ready' && (
        <PayPanel invoices={[invoice]} payments={payments.data} payer={payer} onPaid={() => undefined} />
      )}
      {payments.status === 'failed' && <LiveProblemView {...payments} />}
    </section>
  );
}

type ChangeWayProps = Omit<Parameters<typeof ChangeWayDialog>[0], 'onClose'>;

function ChangeWay(props: ChangeWayProps) {
  const { t } = useTranslation('subscriptions');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {t('way.change')}
      </Button>
      {isOpen && (
        <ChangeWayDialog
          {...props}
          onClose={() => {
            setIsOpen(false);
          }}
        />
      )}
    </>
  );
}

/** What its owner may do with a subscription in its state; the server decides again. */
function Acts({ subscription }: { subscription: Stored<Subscription> }) {
  const { t } = useTranslation('subscriptions');
  const [isCancelling, setIsCancelling] = useState(false);
  const { id, status, cancelAtPeriodEnd, openInvoiceId, pendingUpgrade } = subscription;
  if (status === 'CANCELLED') {
    return (
      <div>
        <Button component={Link} href={paths.subscriptions} variant="default">
          {t('detail.again')}
        </Button>
      </div>
    );
  }
  const mayChange =
    status === 'ACTIVE' && !cancelAtPeriodEnd && openInvoiceId === null && pendingUpgrade === null;
  return (
    <Group gap="sm">
      {mayChange && (
        <Button component={Link} href={paths.changePlan(id)} variant="default">
          {t('detail.changePlan')}
        </Button>
      )}
      <Button
        variant="subtle"
        color="red"
        c="var(--mantine-color-error)"
        onClick={() => {
          setIsCancelling(true);
        }}
      >
        {t('detail.cancel')}
      </Button>
      {isCancelling && (
        <CancelDialog
          subscription={subscription}
          onClose={() => {
            setIsCancelling(false);
          }}
        />
      )}
    </Group>
  );
}
