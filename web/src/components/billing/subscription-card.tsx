import type { Subscription } from '@hyble/billing-functions/src/schema/subscription';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useNow } from '../../lib/browser-state';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import { outlookOf } from '../../lib/subscription-outlook';
import { usePeriodPrice } from './period-price';
import classes from './subscription-card.module.css';
import { SubscriptionStatusBadge } from './subscription-status-badge';

interface SubscriptionCardProps {
  readonly subscription: Stored<Subscription>;
  readonly href: string;
}

/** A subscription at a glance: plan, status, price, and what comes next. */
export function SubscriptionCard({ subscription, href }: SubscriptionCardProps) {
  const priceOf = usePeriodPrice();
  const { currency, planName } = subscription;
  return (
    <article className={classes.card}>
      <div className={classes.line}>
        <Link href={href} className={classes.link}>
          {planName}
        </Link>
        <SubscriptionStatusBadge subscription={subscription} />
      </div>
      <div className={classes.line}>
        <span className={classes.outlook}>
          <OutlookSentence subscription={subscription} />
        </span>
        <span className={classes.price}>{priceOf(subscription, currency)}</span>
      </div>
    </article>
  );
}

function OutlookSentence({ subscription }: { subscription: Subscription }) {
  const { t } = useTranslation('subscriptions');
  const format = useFormat();
  const priceOf = usePeriodPrice();
  const outlook = outlookOf(subscription, useNow(60_000));
  switch (outlook.kind) {
    case 'NOT_STARTED':
      return t('outlook.NOT_STARTED', { date: format.day(outlook.until) });
    case 'TRIAL':
      return t('outlook.TRIAL', {
        date: format.day(outlook.until),
        price: priceOf(subscription, subscription.currency),
      });
    case 'RENEWS':
    case 'ENDS':
    case 'CANCELLED':
      return t(`outlook.${outlook.kind}`, { date: format.day(outlook.at) });
    case 'PAST_DUE':
      return t('outlook.PAST_DUE', { date: format.day(outlook.suspendsAt) });
    case 'INVOICE_OPEN':
    case 'COLLECTING':
    case 'SUSPENDED':
      return t(`outlook.${outlook.kind}`);
  }
}
