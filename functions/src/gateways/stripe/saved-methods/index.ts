import type { SavedMethods } from '../../gateway';
import { charge } from './charge';
import { createCustomer } from './create-customer';
import { detach } from './detach';
import { list } from './list';
import { startSetup } from './start-setup';
import { updateCustomer } from './update-customer';

/** Cards kept on a customer at Stripe. */
export const savedMethods: SavedMethods = {
  createCustomer,
  updateCustomer,
  startSetup,
  list,
  detach,
  charge,
};
