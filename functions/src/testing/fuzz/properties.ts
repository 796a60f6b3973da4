import { inspect, isDeepStrictEqual } from 'node:util';
import type { Documents } from '../documents';
import type { NewsHistory } from './any-history';
import type { Patience } from './command';
import { Disagreement, PATIENT } from './command';
import { endProblems } from './end-problems';
import type { Action, Delivery, History } from './history';
import { AT_ONCE } from './history';
import { outcome } from './outcome';
import type { Fault, OutsideCalls } from './outside-calls';
import { outsideCalls } from './outside-calls';
import { play } from './play';
import { reconcile } from './reconcile';
import { stepProblems } from './step-problems';
import type { NewStorage, Note, World } from './world';
import { buildWorld } from './world';

interface Run {
  readonly calls?: OutsideCalls;
  readonly patience?: Patience;
  readonly note?: Note;
  readonly pace?: number;
}

/** In hours: nobody who tries again after a crash is late for what comes next. */
const UNHURRIED = 0.2;

const silent: Note = () => undefined;

/** Plays a history to its end and checks it after every step; what is left to compare is the world that it left. */
async function run(
  newStorage: NewStorage,
  history: History,
  { calls = outsideCalls(), patience = PATIENT, note = silent, pace = 0 }: Run = {},
): Promise<World> {
  const world = await buildWorld(await newStorage(), calls, note);
  let before = await world.documents();
  const afterEach = async () => {
    const after = await world.documents();
    assertNone(stepProblems(before, after, { attempts: world.gateways.attempts, now: world.now() }));
    before = after;
  };
  const lost = await play(world, history, { afterEach, patience, pace });
  await reconcile(world, lost, patience);
  await afterEach();
  assertNone(endProblems(before, world));
  for (const { callee, when, dies } of calls.struck) {
    note(`crash: ${callee}, ${when}${dies ? ', process gone' : ''}`);
  }
  return world;
}

/** Whatever happens, the books balance after every step, and in the end nothing is lost, doubled or left under way. */
export async function nothingIsLost(newStorage: NewStorage, history: History, note?: Note): Promise<void> {
  await run(newStorage, history, { note });
}

/** The same news late, repeated, reordered, or found out by asking: the same outcome as in order and at once. */
export async function orderDoesNotMatter(
  newStorage: NewStorage,
  { before, news, deliveries }: NewsHistory,
  note?: Note,
): Promise<void> {
  const actions = [...before, ...news];
  const inOrder = await run(newStorage, { actions, deliveries: [AT_ONCE] });
  const otherwise = { actions, deliveries: deliveriesAfter(before, deliveries) };
  assertSame(await outcomeOf(newStorage, otherwise, note), outcome(await inOrder.documents()));
}

async function outcomeOf(newStorage: NewStorage, history: History, note?: Note): Promise<object> {
  return outcome(await (await run(newStorage, history, { note })).documents());
}

/** The events of the top-ups come at once (two of Stripe's a piece); all later ones as planned. */
function deliveriesAfter(before: readonly Action[], deliveries: readonly Delivery[]): Delivery[] {
  const topUps = before.filter(({ do: kind }) => kind === 'pay').length;
  const later = Array.from({ length: 10 }, () => deliveries).flat();
  return [...Array.from({ length: 2 * topUps }, () => AT_ONCE), ...later];
}

/** A crash at one outside call, before or after it took effect, then another try: the same outcome as without. */
export async function crashDoesNotMatter(
  newStorage: NewStorage,
  actions: readonly Action[],
  fault: Fault,
  note?: Note,
): Promise<void> {
  const smooth = await withoutCrash(newStorage, actions);
  const at = 1 + ((fault.at - 1) % Math.max(smooth.calls, 1));
  await sameWithCrash(newStorage, smooth, { ...fault, at }, note);
}

/**
 * The same at each outside call of a history in turn, however it may fail.
 * @returns How many crashes that were.
 */
export async function noCrashMatters(
  newStorage: NewStorage,
  actions: readonly Action[],
  note?: Note,
): Promise<number> {
  const smooth = await withoutCrash(newStorage, actions);
  let count = 0;
  for (let at = 1; at <= smooth.calls; at += 1) {
    for (const when of ['before', 'after'] as const) {
      for (const dies of [false, true]) {
        await sameWithCrash(newStorage, smooth, { at, when, dies }, note);
        count += 1;
      }
    }
  }
  return count;
}

interface Smooth {
  readonly history: History;
  readonly outcome: object;
  /** How many outside calls it made. */
  readonly calls: number;
}

async function withoutCrash(newStorage: NewStorage, actions: readonly Action[]): Promise<Smooth> {
  // What happens between two calls of a command would happen between two others.
  const inTurn = actions.map((action) => ('during' in action ? { ...action, during: 0 as const } : action));
  const history = { actions: inTurn, deliveries: [AT_ONCE] };
  const calls = outsideCalls();
  const world = await run(newStorage, history, { calls, pace: UNHURRIED });
  return { history, outcome: outcome(await world.documents()), calls: calls.count };
}

async function sameWithCrash(
  newStorage: NewStorage,
  smooth: Smooth,
  fault: Fault,
  note?: Note,
): Promise<void> {
  const crashed = await run(newStorage, smooth.history, {
    calls: outsideCalls([fault]),
    note,
    pace: UNHURRIED,
  });
  assertSame(outcome(await crashed.documents()), smooth.outcome);
}

/** Several crashes, after which people try again or do not: whatever came of it, nothing is lost or left under way. */
export async function crashesLoseNothing(
  newStorage: NewStorage,
  history: History,
  faults: readonly Fault[],
  { patience, note }: { readonly patience: Patience; readonly note?: Note },
): Promise<void> {
  await run(newStorage, history, { calls: outsideCalls(faults), patience, note });
}

/** The same history in memory and through the real database: the same documents. */
export async function storagesAgree(
  memory: NewStorage,
  database: NewStorage,
  history: History,
  note?: Note,
): Promise<void> {
  const [here, there] = [await run(memory, history), await run(database, history, { note })];
  assertSame(comparable(await there.documents()), comparable(await here.documents()));
}

/** All documents; those of the audit log, whose ids are made up anew each time, by what they say. */
function comparable(documents: Documents): object {
  const isAudit = (path: string) => path.startsWith('auditLog/');
  return {
    ...Object.fromEntries([...documents].filter(([path]) => !isAudit(path))),
    auditLog: [...documents]
      .filter(([path]) => isAudit(path))
      .map(([, { actorId, actorRole, action, subject, reason, createdAt }]) =>
        JSON.stringify([createdAt, action, subject, actorId, actorRole, reason]),
      )
      .sort(),
  };
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
