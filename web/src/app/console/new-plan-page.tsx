import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { BackLink } from '../../components/back-link';
import { PageTitle } from '../../components/page-title';
import { createPlan } from '../../features/subscriptions/manage-plan';
import { emptyPlan } from '../../features/subscriptions/plan-draft';
import { PlanForm } from '../../features/subscriptions/plan-form';
import { consolePaths } from '../../lib/console-paths';
import { useFormat } from '../../lib/format';
import classes from './editor-page.module.css';

/** Puts a plan on sale. One request id for the page: however often it is sent, one plan is made. */
export default function NewPlanPage() {
  const { t } = useTranslation('console');
  const { locale } = useFormat();
  const [, navigate] = useLocation();
  const [requestId] = useState(() => crypto.randomUUID());
  return (
    <Stack gap="lg" className={classes.page}>
      <BackLink href={consolePaths.plans} label={t('plans.back')} />
      <PageTitle text={t('plans.newTitle')} />
      <PlanForm
        initial={emptyPlan(locale)}
        isStored={false}
        onSave={async (wish) => {
          const { planId } = await createPlan({ requestId, ...wish });
          navigate(consolePaths.plan(planId), { replace: true });
        }}
      />
    </Stack>
  );
}
