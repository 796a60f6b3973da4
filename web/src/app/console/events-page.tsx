import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { Empty } from '../../components/empty';
import { LinkTabs } from '../../components/link-tabs';
import { PageTitle } from '../../components/page-title';
import { EventList } from '../../features/finance/event-list';
import { EVENT_FILTERS, useGatewayEvents } from '../../features/finance/use-gateway-events';
import { AskGatewayButton } from '../../features/payments/ask-gateway-button';
import { paths } from '../../lib/paths';

/** What gateways told us; the filter lives in the address. */
export default function EventsPage() {
  const { t } = useTranslation('console');
  const [search] = useSearchParams();
  const filter = EVENT_FILTERS.find((known) => known === search.get('show')) ?? null;
  const events = useGatewayEvents(filter);
  return (
    <Stack gap="lg">
      <PageTitle text={t('events.title')} />
      <LinkTabs
        label={t('events.filter')}
        tabs={[null, ...EVENT_FILTERS].map((known) => ({
          label: known === null ? t('events.all') : t(`events.filters.${known}`),
          href: paths.consoleEventsBy(known),
          isCurrent: known === filter,
        }))}
      />
      <EventList
        events={events}
        askOf={(paymentId) => <AskGatewayButton paymentId={paymentId} isSmall />}
        empty={
          filter === null ? (
            <Empty text={t('events.empty')} />
          ) : (
            <Empty
              text={t(filter === 'WAITING' ? 'events.noneWaiting' : 'events.noMatch')}
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
