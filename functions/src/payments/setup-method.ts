import { gatewayNamed } from '../gateways/registry';
import { actorOf } from '../platform/auth';
import { BillingError, must } from '../platform/errors';
import { derivedId } from '../platform/ids';
import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import { auditWrite } from '../finance/rules/audit';
import { paths } from '../schema/paths';
import type { SetupMethodAnswer } from '../schema/payment-method';
import { setupMethodRequest } from '../schema/payment-method';
import { asGatewayCustomer } from './gateway-customer';
import { methodRefused } from './method-refused';
import { gatewaysFor } from './rules/choose-gateway';
import { handleOf } from './rules/gateway-identity';

const SETUP_ID_LENGTH = 20;

/**
 * `payment.setupMethod`: opens a gateway's page on which the caller enters a card to keep; nothing is charged. The card
 * itself arrives as an event. Without a wish it is the first gateway for this customer that has such a page.
 *
 * @throws BillingError SAVED_METHODS_OFF when there is none, PAYMENT_METHOD_REFUSED, GATEWAY_RESULT_UNKNOWN
 */
export const setupMethod = operation({
  request: setupMethodRequest,
  allowed: 'signedIn',
  run: async (request, { caller, db, now }): Promise<SetupMethodAnswer> => {
    const { uid: userId } = caller;
    const actor = actorOf(caller);
    const { user, identity } = await transact(db, now, async (get) => {
      const found = await get({ user: paths.user(userId), identity: paths.gatewayIdentity(userId) });
      return {
        writes: [auditWrite(actor, 'payment.setupMethod', paths.user(userId))],
        result: { ...found, user: must(found.user, 'USER_NOT_FOUND', { userId }) },
      };
    });
    const setupId = derivedId(SETUP_ID_LENGTH, userId, request.setupId);
    for (const name of request.gateway === undefined ? gatewaysFor(user) : [request.gateway]) {
      const methods = (await gatewayNamed(name)).savedMethods();
      if (methods === null) continue;
      const customer = { gateway: name, methods, userId, user, gatewayCustomerId: handleOf(identity, name) };
      const { locale } = user;
      const page = await methodRefused(name, 'startSetup', () =>
        asGatewayCustomer(db, customer, now, async (gatewayCustomerId) =>
          gatewayCustomerId === null
            ? null
            : methods.startSetup({ userId, gatewayCustomerId, setupId, locale }),
        ),
      );
      if (page !== null) return { url: page.url, expiresAt: page.expiresAt.toISOString() };
    }
    throw new BillingError('SAVED_METHODS_OFF');
  },
});
