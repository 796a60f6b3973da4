import { screen } from '@testing-library/react';
import { dunningWith, subscriptionWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { useSubscriptionNews } from './use-subscription-news';

function Listener({ subscription }: { subscription: ReturnType<typeof subscriptionWith> }) {
  useSubscriptionNews([subscription]);
  return null;
}

it.each(['en', 'tr'] as const)(
  '%s: announces that a payment failed, and that all is well again',
  async (locale) => {
    const active = subscriptionWith();
    const { update } = await renderInApp(<Listener subscription={active} />, { locale });
    const news = () => screen.getByRole('status').textContent;
    expect(news()).toBe('');
    update(<Listener subscription={subscriptionWith({ status: 'PAST_DUE', dunning: dunningWith() })} />);
    const pastDue = news();
    expect(pastDue).toContain('Pro');
    update(<Listener subscription={active} />);
    expect(news()).toContain('Pro');
    expect(news()).not.toBe(pastDue);
  },
);
