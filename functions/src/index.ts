/** The deployed surface, and nothing else: names, limits, secrets. Each function loads its code when called. */
import { onDocumentCreated, onDocumentUpdated, onDocumentWritten } from 'firebase-functions/v2/firestore';
import { onRequest } from 'firebase-functions/v2/https';
import { setGlobalOptions } from 'firebase-functions/v2/options';
import { onSchedule } from 'firebase-functions/v2/scheduler';
import { onTaskDispatched } from 'firebase-functions/v2/tasks';
import { SELLER_TIME_ZONE } from './core/calendar';
import { inBackground } from './platform/background';
import { callable } from './platform/callable';
import { clock } from './platform/clock';
import { firestore } from './platform/firestore';
import { REGION, secrets } from './platform/params';
import type { TaskQueues } from './platform/tasks';

setGlobalOptions({ region: REGION, maxInstances: 20 });

/** Signatures are checked where callbacks arrive, and nowhere else. */
const stripeWebhookSecrets = [secrets.stripeSecretKey, secrets.stripeWebhookSecret];
const paytrSecrets = [secrets.paytrMerchantKey, secrets.paytrMerchantSalt];

/** Fonts and pages take memory, and a page the whole of a processor for some milliseconds. */
const drawing = { memory: '512MiB', concurrency: 10, timeoutSeconds: 30 } as const;

export const invoice = {
  create: callable('invoice.create', async () => (await import('./invoices/create')).createInvoice),
  update: callable('invoice.update', async () => (await import('./invoices/update')).updateInvoice),
  issue: callable('invoice.issue', async () => (await import('./invoices/issue')).issueInvoice),
  cancel: callable('invoice.cancel', async () => (await import('./invoices/cancel')).cancelInvoice),
  list: callable('invoice.list', async () => (await import('./invoices/list')).listInvoices),
  get: callable('invoice.get', async () => (await import('./invoices/get')).getInvoice),
  pdf: onRequest(drawing, async (request, response) => {
    const { sendInvoicePdf } = await import('./invoices/send-pdf');
    await sendInvoicePdf(request, response);
  }),
};

export const creditNote = {
  pdf: onRequest(drawing, async (request, response) => {
    const { sendCreditNotePdf } = await import('./invoices/send-pdf');
    await sendCreditNotePdf(request, response);
  }),
};

/**
 * A gateway is waited for twenty seconds, by Stripe's client up to three times: the function must outlive that, to note
 * that the result is unknown.
 */
const PATIENCE = 120;
const gatewaySecrets = { secrets: [secrets.stripeSecretKey, ...paytrSecrets], timeoutSeconds: PATIENCE };

export const payment = {
  checkout: callable(
    'payment.checkout',
    async () => (await import('./payments/checkout')).checkout,
    gatewaySecrets,
  ),
  return: onRequest(async (request, response) => {
    const { returnToApp } = await import('./payments/return-to-app');
    returnToApp(request, response);
  }),
  abandon: callable(
    'payment.abandon',
    async () => (await import('./payments/abandon')).abandon,
    gatewaySecrets,
  ),
  check: callable('payment.check', async () => (await import('./payments/check')).check, gatewaySecrets),
  refund: callable('payment.refund', async () => (await import('./payments/refund')).refund, gatewaySecrets),
  charge: callable('payment.charge', async () => (await import('./payments/charge')).charge, gatewaySecrets),
  methods: callable(
    'payment.methods',
    async () => (await import('./payments/methods')).methods,
    gatewaySecrets,
  ),
  setupMethod: callable(
    'payment.setupMethod',
    async () => (await import('./payments/setup-method')).setupMethod,
    gatewaySecrets,
  ),
  detachMethod: callable(
    'payment.detachMethod',
    async () => (await import('./payments/detach-method')).detachMethod,
    gatewaySecrets,
  ),
  setDefaultMethod: callable(
    'payment.setDefaultMethod',
    async () => (await import('./payments/set-default-method')).setDefaultMethod,
  ),
  installments: callable(
    'payment.installments',
    async () => (await import('./payments/installments')).installments,
    { secrets: paytrSecrets },
  ),
  recordBankTransfer: callable(
    'payment.recordBankTransfer',
    async () => (await import('./payments/record-bank-transfer')).recordBankTransfer,
  ),
};

export const wallet = {
  topUp: callable('wallet.topUp', async () => (await import('./wallets/top-up')).topUp, gatewaySecrets),
};

export const plan = {
  create: callable('plan.create', async () => (await import('./subscriptions/create-plan')).createPlan),
  update: callable('plan.update', async () => (await import('./subscriptions/update-plan')).updatePlan),
};

