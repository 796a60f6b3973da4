import Stripe from 'stripe';
import { newId } from '../ids';
import type { Call } from '../world';

export interface NewLineItem {
  currency: string;
  name: string;
  quantity: number;
  taxBehavior?: string | undefined;
  /** Minor units. */
  unitAmount: number;
  metadata?: Record<string, string> | undefined;
}

/** A line of a session with the price made for it. */
export function createLineItem(call: Call, given: NewLineItem): Stripe.LineItem {
  const amount = given.unitAmount * given.quantity;
  return {
    id: newId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: given.currency,
    description: given.name,
    metadata: given.metadata ?? {},
    price: {
      id: newId('price'),
      object: 'price',
      active: false,
      billing_scheme: 'per_unit',
      created: call.now,
      currency: given.currency,
      custom_unit_amount: null,
      livemode: false,
      lookup_key: null,
      metadata: {},
      nickname: null,
      product: newId('prod'),
      recurring: null,
      tax_behavior: given.taxBehavior ?? 'unspecified',
      tiers_mode: null,
      transform_quantity: null,
      type: 'one_time',
      unit_amount: given.unitAmount,
      unit_amount_decimal: Stripe.Decimal.from(String(given.unitAmount)),
    },
    quantity: given.quantity,
  };
}
