import type { Firestore } from 'firebase-admin/firestore';
import { addDays, startOfDay } from '../../core/calendar';
import { checkAllBooks } from '../../finance/check-all-books';
import { reconcile } from '../../finance/reconcile';
import type { Standing } from '../../finance/rules/recurring-revenue';
import { standingOf } from '../../finance/rules/recurring-revenue';
import { gateways as registry } from '../../gateways/registry';
import { markOverdueInvoices } from '../../invoices/mark-overdue';
import { checkDuePayments } from '../../payments/check-due-payments';
import { fromFirestore } from '../../platform/firestore';
import type { Subscription } from '../../schema/subscription';
import { advanceDueSubscriptions } from '../../subscriptions/advance-due';
import { createPlan } from '../../subscriptions/create-plan';
import { tellStripeAgain } from '../../subscriptions/tell-stripe-again';
import { warnOfExpiry } from '../../subscriptions/warn-of-expiry';
import type { Appointment } from './agenda';
import { emptyAgenda } from './agenda';
import type { Business } from './business';
import { ask, deliverToAll } from './business';
import { OFFERS, requestOf } from './catalogue';
import { cloudAround, inLanes, LANES } from './cloud';
import { planKey, signUp } from './customer-actions';
import { drawing } from './draw';
import { GATEWAYS, yearOfGateways } from './gateways';
import { reactTo, thinkMonthly } from './habits';
import type { Odds } from './odds';
import { personasOf } from './personas';
import type { Summary } from './summary';
import { summaryOf } from './summary';

export interface SimulationSettings {
  readonly customers: number;
  readonly months: number;
  readonly seed: number;
  /** How often a day the scheduled functions run; in production it is 24 times. */
  readonly sweeps: number;
  readonly odds: Odds;
}

/** What a month ended with. */
export interface MonthEnd {
  /** `2026-01` */
  readonly month: string;
  readonly standings: readonly Standing[];
  /** Customers who have signed up by then. */
  readonly customers: number;
}

export const FIRST_DAY = '2026-01-01';
const HOUR_MS = 60 * 60_000;

/**
 * Plays a time of the business against a database: the functions are the deployed ones, run for instants of a virtual
 * clock; customers, banks and gateways are in memory. The same settings have the same course, to the document.
 * @param onProgress Told of each month that is over.
 */
export async function simulate(
  database: Firestore,
  settings: SimulationSettings,
  onProgress: (month: string) => void = () => undefined,
): Promise<Summary> {
  const { customers, months, seed, sweeps, odds } = settings;
  const [start, end] = [startOfDay(FIRST_DAY), startOfDay(monthLater(FIRST_DAY, months))];
  const draw = drawing(seed);
  const cloud = cloudAround(database, (subscriptionId) => gateways.billing.knows(subscriptionId));
  const gateways = yearOfGateways(draw, odds, () => cloud.now());
  for (const name of GATEWAYS) registry[name] = () => Promise.resolve(gateways.ports[name]);
  const personas = personasOf({ customers, start, end }, draw, odds);
  const business: Business = {
    cloud,
    gateways,
    agenda: emptyAgenda(),
    draw,
    odds,
    planIds: new Map(),
    personas: new Map(personas.map((persona) => [persona.uid, persona])),
    refusals: new Map(),
  };
  try {
    await putPlansOnSale(business, start);
    for (const persona of personas) {
      const { uid, joinsAt: at } = persona;
      const run = async (now: Date) => {
        await signUp(business, persona, now);
        thinkMonthly(business, persona, new Date(now.getTime() + HOUR_MS));
      };
      business.agenda.add({ at, uid, what: 'sign up', takesNumber: true, run });
    }
    const monthEnds: MonthEnd[] = [];
    for (let month = 0; month < months; month += 1) {
      const [first, next] = [monthLater(FIRST_DAY, month), monthLater(FIRST_DAY, month + 1)];
      for (let day = first; day < next; day = addDays(day, 1)) await playDay(business, day, sweeps);
      const joined = personas.filter(({ joinsAt }) => joinsAt < startOfDay(next)).length;
      monthEnds.push({
        month: first.slice(0, 7),
        standings: await standings(database, startOfDay(next)),
        customers: joined,
      });
      onProgress(first.slice(0, 7));
    }
    return await summaryOf(database, business, { settings, start, end, monthEnds });
  } finally {
    cloud.close();
  }
}

