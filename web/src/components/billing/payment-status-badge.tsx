import type { PaymentStatus } from '@hyble/billing-functions/src/schema/payment';
import { IconArrowBackUp, IconCircleCheck, IconCircleX, IconClock, IconLoader } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusChip } from './status-chip';
import type { StatusIcon, StatusMeaning } from './status-chip';

const LOOKS: Record<PaymentStatus, { meaning: StatusMeaning; icon: StatusIcon }> = {
  PENDING: { meaning: 'waiting', icon: IconClock },
  PROCESSING: { meaning: 'moving', icon: IconLoader },
  SUCCEEDED: { meaning: 'good', icon: IconCircleCheck },
  FAILED: { meaning: 'bad', icon: IconCircleX },
  REFUNDED: { meaning: 'neutral', icon: IconArrowBackUp },
};

export function PaymentStatusBadge({ status }: { status: PaymentStatus }) {
  const { t } = useTranslation();
  return <StatusChip {...LOOKS[status]} label={t(`paymentStatuses.${status}`)} />;
}
