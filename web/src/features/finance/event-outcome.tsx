import type { GatewayEventRecord } from '@hyble/billing-functions/src/schema/gateway-event';
import { IconBan, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusChip } from '../../components/billing/status-chip';
import type { StatusIcon, StatusMeaning } from '../../components/billing/status-chip';

type Outcome = GatewayEventRecord['outcome'];

const LOOKS: Record<Outcome, { meaning: StatusMeaning; icon: StatusIcon }> = {
  APPLIED: { meaning: 'good', icon: IconCircleCheck },
  IGNORED: { meaning: 'neutral', icon: IconBan },
  FAILED: { meaning: 'bad', icon: IconCircleX },
};

/** What became of a gateway's event. */
export function EventOutcome({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation('console');
  return <StatusChip {...LOOKS[outcome]} label={t(`events.outcomes.${outcome}`)} />;
}
