import { bookFee, compareReport } from '../../finance/rules/compare-report';
import { gatewayNamed } from '../../gateways/registry';
import { check } from '../../payments/check';
import { transact } from '../../platform/transact';
import { paths } from '../../schema/paths';
import type { Difference } from '../../schema/difference';
import type { GatewayName, Payment } from '../../schema/payment';
import { gatewayName } from '../../schema/payment';
import { inCollection } from '../documents';
import type { Patience } from './command';
import { Disagreement, give } from './command';
import type { Attempt } from './simulated-gateway';
import type { World } from './world';

/**
 * Holds the gateways' reports against our payments: fees are booked, and what differs is named. It may be nothing but
 * what no gateway told us of: a refund in PayTR's panel, or money whose only notice got lost after a failure was
 * reported. Finance then asks the gateway about exactly these, and nothing differs any more.
 * @param lost The payments of which PayTR's news got lost.
 */
export async function reconcile(world: World, lost: ReadonlySet<string>, patience: Patience): Promise<void> {
  for (const gateway of gatewayName.options) {
    const differing = await compare(world, gateway, patience);
    for (const { kind, paymentId, gatewayPaymentId } of differing) {
      const attempt = world.gateways.attempts.find((one) => one.paymentId === paymentId);
      if (attempt === undefined || !isUntold(attempt, kind, lost)) {
        throw new Disagreement(`${gateway}: ${kind} of ${gatewayPaymentId ?? 'a payment'}`);
      }
      world.note(`report: ${kind}`);
      await ask(world, attempt, patience);
    }
    const left = await compare(world, gateway, patience);
    if (left.length > 0) throw new Disagreement(`${gateway}: ${left.map(({ kind }) => kind).join()} remains`);
  }
}

async function compare(world: World, gateway: GatewayName, patience: Patience) {
  const payments = inCollection<Payment>(await world.documents(), 'payments/*');
  const ours = payments.filter((payment) => payment.gateway === gateway);
  const rows = await (await gatewayNamed(gateway)).dayReport('2026-03-02');
  const { differences, fees } = compareReport(gateway, { ours, rows, around: [] });
  for (const { paymentId, fee } of fees) {
    const run = () =>
      transact(world.db, world.now(), async (get) => {
        const { payment } = await get({ payment: paths.payment(paymentId) });
        return { writes: bookFee(payment, { paymentId, gateway, fee }, world.now()), result: null };
      });
    await give(world, { name: 'book', run }, patience);
  }
  return differences.map(({ fields }) => fields);
}

/** Whether no news that arrived could have told us of it. */
function isUntold(
  { gateway, paymentId, refundedInPanel }: Attempt,
  kind: Difference['kind'],
  lost: ReadonlySet<string>,
): boolean {
  if (gateway !== 'paytr') return false;
  if (kind === 'REFUND_DIFFERS') return refundedInPanel > 0 || lost.has(paymentId);
  return kind === 'PAYMENT_NOT_SETTLED' && lost.has(paymentId);
}

async function ask(world: World, { paymentId }: Attempt, patience: Patience): Promise<void> {
  await give(world, { name: 'ask', run: () => check.run({ paymentId }, world.context()) }, patience);
}
