import '../testing/environment';
import fc from 'fast-check';
import { dayOf, startOfDay } from '../core/calendar';
import { minorUnits } from '../core/money';
import { bookProblems } from '../finance/rules/check-books';
import type { Gateway, SavedMethods, SettlementFact } from '../gateways/gateway';
import { gateways } from '../gateways/registry';
import { checkPayment } from '../payments/check-payment';
import { recordBankTransfer } from '../payments/record-bank-transfer';
import { BillingError } from '../platform/errors';
import type { Operation, OperationContext } from '../platform/operation';
import type { Invoice } from '../schema/invoice';
import { paths } from '../schema/paths';
import type { Payment } from '../schema/payment';
import type { PaymentMethod } from '../schema/payment-method';
import type { Subscription } from '../schema/subscription';
import { booksOf } from '../testing/check-books';
import { schemaProblems } from '../testing/check-schemas';
import type { Documents } from '../testing/documents';
import { inCollection } from '../testing/documents';
import { aUser } from '../testing/factories';
import { memoryFirestore } from '../testing/fuzz/memory-firestore';
import { outsideCalls } from '../testing/fuzz/outside-calls';
import { simulatedGateways } from '../testing/fuzz/simulated-gateway';
import { advanceSubscription } from './advance-subscription';
import { cancelSubscription } from './cancel';
import { changeSubscription } from './change';
import { previewChange } from './preview-change';
import { resumeSubscription } from './resume';
import { retrySubscription } from './retry-subscription';
import { aPlan, aSubscription } from './testing/subscription-factory';

/** A customer's months with the engine, in memory: the clock jumps, cards fail, tasks run twice, people pay and change. */

const ID = 'sub000000000001';
const CARD = 'stripe_pm_1';
const START = startOfDay('2026-01-31');
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const stamps = { createdAt: START, updatedAt: START };

/** What the bank says. LOST: it charges, and the answer does not come back; NEVER: the order does not arrive. */
type Card = 'GOOD' | 'FUNDS' | 'EXPIRED_CARD' | 'LOST' | 'NEVER';

type Action =
  | { readonly do: 'wait'; readonly hours: number; readonly sweeps: boolean }
  | { readonly do: 'card'; readonly card: Card }
  | { readonly do: 'pay'; readonly part: number }
  | { readonly do: 'retry' | 'resume' | 'cancelAtEnd' }
  | { readonly do: 'change'; readonly plan: string };

const anAction: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      hours: fc.oneof(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 100, max: 2_000 })),
      sweeps: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('card' as const),
      card: fc.constantFrom<Card>('GOOD', 'FUNDS', 'EXPIRED_CARD', 'LOST', 'NEVER'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('pay' as const), part: fc.constantFrom(0.5, 1, 1.2) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      plan: fc.constantFrom('mini', 'pro', 'max', 'year'),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom<Action>({ do: 'retry' }, { do: 'resume' }, { do: 'cancelAtEnd' }) },
);