export const subscription = {
  create: callable(
    'subscription.create',
    async () => (await import('./subscriptions/create')).createSubscription,
    gatewaySecrets,
  ),
  previewChange: callable(
    'subscription.previewChange',
    async () => (await import('./subscriptions/preview-change')).previewChange,
  ),
  change: callable(
    'subscription.change',
    async () => (await import('./subscriptions/change')).changeSubscription,
    gatewaySecrets,
  ),
  changePaymentWay: callable(
    'subscription.changePaymentWay',
    async () => (await import('./subscriptions/change-payment-way')).changePaymentWay,
    gatewaySecrets,
  ),
  cancel: callable(
    'subscription.cancel',
    async () => (await import('./subscriptions/cancel')).cancelSubscription,
  ),
  resume: callable(
    'subscription.resume',
    async () => (await import('./subscriptions/resume')).resumeSubscription,
  ),
  access: callable('subscription.access', async () => (await import('./subscriptions/access')).access),
};

export const finance = {
  importBankStatement: callable(
    'finance.importBankStatement',
    async () => (await import('./finance/bank/import-bank-statement')).importBankStatement,
    // The largest file takes eleven commits and thousands of small queries.
    { timeoutSeconds: 300, memory: '512MiB' },
  ),
  matchBankTransaction: callable(
    'finance.matchBankTransaction',
    async () => (await import('./finance/bank/match-bank-transaction')).matchBankTransaction,
  ),
  dismissBankTransaction: callable(
    'finance.dismissBankTransaction',
    async () => (await import('./finance/bank/dismiss-bank-transaction')).dismissBankTransaction,
  ),
  resolveDifference: callable(
    'finance.resolveDifference',
    async () => (await import('./finance/resolve-difference')).resolveDifference,
  ),
  acknowledgeEvent: callable(
    'finance.acknowledgeEvent',
    async () => (await import('./finance/acknowledge-event')).acknowledgeEvent,
  ),
};

export const webhooks = {
  stripe: onRequest(
    { secrets: stripeWebhookSecrets, timeoutSeconds: PATIENCE },
    async (request, response) => {
      const { handleCallback } = await import('./gateways/webhook');
      await handleCallback('stripe', request, response);
    },
  ),
  paytr: onRequest({ secrets: paytrSecrets }, async (request, response) => {
    const { handleCallback } = await import('./gateways/webhook');
    await handleCallback('paytr', request, response);
  }),
};

/** Renewals of one minute take their numbers one after another, so more at once would only wait. */
const subscriptionTasks = {
  ...gatewaySecrets,
  retryConfig: { maxAttempts: 5, minBackoffSeconds: 30 },
  rateLimits: { maxConcurrentDispatches: 20 },
};

export const tasks = {
  checkPayment: onTaskDispatched<TaskQueues['tasks-checkPayment']>(
    {
      ...gatewaySecrets,
      // A payment takes several questions, one after the other.
      timeoutSeconds: 300,
      retryConfig: { maxAttempts: 3, minBackoffSeconds: 60 },
      rateLimits: { maxConcurrentDispatches: 5 },
    },
    ({ data }) =>
      inBackground('tasks.checkPayment', async () => {
        const { checkPayment } = await import('./payments/check-payment');
        await checkPayment(firestore(), data.paymentId, clock.now());
      }),
  ),
  advanceSubscription: onTaskDispatched<TaskQueues['tasks-advanceSubscription']>(
    subscriptionTasks,
    ({ data }) =>
      inBackground('tasks.advanceSubscription', async () => {
        const { advanceSubscription } = await import('./subscriptions/advance-subscription');
        await advanceSubscription(firestore(), data.subscriptionId, clock.now());
      }),
  ),
  retrySubscription: onTaskDispatched<TaskQueues['tasks-retrySubscription']>(subscriptionTasks, ({ data }) =>
    inBackground('tasks.retrySubscription', async () => {
      const { retrySubscription } = await import('./subscriptions/retry-subscription');
      await retrySubscription(firestore(), data.subscriptionId, clock.now());
    }),
  ),
  tellStripe: onTaskDispatched<TaskQueues['tasks-tellStripe']>(subscriptionTasks, ({ data }) =>
    inBackground('tasks.tellStripe', async () => {
      const { tellStripe } = await import('./subscriptions/tell-stripe');
      await tellStripe(firestore(), data.subscriptionId, clock.now());
    }),
  ),
};

/** Repeated until it succeeds: what it acts on is committed and does not come again. */
const untilDone = { retry: true };

/** A mail server is waited for half a minute at most; few connections at once, as such servers want it. */
const mailing = { secrets: [secrets.smtpPassword], timeoutSeconds: 120, maxInstances: 5 };

/** The default card in a `users/{uid}/private/gateway`; null for none. */
function defaultCardOf(snapshot: { get: (field: string) => unknown } | undefined): string | null {
  const card = snapshot?.get('defaultPaymentMethodId');
  return typeof card === 'string' ? card : null;
}

