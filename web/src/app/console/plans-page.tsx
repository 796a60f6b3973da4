import { Button, Group, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Empty } from '../../components/empty';
import { PageTitle } from '../../components/page-title';
import { PlanList } from '../../features/subscriptions/plan-list';
import { useAllPlans } from '../../features/subscriptions/use-all-plans';
import { consolePaths } from '../../lib/console-paths';

/** What is sold by the period. */
export default function ConsolePlansPage() {
  const { t } = useTranslation('console');
  const plans = useAllPlans();
  const create = (
    <Button component={Link} href={consolePaths.newPlan} leftSection={<IconPlus size={16} aria-hidden />}>
      {t('plans.new')}
    </Button>
  );
  return (
    <Stack gap="lg">
      <Group justify="space-between" gap="md">
        <PageTitle text={t('plans.title')} />
        {create}
      </Group>
      <PlanList plans={plans} empty={<Empty text={t('plans.empty')} />} />
    </Stack>
  );
}
