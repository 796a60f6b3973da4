import type { Plan } from '@hyble/billing-functions/src/schema/plan';
import type { Subscription } from '@hyble/billing-functions/src/schema/subscription';
import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'wouter';
import { BackLink } from '../../components/back-link';
import { PlanPicker } from '../../components/billing/plan-picker';
import { Delayed } from '../../components/delayed';
import { Empty } from '../../components/empty';
import { PageTitle } from '../../components/page-title';
import { LiveProblemView } from '../../components/problem';
import { ChangePreview } from '../../features/subscriptions/change-preview';
import { usePlansOnSale } from '../../features/subscriptions/use-plans';
import { useSubscription } from '../../features/subscriptions/use-subscription';
import type { Stored } from '../../lib/documents';
import type { Live } from '../../lib/live';
import { paths } from '../../lib/paths';
import classes from './subscription-page.module.css';

/** Another plan for a subscription: the choice, then what it costs. The plan that is looked at lives in the address. */
export default function ChangePlanPage({ subscriptionId }: { subscriptionId: string }) {
  const { t } = useTranslation('subscriptions');
  const live = useSubscription(subscriptionId);
  const plans = usePlansOnSale();
  const [search] = useSearchParams();
  const planId = search.get('to');
  const subscription = live.status === 'ready' ? live.data : null;
  return (
    <Stack gap="lg" className={classes.page}>
      <BackLink href={paths.subscription(subscriptionId)} label={t('change.back')} />
      {/* What a plan costs is another step, which begins at the title again. */}
      <PageTitle key={planId} text={t('change.title')} />
      {live.status === 'loading' && (
        <Delayed>
          <Skeleton height={320} />
        </Delayed>
      )}
      {live.status === 'failed' && <LiveProblemView {...live} />}
      {live.status === 'ready' && subscription === null && <Empty text={t('detail.missing')} />}
      {subscription !== null && <Change subscription={subscription} plans={plans} wishedId={planId} />}
    </Stack>
  );
}

interface ChangeProps {
  readonly subscription: Stored<Subscription>;
  readonly plans: Live<readonly Stored<Plan>[]>;
  /** Null while none is chosen. */
  readonly wishedId: string | null;
}

function Change({ subscription, plans, wishedId }: ChangeProps) {
  const [, navigate] = useLocation();
  const { id, currency, planId, billingPeriod, pendingTerms } = subscription;
  const sold = plans.status === 'ready' ? plans.data.filter((plan) => plan.currency === currency) : [];
  const wished = sold.find((plan) => plan.id === wishedId);
  if (wished !== undefined) {
    return (
      <ChangePreview
        key={wished.id}
        subscription={subscription}
        plan={wished}
        onChanged={() => {
          navigate(paths.subscription(id));
        }}
      />
    );
  }
  return (
    <PlanPicker
      plans={plans.status === 'ready' ? { ...plans, data: sold } : plans}
      current={{ planId, billingPeriod }}
      leadsBack={pendingTerms !== null}
      hrefOf={(to) => paths.changePlan(id, to)}
    />
  );
}