export const triggers = {
  mailEvent: onDocumentCreated({ document: 'events/{id}', ...untilDone }, ({ data, params }) =>
    inBackground('triggers.mailEvent', async () => {
      const { mailSubscriptionEvent } = await import('./notifications/mail-subscription-event');
      const event = data?.data();
      if (event !== undefined) await mailSubscriptionEvent(firestore(), params.id, event, clock.now());
    }),
  ),
  sendMail: onDocumentCreated({ document: 'mail/{id}', ...untilDone, ...mailing }, ({ params }) =>
    inBackground('triggers.sendMail', async () => {
      const { sendMail } = await import('./notifications/send-mail');
      await sendMail(firestore(), params.id, clock.now);
    }),
  ),
  retryWithNewCard: onDocumentWritten(
    { document: 'users/{uid}/private/gateway', ...untilDone },
    ({ data, params }) =>
      inBackground('triggers.retryWithNewCard', async () => {
        const card = defaultCardOf(data?.after);
        if (card === null || card === defaultCardOf(data?.before)) return;
        const { retryWithNewCard } = await import('./subscriptions/retry-with-new-card');
        await retryWithNewCard(firestore(), params.uid, card);
      }),
  ),
  tellStripeOfCard: onDocumentWritten(
    { document: 'users/{uid}/private/gateway', ...untilDone },
    ({ data, params, time }) =>
      inBackground('triggers.tellStripeOfCard', async () => {
        if (defaultCardOf(data?.after) === defaultCardOf(data?.before)) return;
        const { tellStripeOfCard } = await import('./subscriptions/tell-stripe-of-card');
        await tellStripeOfCard(firestore(), params.uid, new Date(time));
      }),
  ),
  updateGatewayCustomers: onDocumentUpdated(
    { document: 'users/{uid}', ...untilDone, ...gatewaySecrets },
    ({ data, params }) =>
      inBackground('triggers.updateGatewayCustomers', async () => {
        const [before, after] = [data?.before.data() ?? {}, data?.after.data() ?? {}];
        const { isToldToGateways, updateGatewayCustomers } =
          await import('./customers/update-gateway-customers');
        if (isToldToGateways(before, after)) {
          await updateGatewayCustomers(firestore(), params.uid, clock.now());
        }
      }),
  ),
  // Whatever changes a subscription that Stripe may bill, by a command, a callback or the clock: Stripe is told.
  tellStripe: onDocumentWritten(
    { document: 'subscriptions/{id}', ...untilDone, ...gatewaySecrets },
    ({ data, params }) =>
      inBackground('triggers.tellStripe', async () => {
        const stripe: unknown = data?.after.get('stripe') ?? null;
        if (stripe === null) return;
        const { tellStripe } = await import('./subscriptions/tell-stripe');
        await tellStripe(firestore(), params.id, clock.now());
      }),
  ),
};

/** By the seller's clock, one run at a time. Every one can be repeated, and run for any instant. */
const byTheClock = { timeZone: SELLER_TIME_ZONE, timeoutSeconds: 540, maxInstances: 1, concurrency: 1 };
/** The next hour repeats what an hourly run failed to do; a daily one is tried again the same morning. */
const daily = { ...byTheClock, retryCount: 3, minBackoffSeconds: 600 };

export const scheduled = {
  checkPayments: onSchedule({ schedule: '20 * * * *', ...byTheClock }, () =>
    inBackground('scheduled.checkPayments', async () => {
      const { checkDuePayments } = await import('./payments/check-due-payments');
      await checkDuePayments(firestore(), clock.now());
    }),
  ),
  // Soon after midnight, so that an invoice is overdue as soon as its last day is over.
  markOverdue: onSchedule({ schedule: '5 * * * *', ...byTheClock }, () =>
    inBackground('scheduled.markOverdue', async () => {
      const { markOverdueInvoices } = await import('./invoices/mark-overdue');
      await markOverdueInvoices(firestore(), clock.now());
    }),
  ),
  // Renewals and dunning: periods begin at midnight, and what was missed is caught up an hour later.
  subscriptions: onSchedule({ schedule: '10 * * * *', ...byTheClock }, () =>
    inBackground('scheduled.subscriptions', async () => {
      const { advanceDueSubscriptions } = await import('./subscriptions/advance-due');
      await advanceDueSubscriptions(firestore(), clock.now());
      const { tellStripeAgain } = await import('./subscriptions/tell-stripe-again');
      await tellStripeAgain(firestore(), clock.now());
    }),
  ),
  reconcile: onSchedule({ schedule: '0 6 * * *', ...daily, secrets: gatewaySecrets.secrets }, () =>
    inBackground('scheduled.reconcile', async () => {
      const { reconcile } = await import('./finance/reconcile');
      await reconcile(firestore(), clock.now());
    }),
  ),
  warnOfExpiry: onSchedule({ schedule: '0 9 * * *', ...daily }, () =>
    inBackground('scheduled.warnOfExpiry', async () => {
      const { warnOfExpiry } = await import('./subscriptions/warn-of-expiry');
      await warnOfExpiry(firestore(), clock.now());
    }),
  ),
  sendMails: onSchedule({ schedule: '*/10 * * * *', ...byTheClock, secrets: mailing.secrets }, () =>
    inBackground('scheduled.sendMails', async () => {
      const { sendDueMails } = await import('./notifications/send-due-mails');
      await sendDueMails(firestore(), clock.now);
    }),
  ),
  checkBooks: onSchedule({ schedule: '0 4 * * *', ...daily, memory: '1GiB' }, () =>
    inBackground('scheduled.checkBooks', async () => {
      const { checkAllBooks } = await import('./finance/check-all-books');
      await checkAllBooks(firestore());
    }),
  ),
};