function buildWorld() {
  const memory = memoryFirestore();
  let now = START;
  let requests = 0;
  let card: Card = 'GOOD';
  const charged = new Map<string, SettlementFact>();
  const simulated = simulatedGateways(outsideCalls(), () => now).stripe;

  /** What the bank decided stays decided, however often the same payment is ordered. */
  const charge: SavedMethods['charge'] = ({ paymentId, userId, invoiceIds, currency, amount }) => {
    const reference = { paymentId, owner: { userId, invoiceIds, currency } };
    const unknown = new BillingError('GATEWAY_RESULT_UNKNOWN');
    const known = charged.get(paymentId);
    if (known !== undefined) return Promise.resolve(known);
    if (card === 'NEVER') return Promise.reject(unknown);
    const fact: SettlementFact =
      card === 'FUNDS' || card === 'EXPIRED_CARD'
        ? { kind: 'PAYMENT_FAILED', payment: reference, reason: card, isFinal: true }
        : {
            kind: 'PAYMENT_SUCCEEDED',
            payment: reference,
            gatewayPaymentId: `pi_${paymentId}`,
            amount,
            charged: amount,
            currency,
            installment: 1,
            paytrHash: null,
            isTest: true,
          };
    charged.set(paymentId, fact);
    return card === 'LOST' ? Promise.reject(unknown) : Promise.resolve(fact);
  };
  const stripe: Gateway = {
    ...simulated,
    savedMethods: () => ({
      createCustomer: () => Promise.resolve('cus_1'),
      updateCustomer: () => Promise.resolve(),
      startSetup: () => Promise.resolve(null),
      list: () => Promise.resolve([]),
      detach: () => Promise.resolve(),
      charge,
    }),
    inquire: ({ paymentId, userId, invoiceIds, currency, end }) => {
      const payment = { paymentId, owner: { userId, invoiceIds, currency } };
      const never = { kind: 'PAYMENT_FAILED', payment, reason: 'ABANDONED', isFinal: true } as const;
      return Promise.resolve({
        fact: charged.get(paymentId) ?? (end ? never : null),
        refundedTotal: null,
      });
    },
  };
  gateways.stripe = () => Promise.resolve(stripe);

  const method: PaymentMethod = {
    userId: 'user-1',
    gateway: 'stripe',
    gatewayMethodId: 'pm_1',
    type: 'card',
    brand: 'visa',
    lastFour: '4242',
    expMonth: 12,
    expYear: 2060,
    isDefault: true,
    removedAt: null,
    ...stamps,
  };
  const euro = { currency: 'EUR' };
  memory.store([
    [paths.user('user-1'), aUser({ country: 'DE', currency: 'EUR', locale: 'en' })],
    [
      paths.gatewayIdentity('user-1'),
      { stripeCustomerId: 'cus_1', paytrUserToken: null, defaultPaymentMethodId: CARD, ...stamps },
    ],
    [paths.paymentMethod(CARD), method],
    [paths.plan('mini'), aPlan({ ...euro, name: 'Mini', price: minorUnits(3_333) })],
    [paths.plan('pro'), aPlan(euro)],
    [paths.plan('max'), aPlan({ ...euro, name: 'Max', price: minorUnits(29_999) })],
    [
      paths.plan('year'),
      aPlan({ ...euro, name: 'Year', billingPeriod: 'annually', price: minorUnits(99_990) }),
    ],
    [
      paths.subscription(ID),
      aSubscription({
        ...euro,
        locale: 'en',
        startedAt: START,
        anchorDay: 31,
        currentPeriodStart: START,
        currentPeriodEnd: startOfDay('2026-02-28'),
        nextActionAt: startOfDay('2026-02-21'),
      }),
    ],
  ]);

  const stored = () => memory.documents().get(paths.subscription(ID)) as Subscription;
  const context = (role: 'finance' | null): OperationContext => ({
    caller: { uid: role === null ? 'user-1' : 'finance-1', role },
    db: memory.db,
    now,
    ipAddress: '203.0.113.7',
  });
  return {
    documents: (): Documents => memory.documents(),
    db: memory.db,
    stored,
    now: () => now,
    wait: (hours: number) => {
      now = new Date(now.getTime() + hours * HOUR_MS);
    },
    put: (next: Card) => {
      card = next;
    },
    nextRequestId: () => {
      requests += 1;
      return `00000000-0000-4000-8000-${String(requests).padStart(12, '0')}`;
    },
    run: <Request, Response>(
      { run }: Operation<Request, Response>,
      request: Request,
      role: 'finance' | null = null,
    ) => run(request, context(role)),
  };
}
type World = ReturnType<typeof buildWorld>;

/** The hourly sweeps, without the queue between the query and its tasks; every task is run twice. */
async function sweep(world: World): Promise<void> {
  const { db } = world;
  for (const { id, nextCheckAt } of inCollection<Payment>(world.documents(), 'payments/*')) {
    if (nextCheckAt !== null && nextCheckAt <= world.now()) await checkPayment(db, id, world.now());
  }
  const { nextActionAt } = world.stored();
  if (nextActionAt === null || nextActionAt > world.now()) return;
  await advanceSubscription(db, ID, world.now());
  await advanceSubscription(db, ID, world.now());
}

