import type { PaymentMethod } from '@hyble/billing-functions/src/schema/payment-method';
import type { ChangePaymentWayRequest, PaymentWay } from '@hyble/billing-functions/src/schema/subscription';
import type { Stored } from '../../lib/documents';

/** A way to pay as it is chosen on a screen: a kept card's id, CARD or LINK. */
export type WayChoice = string;

/** Whichever card is the default one on the day; offered while there is none yet. */
export const CARD = 'card';
export const LINK = 'link';

type Method = Pick<Stored<PaymentMethod>, 'id' | 'isDefault'>;

/** The choice that a subscription's way of payment is. */
export function choiceOf(
  { kind, paymentMethodId }: Pick<PaymentWay, 'kind' | 'paymentMethodId'>,
  methods: readonly Method[],
): WayChoice {
  if (kind === 'LINK') return LINK;
  return paymentMethodId ?? methods.find(({ isDefault }) => isDefault)?.id ?? CARD;
}

/** What a choice asks the server for: the default card stays whichever is the default, another is named. */
export function wishOf(
  choice: WayChoice,
  methods: readonly Method[],
): Pick<ChangePaymentWayRequest, 'paymentMethodId'> {
  if (choice === LINK) return { paymentMethodId: null };
  const method = methods.find(({ id }) => id === choice);
  return method === undefined || method.isDefault ? {} : { paymentMethodId: method.id };
}
