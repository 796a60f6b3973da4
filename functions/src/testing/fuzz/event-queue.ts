import type { GatewayEvent } from '../../gateways/gateway';
import type { GatewayEventRecord } from '../../schema/gateway-event';
import { paths } from '../../schema/paths';
import { applyGatewayEvent } from '../../payments/apply-gateway-event';
import type { Patience } from './command';
import { Disagreement, give } from './command';
import type { Delivery } from './history';
import type { World } from './world';

interface Held {
  readonly event: GatewayEvent;
  /** How many further actions it is held back. */
  delay: number;
  readonly copies: number;
}

/** Events on their way to us, each held back, repeated or dropped as the history says. */
export interface EventQueue {
  /** Takes over what has happened at the gateways since the last time. */
  take(): void;
  /** Delivers what is due after one more action. */
  deliverDue(): Promise<void>;
  /** Delivers all that is left, the longest held first, and what was refused again as long as anything is taken. */
  deliverAll(): Promise<void>;
  /** @throws Disagreement when there is news that nobody took, or of which there is no record. */
  assertTaken(): Promise<void>;
  /** Of which payments news was dropped for good: PayTR keeps nothing to be asked for. */
  readonly lost: ReadonlySet<string>;
}

export function eventQueue(world: World, deliveries: readonly Delivery[], patience: Patience): EventQueue {
  let held: Held[] = [];
  let seen = 0;
  const lost = new Set<string>();
  /** Every event that came or could be fetched. */
  const arrived: GatewayEvent[] = [];

  /** Answers whether it was taken. What is refused the gateway sends again, after all that is due now. */
  const deliver = async ({ event, copies }: Held): Promise<boolean> => {
    const run = async () => {
      // PayTR's notices have no time of their own.
      const occurredAt = event.gateway === 'paytr' ? world.now() : event.occurredAt;
      const { result } = await applyGatewayEvent(world.db, { ...event, occurredAt }, world.now());
      world.note(`event: ${result}`);
    };
    for (let copy = 0; copy < copies; copy += 1) {
      if (await give(world, { name: 'event', run }, patience)) continue;
      held.push({ event, delay: 1, copies: 1 });
      return false;
    }
    return true;
  };

  const hold = (event: GatewayEvent, { isDropped, delay, copies }: Delivery) => {
    if (delay > 0) world.note('news: delayed');
    if (copies > 1) world.note('news: repeated');
    if (!isDropped || event.gateway === 'stripe') arrived.push(event);
    if (!isDropped) {
      held.push({ event, delay, copies });
      return;
    }
    world.note('news: dropped');
    if (event.gateway === 'stripe') world.gateways.keepUndelivered(event);
    else if ('payment' in event.fact) lost.add(event.fact.payment.paymentId);
  };

  return {
    lost,
    take: () => {
      for (const event of world.gateways.takeEvents()) {
        const plan = deliveries[seen % deliveries.length];
        seen += 1;
        if (plan === undefined) throw new Error('A history has at least one delivery');
        hold(event, plan);
      }
    },
    deliverDue: async () => {
      const due = held.filter(({ delay }) => delay <= 0);
      held = held.filter(({ delay }) => delay > 0);
      for (const one of held) one.delay -= 1;
      for (const one of due) await deliver(one);
    },
    deliverAll: async () => {
      for (let isTaken = true; isTaken && held.length > 0;) {
        const due = held.toSorted((a, b) => b.delay - a.delay);
        held = [];
        isTaken = false;
        for (const one of due) isTaken = (await deliver(one)) || isTaken;
      }
    },
    assertTaken: async () => {
      const documents = await world.documents();
      const left = held.map(({ event }) => `${event.type} ${event.id}: refused to the end`);
      const unrecorded = arrived
        .map(({ gateway, id }) => paths.gatewayEvent(gateway, id))
        .filter((path) => {
          const record = documents.get(path) as GatewayEventRecord | undefined;
          return record === undefined || record.outcome === 'FAILED';
        })
        .map((path) => `${path}: taken, but not recorded as taken`);
      if (left.length + unrecorded.length > 0) throw new Disagreement([...left, ...unrecorded].join('\n'));
    },
  };
}
