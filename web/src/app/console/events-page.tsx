import type { GatewayEventRecord } from '@hyble/billing-functions/src/schema/gateway-event';
import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { Empty } from '../../components/empty';
import { LinkTabs } from '../../components/link-tabs';
import { PageTitle } from '../../components/page-title';
import { EventList } from '../../features/finance/event-list';
import { useGatewayEvents } from '../../features/finance/use-gateway-events';
import { AskGatewayButton } from '../../features/payments/ask-gateway-button';
import { paths } from '../../lib/paths';

const OUTCOMES: readonly GatewayEventRecord['outcome'][] = ['APPLIED', 'IGNORED', 'FAILED'];

/** What gateways told us; the filter lives in the address. */
export default function EventsPage() {
  const { t } = useTranslation('console');
  const [search] = useSearchParams();
  const outcome = OUTCOMES.find((known) => known === search.get('outcome')) ?? null;
  const events = useGatewayEvents(outcome);
  return (
    <Stack gap="lg">
      <PageTitle text={t('events.title')} />
      <LinkTabs
        label={t('events.filter')}
        tabs={[null, ...OUTCOMES].map((known) => ({
          label: known === null ? t('events.all') : t(`events.outcomes.${known}`),
          href: paths.consoleEventsBy(known),
          isCurrent: known === outcome,
        }))}
      />
      <EventList
        events={events}
        askOf={(paymentId) => <AskGatewayButton paymentId={paymentId} isSmall />}
        empty={
          outcome === null ? (
            <Empty text={t('events.empty')} />
          ) : (
            <Empty
              text={t('events.noMatch')}
              action={
                <Button component={Link} href={paths.consoleEvents} variant="default">
                  {t('clearFilters')}
                </Button>
              }
            />
          )
        }
      />
    </Stack>
  );
}