async function act(world: World, action: Action): Promise<void> {
  const { run, stored } = world;
  switch (action.do) {
    case 'wait':
      // In steps that no due date is shorter than, or asleep, and then in a hurry.
      if (action.sweeps) {
        for (let hour = 0; hour < action.hours; hour += 6) {
          world.wait(Math.min(6, action.hours - hour));
          await sweep(world);
        }
      } else {
        world.wait(action.hours);
        for (let times = 0; times < 3; times += 1) await sweep(world);
      }
      return;
    case 'card':
      world.put(action.card);
      return;
    case 'retry':
      return retrySubscription(world.db, ID, world.now());
    case 'pay': {
      const { openInvoiceId, pendingUpgrade } = stored();
      const invoiceId = openInvoiceId ?? pendingUpgrade?.invoiceId;
      if (invoiceId === undefined) return;
      const { total } = world.documents().get(paths.invoice(invoiceId)) as Invoice;
      const request = {
        requestId: world.nextRequestId(),
        invoiceIds: [invoiceId],
        amount: minorUnits(Math.max(1, Math.round(total * action.part))),
        currency: 'EUR',
        receivedOn: dayOf(world.now()),
      };
      await run(recordBankTransfer, request, 'finance');
      return;
    }
    case 'cancelAtEnd':
      await run(cancelSubscription, { subscriptionId: ID, when: 'PERIOD_END' as const, reason: 'We move' });
      return;
    case 'resume':
      await run(resumeSubscription, { subscriptionId: ID });
      return;
    case 'change': {
      const request = { subscriptionId: ID, planId: action.plan };
      const { total } = await run(previewChange, request);
      await run(changeSubscription, { ...request, confirmedTotal: minorUnits(total) });
    }
  }
}

/** A command may be refused; that is an answer. */
async function refusable(command: () => Promise<unknown>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof BillingError)) throw error;
  }
}

/** What must hold after every step. */
function problems(world: World): string[] {
  const documents = world.documents();
  const now = world.now();
  const one = world.stored();
  const { status, nextActionAt, openInvoiceId, attempt, dunning } = one;
  const open = openInvoiceId === null ? null : (documents.get(paths.invoice(openInvoiceId)) as Invoice);
  const invoices = inCollection<Invoice>(documents, 'invoices/*');
  const periodInvoices = invoices.filter(({ id }) => id.endsWith('00'));
  const isServed = status === 'ACTIVE' || status === 'PAST_DUE';
  const unpaidDays = (now.getTime() - (open?.issueDate ?? now).getTime()) / DAY_MS;
  const unpaid = periodInvoices.filter(
    (invoice) => invoice.status !== 'PAID' && invoice.status !== 'CANCELLED',
  );
  const checks: [string, boolean][] = [
    ['a subscription that is served is looked at again', !isServed || nextActionAt !== null],
    ['one that is over is not', status !== 'CANCELLED' || nextActionAt === null],
    ['a suspended one waits for money, or for its end', status !== 'SUSPENDED' || open !== null],
    ['a suspended one was owed for ten days', status !== 'SUSPENDED' || unpaidDays >= 10],
    [
      'a past-due one has a dunning and an open invoice',
      status !== 'PAST_DUE' || (dunning !== null && open !== null),
    ],
    ['what is open is not paid', open === null || open.amountDue > 0],
    ['an active one has no dunning', status !== 'ACTIVE' || dunning === null],
    ['one period is owed at most', unpaid.length <= 1],
    ['the open one is it', status === 'CANCELLED' || (unpaid[0]?.id ?? null) === openInvoiceId],
    [
      'an attempt is for an invoice that waits',
      attempt === null || invoices.some(({ id }) => id === attempt.invoiceId),
    ],
    [
      'a period has whole days',
      (one.currentPeriodEnd.getTime() - one.currentPeriodStart.getTime()) % DAY_MS === 0,
    ],
  ];
  return [
    ...checks.flatMap(([what, holds]) => (holds ? [] : [what])),
    ...bookProblems(booksOf(documents)),
    ...schemaProblems(documents),
  ];
}

test('whatever happens, each period is billed once, the books balance, and a good card brings it back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAction, { minLength: 1, maxLength: 25 }), async (actions) => {
      const world = buildWorld();
      for (const action of actions) {
        await refusable(() => act(world, action));
        expect(problems(world)).toEqual([]);
      }
      // In the end the bank says yes, sweeps run, and the customer tries again.
      world.put('GOOD');
      for (let hours = 0; hours < 15 * 24; hours += 6) {
        world.wait(6);
        await sweep(world);
      }
      await refusable(() => retrySubscription(world.db, ID, world.now()));
      await act(world, { do: 'pay', part: 1 });
      const { status, openInvoiceId, attempt } = world.stored();
      expect(problems(world)).toEqual([]);
      expect(['ACTIVE', 'CANCELLED']).toContain(status);
      expect({ openInvoiceId, attempt }).toEqual({ openInvoiceId: null, attempt: null });
    }),
    { numRuns: 150 },
  );
});
