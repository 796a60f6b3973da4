import type { Firestore } from 'firebase-admin/firestore';
import { gatewayNamed } from '../gateways/registry';
import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import type { GatewayName } from '../schema/payment';
import { gatewayName } from '../schema/payment';
import type { MethodsAnswer, PaymentMethod } from '../schema/payment-method';
import { methodsRequest } from '../schema/payment-method';
import type { GatewayIdentity } from '../schema/user';
import { handleOf } from './rules/gateway-identity';
import { methodId } from './rules/keep-method';
import type { MethodList } from './rules/sync-methods';
import { syncMethods } from './rules/sync-methods';

/**
 * `payment.methods`: the caller's kept cards, as their gateways have them at this moment; what our records do not tell
 * is noted there. The portal's own list is a listener on those records, which events keep up to date.
 *
 * @throws BillingError GATEWAY_UNAVAILABLE
 */
export const methods = operation({
  request: methodsRequest,
  allowed: 'signedIn',
  run: async (_request, { caller, db, now }): Promise<MethodsAnswer> => {
    const userId = caller.uid;
    // In this order: a card that is recorded while a gateway answers must not be taken for one that it has forgotten.
    const [recorded, identity] = await Promise.all([
      recordedMethods(db, userId),
      identityOf(db, userId, now),
    ]);
    const lists = await Promise.all(
      gatewayName.options.map((gateway) => listOf(gateway, identity, recorded)),
    );
    const ids = [...new Set(lists.flatMap(namesIn))];
    return transact(db, now, async (get) => {
      const found = await get({
        identity: paths.gatewayIdentity(userId),
        methods: ids.map(paths.paymentMethod),
      });
      const records = ids.map((id, index) => ({ id, method: found.methods[index] ?? null }));
      return syncMethods({ ...found, methods: records }, { userId, lists }, now);
    });
  },
});

type Recorded = Pick<PaymentMethod, 'gateway' | 'gatewayMethodId'>;

async function recordedMethods(db: Firestore, userId: string): Promise<Recorded[]> {
  const kept = db.collection('paymentMethods').where('userId', '==', userId).where('removedAt', '==', null);
  return (await kept.get()).docs.map((document) => document.data() as PaymentMethod);
}

function identityOf(db: Firestore, userId: string, now: Date): Promise<GatewayIdentity | null> {
  return transact(db, now, async (get) => {
    const { identity } = await get({ identity: paths.gatewayIdentity(userId) });
    return { writes: [], result: identity };
  });
}

/** A gateway that keeps no cards here, or does not know the customer, has none of theirs. */
async function listOf(
  name: GatewayName,
  identity: GatewayIdentity | null,
  all: readonly Recorded[],
): Promise<MethodList> {
  const recorded = all.filter(({ gateway }) => gateway === name).map((method) => method.gatewayMethodId);
  const handle = handleOf(identity, name);
  const saved = handle === null ? null : (await gatewayNamed(name)).savedMethods();
  const listed = handle === null || saved === null ? [] : await saved.list(handle);
  return { gateway: name, listed, recorded };
}

function namesIn({ gateway, listed, recorded }: MethodList): string[] {
  return [...listed.map((method) => method.gatewayMethodId), ...recorded].map((gatewayMethodId) =>
    methodId(gateway, gatewayMethodId),
  );
}
