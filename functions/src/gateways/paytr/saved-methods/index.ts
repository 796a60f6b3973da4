import type { SavedMethods } from '../../gateway';
import { charge } from './charge';
import { createCustomer } from './create-customer';
import { detach } from './detach';
import { list } from './list';

/**
 * Cards kept by PayTR, which stores them on a token of the customer (utoken). A card is kept only in a payment by its
 * Direct API, whose form posts to PayTR (`keep-card-form.ts`); its iFrame keeps none.
 */
export const savedMethods: SavedMethods = {
  createCustomer,
  // It is told who pays with every payment, and keeps nothing of it with the cards.
  updateCustomer: () => Promise.resolve(),
  startSetup: () => Promise.resolve(null),
  list,
  detach,
  charge,
};
