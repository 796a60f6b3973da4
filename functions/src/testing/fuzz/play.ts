import { markOverdueInvoices } from '../../invoices/mark-overdue';
import { fetchUndeliveredEvents } from '../../finance/fetch-undelivered-events';
import { checkPayment } from '../../payments/check-payment';
import type { Payment } from '../../schema/payment';
import { inCollection } from '../documents';
import { importCommand, send } from './bank-commands';
import type { Command, Patience } from './command';
import { give, PATIENT } from './command';
import { commandOf } from './commands';
import type { EventQueue } from './event-queue';
import { eventQueue } from './event-queue';
import { happen } from './happenings';
import { Crash } from './outside-calls';
import type { Action, History } from './history';
import type { World } from './world';

/** By then every page has closed, and every question has been asked. */
const DAYS_UNTIL_SETTLED = 4;

export interface Playing {
  /** Called with the world after every step. */
  readonly afterEach?: () => Promise<void>;
  readonly patience?: Patience;
  /** How long after one action the next one comes. */
  readonly pace?: number;
}

/**
 * Plays a history through the functions: every action in turn, its events delivered as planned, and then the days that
 * follow, in which news comes after all, the hourly check asks for what is late, the sweep looks for what is overdue,
 * and the morning's reconciliation fetches what could not be delivered. Last, finance imports the bank's whole
 * statement.
 * @returns The payments of which PayTR's news got lost.
 */
export async function play(
  world: World,
  { actions, deliveries }: History,
  { afterEach = () => Promise.resolve(), patience = PATIENT, pace = 0 }: Playing = {},
): Promise<ReadonlySet<string>> {
  const queue = eventQueue(world, deliveries, patience);
  const given: Command[] = [];
  let next = 0;

  const step = async (isMeanwhile: boolean): Promise<void> => {
    const action = actions[next];
    next += 1;
    if (action === undefined) return;
    setMood(world, action);
    world.proceed(isMeanwhile ? 0 : pace);
    switch (action.do) {
      case 'wait':
        // No call lasts as long.
        world.proceed(isMeanwhile ? 0 : action.hours);
        await interrupted(action.during, () => checkDue(world, patience));
        break;
      case 'sweep':
        await interrupted(action.during, () => sweep(world, patience));
        break;
      case 'send':
        await send(world, action);
        break;
      case 'issue':
      case 'cancel':
      case 'checkout':
      case 'charge':
      case 'topUp':
      case 'abandon':
      case 'refund':
      case 'bankTransfer':
      case 'importStatement':
      case 'match':
      case 'dismiss':
      case 'again':
      case 'lie': {
        const command = await commandOf(world, action, given);
        if (command === null) break;
        if (action.do !== 'again') given.push(command);
        // Issuing waits for its turn, and would wait for itself.
        const during = 'during' in action && command.name !== 'issue' ? action.during : 0;
        await interrupted(during, () => give(world, command, patience));
        break;
      }
      case 'pay':
      case 'decline':
      case 'payLater':
      case 'settleLater':
      case 'expire':
      case 'lapse':
      case 'panelRefund':
      case 'dispute':
      case 'closeDispute':
        if (happen(world, action)) world.note(`gateway: ${action.do}`);
    }
    queue.take();
    await queue.deliverDue();
    await afterEach();
  };
  const interrupted = async (afterCalls: number, work: () => Promise<unknown>): Promise<void> => {
    const giveUp = afterCalls === 0 ? undefined : world.calls.afterCalls(afterCalls, meanwhile);
    await work();
    giveUp?.();
  };
  /** Another action while a call of one is under way, to which the gateways then answer as they would have. */
  const meanwhile = async (): Promise<void> => {
    const mood = { ...world.gateways.mood };
    if (next < actions.length) world.note('meanwhile: another action');
    await step(true);
    Object.assign(world.gateways.mood, mood);
  };

  while (next < actions.length) await step(false);
  await settle(world, queue, patience);
  await afterEach();
  return queue.lost;
}

function setMood({ gateways: { mood }, note }: World, action: Action): void {
  mood.answer = 'answer' in action ? action.answer : 'yes';
  mood.bank = 'bank' in action ? action.bank : 'pays';
  mood.isOut = 'isOutage' in action && action.isOutage;
  if (mood.answer !== 'yes') note(`gateway answers: ${mood.answer}`);
  if (mood.bank !== 'pays') note(`bank: ${mood.bank}`);
  if (mood.isOut) note('gateway answers: nothing to questions');
  if (action.do === 'again') note('again: the same command');
}

async function settle(world: World, queue: EventQueue, patience: Patience): Promise<void> {
  Object.assign(world.gateways.mood, { answer: 'yes', isOut: false });
  await queue.deliverAll();
  const fetch = () => fetchUndeliveredEvents(world.db, 'stripe', world.now());
  for (let day = 0; day < DAYS_UNTIL_SETTLED; day += 1) {
    world.proceed(25);
    await checkDue(world, patience);
    await sweep(world, patience);
    await give(world, { name: 'fetch', run: fetch }, patience);
    world.gateways.closePages();
    queue.take();
    await queue.deliverAll();
  }
  await queue.assertTaken();
  const statement = importCommand(world, 'CAMT053', 0);
  // Finance comes back for what it did not get, if not at once.
  if (statement !== null) await give(world, statement, PATIENT);
}

/** The hourly check, without the queue between the query and its tasks. */
async function checkDue(world: World, patience: Patience): Promise<void> {
  const now = world.now();
  const due = inCollection<Payment>(await world.documents(), 'payments/*').filter(
    ({ nextCheckAt }) => nextCheckAt !== null && nextCheckAt <= now,
  );
  for (const { id } of due) {
    await give(world, { name: 'check', run: () => checkPayment(world.db, id, world.now()) }, patience);
  }
}

/** The sweep for overdue invoices, which reports those that failed only when it is through with all. */
async function sweep(world: World, patience: Patience): Promise<void> {
  const run = async () => {
    try {
      await markOverdueInvoices(world.db, world.now());
    } catch (error) {
      throw error instanceof AggregateError ? (error.errors.find(isCrash) ?? error) : error;
    }
  };
  await give(world, { name: 'sweep', run }, patience);
}

function isCrash(error: unknown): boolean {
  return error instanceof Crash;
}
