import { people } from './people';
import type { TopUpStory } from './story';

/** Money that customers put into their wallets. */
export function topUpStories(): TopUpStory[] {
  return [
    { key: 'ayse-top-up-1', customer: people.ayse, amount: 200_000, gateway: 'paytr', daysAgo: 95 },
    { key: 'ayse-top-up-2', customer: people.ayse, amount: 150_000, gateway: 'paytr', daysAgo: 41 },
    { key: 'ayse-top-up-3', customer: people.ayse, amount: 50_000, gateway: 'stripe', daysAgo: 6 },
    { key: 'gulsen-top-up', customer: people.gulsen, amount: 5_000, gateway: 'stripe', daysAgo: 60 },
    { key: 'olivia-top-up', customer: people.olivia, amount: 5_000, gateway: 'stripe', daysAgo: 30 },
  ];
}
