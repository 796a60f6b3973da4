import { inspect, isDeepStrictEqual } from 'node:util';
import type { Action, Delivery, History } from './history';
import { AT_ONCE } from './history';
import { endProblems, outcome, stepProblems } from './oracles';
import type { OutsideCalls } from './outside-calls';
import { outsideCalls } from './outside-calls';
import { play } from './play';
import type { Storage, World } from './world';
import { buildWorld } from './world';

/** A new, empty storage for one run. */
export type NewStorage = () => Promise<Storage>;

/** Fails with everything that is wrong. */
export class Disagreement extends Error {
  override readonly name = 'Disagreement';
}

async function run(
  newStorage: NewStorage,
  history: History,
  {
    calls = outsideCalls(),
    isCheckedEachStep = false,
  }: { calls?: OutsideCalls; isCheckedEachStep?: boolean } = {},
): Promise<World> {
  const world = await buildWorld(await newStorage(), calls);
  await play(world, history, async () => {
    if (isCheckedEachStep) assertNone(stepProblems(await world.documents()));
  });
  assertNone(endProblems(await world.documents(), world.gateways.attempts));
  return world;
}

/** Whatever happens, the books balance after every step, and in the end nothing is lost, doubled or left under way. */
export async function nothingIsLost(newStorage: NewStorage, history: History): Promise<void> {
  await run(newStorage, history, { isCheckedEachStep: true });
}

/** The same news late, repeated, reordered, or found out by asking: the same outcome as in order and at once. */
export async function orderDoesNotMatter(
  newStorage: NewStorage,
  { before, news }: { readonly before: Action[]; readonly news: Action[] },
  deliveries: readonly Delivery[],
): Promise<void> {
  const actions = [...before, ...news];
  const inOrder = await run(newStorage, { actions, deliveries: [AT_ONCE] });
  const otherwise = await run(newStorage, {
    actions,
    deliveries: deliveriesAfter(before, deliveries),
  });
  assertSame(outcome(await otherwise.documents()), outcome(await inOrder.documents()));
}

/** The events of the top-ups come at once (two of Stripe's a piece); all later ones as planned. */
function deliveriesAfter(before: readonly Action[], deliveries: readonly Delivery[]): Delivery[] {
  const topUps = before.filter(({ do: kind }) => kind === 'pay').length;
  const later = Array.from({ length: 10 }, () => deliveries).flat();
  return [...Array.from({ length: 2 * topUps }, () => AT_ONCE), ...later];
}

/** A crash at any outside call, before or after it took effect, then another try: the same outcome as without. */
export async function crashesDoNotMatter(
  newStorage: NewStorage,
  actions: readonly Action[],
  crash: { readonly at: number; readonly when: 'before' | 'after' },
): Promise<void> {
  const history = { actions, deliveries: [AT_ONCE] };
  const calls = outsideCalls();
  const smooth = await run(newStorage, history, { calls });
  const at = 1 + ((crash.at - 1) % Math.max(calls.count, 1));
  const crashed = await run(newStorage, history, { calls: outsideCalls({ at, when: crash.when }) });
  assertSame(outcome(await crashed.documents()), outcome(await smooth.documents()));
}

/** The same history in memory and through the real database: the same documents. */
export async function storagesAgree(one: NewStorage, other: NewStorage, history: History): Promise<void> {
  const [here, there] = [await run(one, history), await run(other, history)];
  assertSame(outcome(await there.documents()), outcome(await here.documents()));
}

function assertNone(problems: readonly string[]): void {
  if (problems.length > 0) throw new Disagreement(problems.join('\n'));
}

function assertSame(actual: object, expected: object): void {
  if (isDeepStrictEqual(actual, expected)) return;
  const lines = (value: object) => inspect(value, { depth: 6, breakLength: 160, compact: 8 }).split('\n');
  const [have, want] = [lines(actual), lines(expected)];
  const only = (some: string[], others: string[]) => some.filter((line) => !others.includes(line));
  throw new Disagreement([...only(have, want), 'should be', ...only(want, have)].join('\n'));
}
