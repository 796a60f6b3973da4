import type { CheckoutSession } from '../../schema/payment';
import type { Checkout } from '../gateway';
import { LIFETIME_MINUTES } from './card-form';
import { paytrConfig } from './config';
import { directFields } from './direct';
import { toMerchantOid } from './merchant-oid';

/**
 * Where the browser posts a card that is paid with and kept. PayTR is not asked: it hears of the payment from the browser,
 * which shows the form, or never. It keeps cards in a payment only (PayTR's "Kart Saklama API, Yeni Kart Ekleme").
 */
export function keepCardForm(checkout: Checkout): CheckoutSession {
  return {
    kind: 'CARD_FORM',
    method: 'card',
    url: `${paytrConfig().apiUrl}/odeme`,
    gatewayCheckoutId: toMerchantOid(checkout),
    expiresAt: new Date(checkout.startedAt.getTime() + LIFETIME_MINUTES * 60_000),
  };
}

/** What is posted there beside the card: signed, so that the browser cannot change what is paid, or for whom. */
export function keepCardFields(checkout: Checkout): Record<string, string> {
  const { gatewayCustomerId } = checkout;
  return {
    ...directFields(checkout, true),
    store_card: '1',
    // Without it PayTR would begin another customer, whose cards nobody could find.
    ...(gatewayCustomerId === null ? {} : { utoken: gatewayCustomerId }),
  };
}
