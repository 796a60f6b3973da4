import { gatewaysFor } from '@hyble/billing-functions/src/payments/rules/choose-gateway';
import type { Plan } from '@hyble/billing-functions/src/schema/plan';
import { Button, Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearchParams } from 'wouter';
import { BackLink } from '../../components/back-link';
import { PlanSummary } from '../../components/billing/plan-picker';
import { Delayed } from '../../components/delayed';
import { Empty } from '../../components/empty';
import { PageTitle } from '../../components/page-title';
import { LiveProblemView } from '../../components/problem';
import { inOrder } from '../../features/payments/use-payment-methods';
import { StartForm } from '../../features/subscriptions/start-form';
import { usePlan } from '../../features/subscriptions/use-plans';
import type { Stored } from '../../lib/documents';
import { paths } from '../../lib/paths';
import { useVisitor } from '../../lib/session';
import classes from './subscription-page.module.css';
import { usePayer } from './use-payer';

/** Between a plan and its subscription: what it costs, and how to pay. Other modules may link here. */
export default function NewSubscriptionPage({ planId }: { planId: string }) {
  const { t } = useTranslation('subscriptions');
  const [search] = useSearchParams();
  const account = search.get('account');
  const live = usePlan(planId);
  const plan = live.status === 'ready' ? live.data : null;
  return (
    <Stack gap="lg" className={classes.page}>
      <BackLink href={paths.subscriptionsBy(account)} label={t('start.back')} />
      <PageTitle text={plan === null ? t('start.heading') : t('start.title', { plan: plan.name })} />
      {live.status === 'loading' && (
        <Delayed>
          <Skeleton height={320} />
        </Delayed>
      )}
      {live.status === 'failed' && <LiveProblemView {...live} />}
      {live.status === 'ready' && plan?.isActive !== true && (
        <Empty
          text={plan === null ? t('start.missing') : t('start.inactive')}
          action={
            <Button component={Link} href={paths.subscriptionsBy(account)} variant="default">
              {t('start.toPlans')}
            </Button>
          }
        />
      )}
      {plan?.isActive === true && <Start plan={plan} account={account} />}
    </Stack>
  );
}

function Start({ plan, account }: { plan: Stored<Plan>; account: string | null }) {
  const { uid } = useVisitor();
  const [, navigate] = useLocation();
  const payer = usePayer(uid, plan.currency);
  return (
    <div className={classes.start}>
      <div className={classes.plan}>
        <PlanSummary plan={plan} />
      </div>
      {payer === null ? (
        <Delayed>
          <Skeleton height={280} />
        </Delayed>
      ) : (
        <StartForm
          plan={plan}
          organizationId={account}
          methods={inOrder(payer.methods).filter(({ gateway }) =>
            gatewaysFor({ country: payer.country, currency: plan.currency }).includes(gateway),
          )}
          balance={payer.wallet?.balance ?? 0}
          onStarted={(subscriptionId) => {
            navigate(paths.subscription(subscriptionId), { replace: true });
          }}
        />
      )}
    </div>
  );
}
