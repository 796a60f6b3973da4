import type { Firestore } from 'firebase-admin/firestore';
import { addDays } from '../../functions/src/core/calendar';
import { minorUnits, percentage } from '../../functions/src/core/money';
import { cancelInvoice } from '../../functions/src/invoices/cancel';
import { createInvoice } from '../../functions/src/invoices/create';
import { issueInvoice } from '../../functions/src/invoices/issue';
import { markOverdueInvoices } from '../../functions/src/invoices/mark-overdue';
import { refund } from '../../functions/src/payments/refund';
import type { OperationContext } from '../../functions/src/platform/operation';
import { beginPayment, beginTopUp, tellNews } from './payments';
import type { BegunPayment } from './payments';
import { people } from './people';
import type { Person } from './people';
import { playInOrder, subscriptionActs } from './play-subscriptions';
import { dayAgo, instantAgo } from './story';
import { together } from './together';
import type { InvoiceStory, Step, TopUpStory } from './story';
import type { SubscriptionStory } from './subscriptions';
import { uuidOf } from './uuid-of';

/** Minutes after midnight: the first invoice of a day, and the first thing that happens to it. */
const ISSUING_HOUR = 9 * 60;
const TOPPING_UP_HOUR = 11 * 60;
const PAYING_HOUR = 14 * 60;
/** How long before its issue a draft was written, in minutes. */
const DRAFTED_BEFORE = 45;

interface Draft {
  readonly story: InvoiceStory;
  readonly invoiceId: string;
  /** Null for what stays a draft. */
  readonly issueAt: Date | null;
}

/** Something that happened to a customer's invoice or wallet. */
interface Act {
  readonly customer: Person;
  readonly at: Date;
  readonly run: () => Promise<void>;
}

/**
 * Plays the stories through the operations of the functions, with each operation's `now` on its day. Invoices, those
 * of subscriptions among them, are issued one after another, oldest first, so that their numbers rise with their dates; what follows happens to
 * each customer in its order, since their wallet remembers it.
 */
export async function play(
  db: Firestore,
  {
    stories,
    topUps,
    subscriptions,
  }: {
    stories: readonly InvoiceStory[];
    topUps: readonly TopUpStory[];
    subscriptions: readonly SubscriptionStory[];
  },
  now: Date,
): Promise<void> {
  const drafts = await together(stories.map((story, index) => () => draft(db, { story, index }, now)));
  await playInOrder([
    ...drafts.flatMap(({ invoiceId, issueAt }) =>
      issueAt === null ? [] : [{ at: issueAt, run: () => issue(db, invoiceId, issueAt) }],
    ),
    ...subscriptions.map((story, index) => subscriptionActs(db, story, index, now)),
  ]);
  const acts = [
    ...drafts.flatMap((subject) => actsOf(db, subject, now)),
    ...topUps.flatMap((story) => topUpActs(db, story, now)),
  ];
  const customers = [...new Set(acts.map(({ customer }) => customer))];
  await together(customers.map((who) => () => inOrder(acts.filter(({ customer }) => customer === who))));
  await markOverdueInvoices(db, now);
}

async function draft(
  db: Firestore,
  { story, index }: { story: InvoiceStory; index: number },
  now: Date,
): Promise<Draft> {
  const { key, customer, organizationId, currency, items, notes, issued, terms } = story;
  const daysAgo = issued ?? 1;
  // A minute apart, no two invoices are issued at the same instant.
  const minutes = ISSUING_HOUR + index;
  const request = createInvoice.request.parse({
    requestId: uuidOf(key),
    userId: customer.uid,
    organizationId,
    currency,
    items,
    notes,
    dueDate: addDays(dayAgo(now, issued ?? 0), terms),
  });
  const draftedAt = instantAgo(now, daysAgo, minutes - DRAFTED_BEFORE);
  const { invoiceId } = await createInvoice.run(request, byFinance(db, draftedAt));
  return { story, invoiceId, issueAt: issued === null ? null : instantAgo(now, issued, minutes) };
}

/** Nothing else follows from it by itself. */
async function issue(db: Firestore, invoiceId: string, at: Date): Promise<readonly never[]> {
  await issueInvoice.run({ invoiceId }, byFinance(db, at));
  return [];
}

async function inOrder(acts: readonly Act[]): Promise<void> {
  for (const { run } of acts.toSorted((a, b) => a.at.getTime() - b.at.getTime())) await run();
}

function actsOf(db: Firestore, { story, invoiceId }: Draft, now: Date): Act[] {
  let payment: BegunPayment | null = null;
  return story.then.map((step, index) => {
    const at = instantAgo(now, step.daysAgo, PAYING_HOUR + 3 * index);
    const run = async () => {
      payment = await playStep(db, { story, invoiceId, payment, step, index }, at);
    };
    return { customer: story.customer, at, run };
  });
}

/** The money comes minutes after the customer asked for it. */
function topUpActs(db: Firestore, { key, customer, amount, gateway, daysAgo }: TopUpStory, now: Date): Act[] {
  const attempt = uuidOf(key);
  const intent = { attempt, userId: customer.uid, gateway, amount: minorUnits(amount) };
  const [asked, came] = [0, 4].map((minutes) => instantAgo(now, daysAgo, TOPPING_UP_HOUR + minutes));
  if (asked === undefined || came === undefined) return [];
  const run = async () => {
    const begun = await beginTopUp(db, { ...intent, currency: customer.profile.currency }, asked);
    await tellNews(db, begun, { does: 'succeed' }, came);
  };
  return [{ customer, at: asked, run }];
}

/** @returns the payment that later news is about. */
async function playStep(
  db: Firestore,
  subject: {
    story: InvoiceStory;
    invoiceId: string;
    payment: BegunPayment | null;
    step: Step;
    index: number;
  },
  at: Date,
): Promise<BegunPayment | null> {
  const { story, invoiceId, payment, step, index } = subject;
  switch (step.does) {
    case 'begin': {
      const { gateway, part = 100, payer = story.customer, useWallet = false } = step;
      const attempt = uuidOf(`${story.key}-attempt-${index}`);
      return beginPayment(db, { attempt, userId: payer.uid, invoiceId, gateway, part, useWallet }, at);
    }
    case 'refund': {
      if (payment === null) throw new Error(`${story.key}: a refund of a payment that was not begun`);
      const { percent, destination, reason } = step;
      const request = {
        requestId: uuidOf(`${story.key}-refund-${index}`),
        paymentId: payment.paymentId,
        amount: percentage(payment.amount, percent),
        destination,
        reason,
      };
      await refund.run(request, byFinance(db, at));
      return payment;
    }
    case 'cancel':
      await cancelInvoice.run({ invoiceId, reason: step.reason }, byFinance(db, at));
      return payment;
    case 'succeed':
    case 'process':
    case 'fail':
      if (payment === null) throw new Error(`${story.key}: news of a payment that was not begun`);
      await tellNews(db, payment, step, at);
      return payment;
  }
}

function byFinance(db: Firestore, now: Date): OperationContext {
  return { caller: { uid: people.ipek.uid, role: 'finance' }, db, now, ipAddress: '127.0.0.1' };
}
