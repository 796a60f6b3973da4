import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BackLink } from '../../components/back-link';
import { Delayed } from '../../components/delayed';
import { Empty } from '../../components/empty';
import { PageTitle } from '../../components/page-title';
import { LiveProblemView } from '../../components/problem';
import { updatePlan } from '../../features/subscriptions/manage-plan';
import { draftOf } from '../../features/subscriptions/plan-draft';
import { PlanForm } from '../../features/subscriptions/plan-form';
import { usePlan } from '../../features/subscriptions/use-plans';
import { consolePaths } from '../../lib/console-paths';
import { useFormat } from '../../lib/format';
import classes from './editor-page.module.css';

/** One plan, to be changed for those who subscribe from now on. */
export default function ConsolePlanPage({ planId }: { planId: string }) {
  const { t } = useTranslation('console');
  const { locale } = useFormat();
  const live = usePlan(planId);
  const plan = live.status === 'ready' ? live.data : null;
  return (
    <Stack gap="lg" className={classes.page}>
      <BackLink href={consolePaths.plans} label={t('plans.back')} />
      <PageTitle text={plan?.name ?? t('plans.title')} />
      {live.status === 'loading' && (
        <Delayed>
          <Skeleton height={420} />
        </Delayed>
      )}
      {live.status === 'failed' && <LiveProblemView {...live} />}
      {live.status === 'ready' && plan === null && <Empty text={t('plans.missing')} />}
      {plan !== null && (
        <PlanForm
          initial={draftOf(plan, locale)}
          isStored
          onSave={async ({ name, description, price, taxRate, features, trialDays }, isActive) => {
            const changed = { name, description, price, taxRate, features, trialDays, isActive };
            await updatePlan({ planId, ...changed });
          }}
        />
      )}
    </Stack>
  );
}
