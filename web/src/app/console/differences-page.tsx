import type { Difference } from '@hyble/billing-functions/src/schema/difference';
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { LinkTabs } from '../../components/link-tabs';
import { PageTitle } from '../../components/page-title';
import { DifferenceList } from '../../features/finance/difference-list';
import { useDifferences } from '../../features/finance/use-differences';
import { paths } from '../../lib/paths';

const STATUSES: readonly Difference['status'][] = ['OPEN', 'RESOLVED'];

/** Where a gateway's books and ours disagree. */
export default function DifferencesPage() {
  const { t } = useTranslation('console');
  const [search] = useSearchParams();
  const status = STATUSES.find((known) => known === search.get('status')) ?? 'OPEN';
  const differences = useDifferences(status);
  return (
    <Stack gap="lg">
      <Stack gap={4}>
        <PageTitle text={t('differences.title')} />
        <Text size="sm" c="dimmed">
          {t('differences.lead')}
        </Text>
      </Stack>
      <LinkTabs
        label={t('differences.filter')}
        tabs={STATUSES.map((known) => ({
          label: t(`differences.statuses.${known}`),
          href: paths.consoleDifferencesBy(known === 'OPEN' ? null : known),
          isCurrent: known === status,
        }))}
      />
      <DifferenceList differences={differences} status={status} />
    </Stack>
  );
}