/** The first day of a month, so many months after another first day. */
function monthLater(first: string, months: number): string {
  const [year = 0, month = 1] = first.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

async function putPlansOnSale(business: Business, at: Date): Promise<void> {
  for (const offer of OFFERS) {
    const requestId = business.draw.uuid('plan', planKey(offer));
    const answer = await ask(business, ['plan.create', createPlan], requestOf(offer, requestId), null, at);
    business.planIds.set(planKey(offer), answer?.planId ?? '');
  }
}

/** A day in as many parts as there are sweeps: people first, then the clock, and what both set off. */
async function playDay(business: Business, day: string, sweeps: number): Promise<void> {
  const partMs = (24 * HOUR_MS) / sweeps;
  for (let part = 0; part < sweeps; part += 1) {
    const from = new Date(startOfDay(day).getTime() + part * partMs);
    // Ten minutes after the hour, as `scheduled.subscriptions` is deployed.
    const sweepAt = new Date(from.getTime() + 10 * 60_000);
    const until = new Date(from.getTime() + partMs);
    await passTimeAtStripe(business, sweepAt);
    await runScheduled(business, sweepAt, part === 0 ? day : null);
    await playPeople(business, until);
    await settle(business, until);
  }
}

/** Stripe bills what is due there since the last sweep, and tells of it. */
async function passTimeAtStripe(business: Business, at: Date): Promise<void> {
  await business.cloud.run('(the gateway)', at, () => {
    business.gateways.billing.passTime();
    return Promise.resolve();
  });
  await settle(business, at);
}

/**
 * What Cloud Scheduler runs, and the tasks that come of it. Those that write have their turn one after another: at once
 * they would end as well, but not always in the same way.
 * @param newDay The day, when it has just begun: some run once a day, and the check of all books here once a month.
 */
async function runScheduled(business: Business, at: Date, newDay: string | null): Promise<void> {
  const { cloud } = business;
  const run = (name: string, work: () => Promise<unknown>) => cloud.run(`scheduled.${name}`, at, work);
  if (newDay?.endsWith('-01') === true) {
    await run('checkBooks', () => booksMustBalance(cloud.db, newDay));
  }
  await run('markOverdue', () => markOverdueInvoices(cloud.db, at));
  await Promise.all([
    run('subscriptions', async () => {
      await advanceDueSubscriptions(cloud.db, at);
      await tellStripeAgain(cloud.db, at);
    }),
    run('checkPayments', () => checkDuePayments(cloud.db, at)),
  ]);
  await settle(business, at);
  if (newDay === null) return;
  await run('reconcile', () => reconcile(cloud.db, at));
  await run('warnOfExpiry', () => warnOfExpiry(cloud.db, at));
  await settle(business, at);
}

/** In production the check runs every night, and calls somebody. */
async function booksMustBalance(db: Firestore, day: string): Promise<void> {
  const problems = await checkAllBooks(db);
  if (problems.length > 0) throw new Error(`On ${day} the books do not balance:\n${problems.join('\n')}`);
}

/**
 * What people do until an instant, including what comes of it until then. Who takes numbers goes one after another, so
 * that everybody gets the same one each time; the others do not wait.
 */
async function playPeople(business: Business, until: Date): Promise<void> {
  for (let due = business.agenda.takeUntil(until); due.length > 0; due = business.agenda.takeUntil(until)) {
    const inOrder = new Set(due.filter(({ takesNumber }) => takesNumber).map(({ uid }) => uid));
    for (const one of due) if (inOrder.has(one.uid)) await one.run(one.at);
    const others = new Map<string, Appointment[]>();
    for (const one of due) {
      if (!inOrder.has(one.uid)) others.set(one.uid, [...(others.get(one.uid) ?? []), one]);
    }
    await inLanes([...others.values()], LANES, async (own) => {
      for (const one of own) await one.run(one.at);
    });
    await settle(business, until);
  }
}

/** Callbacks, triggers and tasks, until nothing comes of anything any more. */
async function settle(business: Business, at: Date): Promise<void> {
  for (;;) {
    const delivered = await deliverToAll(business, at);
    const { announced, isIdle } = await business.cloud.settle(at);
    for (const event of announced) reactTo(business, event, at);
    if (delivered === 0 && isIdle) return;
  }
}

async function standings(db: Firestore, at: Date): Promise<Standing[]> {
  const { docs } = await db.collection('subscriptions').get();
  return docs.map((doc) => standingOf({ ...(fromFirestore(doc.data()) as Subscription), id: doc.id }, at));
}
