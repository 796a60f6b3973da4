import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BackLink } from '../../components/back-link';
import { LiveRecord } from '../../components/live-record';
import { PageTitle } from '../../components/page-title';
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
      <LiveRecord live={live} missing={t('plans.missing')}>
        {(found) => (
          <PlanForm
            initial={draftOf(found, locale)}
            isStored
            onSave={async ({ name, description, price, taxRate, features, trialDays }, isActive) => {
              const changed = { name, description, price, taxRate, features, trialDays, isActive };
              await updatePlan({ planId, ...changed });
            }}
          />
        )}
      </LiveRecord>
    </Stack>
  );
}
