import type { PaymentWay, Subscription } from '../../schema/subscription';
import { aSubscription } from '../testing/subscription-factory';
import { needsMethod } from './needs-method';

const way = (paymentMethodId: string | null, kind: PaymentWay['kind'] = 'CARD'): Partial<Subscription> => ({
  paymentWay: { kind, paymentMethodId, useWallet: false },
});

test.each<[string, Partial<Subscription>, boolean, boolean]>([
  ['names the card', way('visa'), false, true],
  ['names another card', way('troy'), true, false],
  ['takes the default card, which this is', way(null), true, true],
  ['takes the default card, which this is not', way(null), false, false],
  ['is paid by link', way(null, 'LINK'), true, false],
  ['is past due', { ...way('visa'), status: 'PAST_DUE', openInvoiceId: 'invoice-1' }, false, true],
  ['is suspended', { ...way('visa'), status: 'SUSPENDED', openInvoiceId: 'invoice-1' }, false, true],
  ['is over', { ...way('visa'), status: 'CANCELLED' }, false, false],
  ['ends with its period', { ...way('visa'), cancelAtPeriodEnd: true }, false, false],
  [
    'ends with its period and owes something',
    { ...way('visa'), cancelAtPeriodEnd: true, openInvoiceId: 'invoice-1' },
    false,
    true,
  ],
])('a subscription that %s', (_edge, override, isDefault, expected) => {
  expect(needsMethod(aSubscription(override), { id: 'visa', isDefault })).toBe(expected);
});
