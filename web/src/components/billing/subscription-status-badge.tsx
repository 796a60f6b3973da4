import type { Subscription } from '@hyble/billing-functions/src/schema/subscription';
import { IconAlertTriangle, IconBan, IconCircleCheck, IconClock, IconPlayerPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { standingOf } from '../../lib/subscription-outlook';
import type { SubscriptionStanding } from '../../lib/subscription-outlook';
import { StatusChip } from './status-chip';
import type { StatusIcon, StatusMeaning } from './status-chip';

const LOOKS: Record<SubscriptionStanding, { meaning: StatusMeaning; icon: StatusIcon }> = {
  NOT_STARTED: { meaning: 'waiting', icon: IconClock },
  ACTIVE: { meaning: 'good', icon: IconCircleCheck },
  PAST_DUE: { meaning: 'warn', icon: IconAlertTriangle },
  SUSPENDED: { meaning: 'bad', icon: IconPlayerPause },
  CANCELLED: { meaning: 'neutral', icon: IconBan },
};

export function SubscriptionStatusBadge({
  subscription,
}: {
  subscription: Pick<Subscription, 'status' | 'startedAt'>;
}) {
  const { t } = useTranslation('subscriptions');
  const standing = standingOf(subscription);
  return <StatusChip {...LOOKS[standing]} label={t(`statuses.${standing}`)} />;
}
