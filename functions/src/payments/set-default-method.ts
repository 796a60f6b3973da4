import { actorOf } from '../platform/auth';
import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import { paymentMethodRequest } from '../schema/payment-method';
import { defaultMethod } from './rules/default-method';

/** `payment.setDefaultMethod`: which of the caller's cards is charged when none is named. */
export const setDefaultMethod = operation({
  request: paymentMethodRequest,
  allowed: 'signedIn',
  run: async ({ paymentMethodId }, { caller, db, now }): Promise<Record<string, never>> => {
    const actor = actorOf(caller);
    await transact(db, now, async (get) => {
      const found = await get({
        identity: paths.gatewayIdentity(caller.uid),
        method: paths.paymentMethod(paymentMethodId),
      });
      const formerId = found.identity?.defaultPaymentMethodId ?? null;
      const { former } =
        formerId === null ? { former: null } : await get({ former: paths.paymentMethod(formerId) });
      return defaultMethod({ ...found, former }, { paymentMethodId, actor }, now);
    });
    return {};
  },
});
