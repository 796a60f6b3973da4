import type { Subscription } from '@hyble/billing-functions/src/schema/subscription';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/browser-state';
import { useFormat } from '../../lib/format';
import { outlookOf } from '../../lib/subscription-outlook';

/** What happens next to a subscription, in finance's few words. */
export function NextWords({ subscription }: { subscription: Subscription }) {
  const { t } = useTranslation('console');
  const format = useFormat();
  const outlook = outlookOf(subscription, useNow(60_000));
  switch (outlook.kind) {
    case 'NOT_STARTED':
    case 'TRIAL':
      return t(`subscriptions.nexts.${outlook.kind}`, { date: format.day(outlook.until) });
    case 'RENEWS':
    case 'ENDS':
    case 'CANCELLED':
      return t(`subscriptions.nexts.${outlook.kind}`, { date: format.day(outlook.at) });
    case 'PAST_DUE':
      return t(`subscriptions.nexts.${outlook.next}`, { date: format.day(outlook.at) });
    case 'SUSPENDED':
      return t('subscriptions.nexts.SUSPENDED', {
        date: format.day(subscription.suspendedAt ?? subscription.updatedAt),
      });
    case 'INVOICE_OPEN':
    case 'COLLECTING':
      return t(`subscriptions.nexts.${outlook.kind}`);
  }
}
