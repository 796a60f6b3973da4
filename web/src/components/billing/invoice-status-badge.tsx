import type { InvoiceStatus } from '@hyble/billing-functions/src/schema/invoice';
import {
  IconAlertCircle,
  IconBan,
  IconCircleCheck,
  IconCircleHalf2,
  IconClock,
  IconPencil,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusChip } from './status-chip';
import type { StatusIcon, StatusMeaning } from './status-chip';

const LOOKS: Record<InvoiceStatus, { meaning: StatusMeaning; icon: StatusIcon }> = {
  DRAFT: { meaning: 'neutral', icon: IconPencil },
  PENDING: { meaning: 'waiting', icon: IconClock },
  PARTIAL: { meaning: 'part', icon: IconCircleHalf2 },
  PAID: { meaning: 'good', icon: IconCircleCheck },
  OVERDUE: { meaning: 'bad', icon: IconAlertCircle },
  CANCELLED: { meaning: 'neutral', icon: IconBan },
};

export function InvoiceStatusBadge({ status }: { status: InvoiceStatus }) {
  const { t } = useTranslation();
  return <StatusChip {...LOOKS[status]} label={t(`invoiceStatuses.${status}`)} />;
}
