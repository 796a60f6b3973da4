/** A way to break the code that a test must notice. */
export interface Mutation {
  readonly name: string;
  /** Under `functions/src`. */
  readonly file: string;
  /** Text that stands in the file exactly once, and what it becomes. */
  readonly from: string;
  readonly to: string;
  /** The test files that must fail, besides the fuzz: paths or parts of them. */
  readonly tests: readonly string[];
}

const RULES = 'functions/src/payments/rules';
const WEBHOOK = 'functions/src/gateways/webhook.emulator.test.ts';
const CRASH = 'functions/src/testing/fuzz/crash.test.ts';
const REFUNDS = `${RULES}/settle-refund.test.ts`;

export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'dedupe precondition: an event’s record is overwritten',
    file: 'platform/transact.ts',
    from: 'transaction.create(reference, {',
    to: 'transaction.set(reference, {',
    tests: [WEBHOOK],
  },
  {
    name: 'dedupe: no record of the event',
    file: 'payments/apply-gateway-event.ts',
    from: 'writes: [recordWrite, ...writes]',
    to: 'writes: [...writes]',
    tests: [WEBHOOK],
  },
  {
    name: 'dedupe: a repeat is applied again',
    file: 'payments/apply-gateway-event.ts',
    from: "if (earlier.outcome !== 'FAILED') {",
    to: "if (earlier.outcome === 'FAILED') {",
    tests: [WEBHOOK],
  },
  {
    name: 'webhook: answered before the commit',
    file: 'gateways/webhook.ts',
    from: '    const result = await applyGatewayEvent(firestore(), event, receivedAt);\n    logs.gatewayEventHandled(ids, result);\n    response.status(200)',
    to: '    response.status(200)',
    tests: [WEBHOOK],
  },
  {
    name: 'webhook: a failure is answered with 200',
    file: 'gateways/webhook.ts',
    from: "answerError(response, error instanceof BillingError ? error : new BillingError('INTERNAL'), 500);",
    to: 'response.status(200).send(gateway.acknowledgement);',
    tests: [WEBHOOK],
  },
  {
    name: 'hash comparison: any hash of PayTR’s length',
    file: 'gateways/paytr/sign.ts',
    from: 'given.length === wanted.length && timingSafeEqual(given, wanted)',
    to: 'given.length === wanted.length',
    tests: [
      'functions/src/gateways/paytr/sign.test.ts',
      'functions/src/gateways/paytr/webhook.emulator.test.ts',
    ],
  },
  {
    name: 'hash comparison: Stripe’s body is parsed unverified',
    file: 'gateways/stripe/read-event.ts',
    from: 'Stripe.webhooks.constructEvent(body, header, secret, TOLERANCE, undefined, at)',
    to: '(secret + header + String(TOLERANCE + at), JSON.parse(body.toString()) as Stripe.Event)',
    tests: ['functions/src/gateways/stripe/read-event.test.ts'],
  },
  {
    name: 'amount check',
    file: 'payments/rules/succeed-payment.ts',
    from: 'payment.amount === fact.amount &&',
    to: '',
    tests: [`${RULES}/apply-fact.test.ts`],
  },
  {
    name: 'amount check: charged less than the amount',
    file: 'payments/rules/succeed-payment.ts',
    from: 'fact.charged >= fact.amount',
    to: 'true',
    tests: [`${RULES}/apply-fact.test.ts`],
  },
  {
    name: 'currency check',
    file: 'payments/rules/succeed-payment.ts',
    from: 'payment.currency === fact.currency &&',
    to: '',
    tests: [`${RULES}/apply-fact.test.ts`],
  },
  {
    name: 'gateway check',
    file: 'payments/rules/succeed-payment.ts',
    from: 'payment.gateway === gateway &&',
    to: '',
    tests: [`${RULES}/apply-fact.test.ts`],
  },
  {
    name: 'test-mode check',
    file: 'payments/rules/succeed-payment.ts',
    from: 'fact.isTest !== null && fact.isTest !== payment.isTest',
    to: 'fact.isTest === null && payment.isTest',
    tests: [`${RULES}/apply-fact.test.ts`],
  },
  {
    name: 'compensation guard: a part that was given back is given back again',
    file: 'payments/rules/end-payment.ts',
    from: "walletPart?.status === 'HELD' ? walletPart : null",
    to: 'walletPart',
    tests: [`${RULES}/wallet-part.test.ts`],
  },
  {
    name: 'capture guard: a part that was given back is spent',
    file: 'payments/rules/succeed-payment.ts',
    from: "walletPart?.status === 'HELD' ? walletPart : null",
    to: 'walletPart',
    tests: [`${RULES}/wallet-part.test.ts`],
  },
  {
    name: 'state machine: a success is taken twice',
    file: 'payments/rules/payment-state.ts',
    from: "succeed: ['PENDING', 'PROCESSING', 'FAILED']",
    to: "succeed: ['PENDING', 'PROCESSING', 'FAILED', 'SUCCEEDED']",
    tests: [`${RULES}/payment-state.test.ts`],
  },
  {
    name: 'state machine: a failure undoes a success',
    file: 'payments/rules/payment-state.ts',
    from: "fail: ['PENDING', 'PROCESSING']",
    to: "fail: ['PENDING', 'PROCESSING', 'SUCCEEDED']",
    tests: [`${RULES}/payment-state.test.ts`],
  },
  {
    name: 'state machine: money after a failure is refused',
    file: 'payments/rules/payment-state.ts',
    from: "succeed: ['PENDING', 'PROCESSING', 'FAILED']",
    to: "succeed: ['PENDING', 'PROCESSING']",
    tests: [`${RULES}/payment-state.test.ts`],
  },
  {
    name: 'rounding: down instead of half up',
    file: 'core/money.ts',
    from: '(magnitude * 2n + divisor) / (divisor * 2n)',
    to: 'magnitude / divisor',
    tests: ['functions/src/core/money.test.ts'],
  },
  {
    name: 'rounding: a share of a whole is cut',
    file: 'core/money.ts',
    from: '(of * 2n + by) / (by * 2n)',
    to: 'of / by',
    tests: ['functions/src/core/money.test.ts'],
  },
  {
    name: 'allocation: what is not owed gets lost',
    file: 'core/money.ts',
    from: 'return { shares, rest };',
    to: 'return { shares, rest: ZERO };',
    tests: ['functions/src/core/money.test.ts'],
  },
  {
    name: 'numbering: a number is given twice',
    file: 'invoices/rules/document-number.ts',
    from: 'last.last + 1',
    to: 'last.last',
    tests: ['functions/src/invoices/rules/document-number.test.ts'],
  },
  {
    name: 'numbering: issuing again gives another number',
    file: 'invoices/rules/issue-invoice.ts',
    from: "invoice.invoiceNumber !== null && invoice.status !== 'CANCELLED'",
    to: 'invoice.invoiceNumber === undefined',
    tests: ['functions/src/invoices/rules/issue-invoice.test.ts'],
  },
  {
    name: 'cancelling: a payment under way does not matter',
    file: 'invoices/rules/cancel-invoice.ts',
    from: 'invoice.processingPaymentIds.length > 0',
    to: 'invoice.processingPaymentIds.length > 99',
    tests: ['functions/src/invoices/rules/cancel-invoice.test.ts'],
  },
  {
    name: 'wallet: more is spent than is there',
    file: 'payments/rules/begin-checkout.ts',
    from: 'smaller(wallet.balance, amount)',
    to: 'amount',
    tests: [`${RULES}/begin-checkout.test.ts`],
  },
  {
    name: 'checkout: an unknown answer counts as a no',
    file: 'payments/open-session.ts',
    from: "error instanceof BillingError && error.code !== 'GATEWAY_RESULT_UNKNOWN'",
    to: 'error instanceof BillingError',
    tests: ['local/flows/paytr-checkout.emulator.test.ts'],
  },
  {
    name: 'checkout: the page of an attempt that is over is handed out',
    file: 'payments/rules/begin-checkout.ts',
    from: "if (payment?.status !== 'PENDING') throw new BillingError('PAYMENT_FINISHED', { paymentId });",
    to: "if (payment?.status !== 'PENDING') return { writes: [], result: null };",
    tests: [`${RULES}/begin-checkout.test.ts`],
  },
  {
    name: 'checkout: the hourly check forgets the payment',
    file: 'payments/rules/begin-checkout.ts',
    from: "nextCheckAt: nextCheck(paymentMethodId === null ? 'PENDING' : 'CHARGED', now)",
    to: 'nextCheckAt: null',
    tests: [`${RULES}/begin-checkout.test.ts`, CRASH],
  },
  {
    name: 'refund ceiling',
    file: 'payments/rules/begin-refund.ts',
    from: 'amount > most || amount === 0',
    to: 'amount === 0',
    tests: [REFUNDS],
  },
  {
    name: 'refund: its wallet money can be spent meanwhile',
    file: 'payments/rules/begin-refund.ts',
    from: '{ refundId, paymentId, amount: fromWallet }',
    to: '{ refundId, paymentId, amount: ZERO }',
    tests: [REFUNDS],
  },
  {
    name: 'refund: a total is booked as if it were new',
    file: 'payments/rules/settle-refund.ts',
    from: 'const unbooked = refundedTotal - payment.gatewayRefundedAmount;',
    to: 'const unbooked = refundedTotal - ZERO;',
    tests: [REFUNDS],
  },
  {
    name: 'refund: a repeat orders again without asking',
    file: 'payments/refund.ts',
    from: 'isRepeat && (await wasMade(',
    to: '!isRepeat && (await wasMade(',
    tests: [CRASH],
  },
  {
    name: 'refund: Stripe gets no idempotency key',
    file: 'gateways/stripe/refund.ts',
    from: '{ idempotencyKey: `refund_${refundId}` },',
    to: '',
    tests: ['local/flows/stripe-refund.test.ts'],
  },
  {
    name: 'refund: before its payment’s own news it counts as none',
    file: 'payments/rules/settle-refund.ts',
    from: 'if (refundedTotal === 0) return',
    to: 'if (refundedTotal >= 0) return',
    tests: [REFUNDS],
  },
  {
    name: 'dispute: booked each time it is told',
    file: 'payments/rules/dispute-payment.ts',
    from: "earlier === undefined || (earlier.status === 'OPEN' && fact.kind === 'DISPUTE_CLOSED')",
    to: 'true',
    tests: [`${RULES}/dispute-payment.test.ts`],
  },
  {
    name: 'invoice: takes money that it is not owed',
    file: 'invoices/rules/settle-invoice.ts',
    from: "return status === 'DRAFT' ? ZERO : amountDue;",
    to: 'return amountDue;',
    tests: [`${RULES}/record-bank-transfer.test.ts`, `${RULES}/apply-fact.test.ts`],
  },
  {
    name: 'journal: the surcharge is left out',
    file: 'finance/rules/journal.ts',
    from: "credit('installmentSurcharge', surcharge),",
    to: '',
    tests: ['functions/src/finance/rules/journal.test.ts', `${RULES}/apply-fact.test.ts`],
  },
  {
    name: 'reconciliation: a failing database is parked for finance',
    file: 'finance/fetch-undelivered-events.ts',
    from: 'if (!(error instanceof BillingError)) throw error;',
    to: '',
    tests: ['functions/src/finance/fetch-undelivered-events.emulator.test.ts'],
  },
  {
    name: 'bank statement: a line that was matched is matched again',
    file: 'finance/bank/rules/match-bank-transaction.ts',
    from: "if (line.status !== 'OPEN') throw",
    to: "if (line.status === 'DISMISSED') throw",
    tests: ['functions/src/finance/bank/rules/match-bank-transaction.test.ts'],
  },
  {
    name: 'bank statement: two alike payments of a day are one',
    file: 'finance/bank/rules/line-identity.ts',
    from: 'return [...parts, String(occurrence)];',
    to: 'return [...parts];',
    tests: ['functions/src/finance/bank/rules/line-identity.test.ts'],
  },
  {
    name: 'overdue: what is overdue already becomes overdue again',
    file: 'invoices/rules/mark-overdue.ts',
    from: '!isOpen(invoice) || issuedStatus',
    to: 'issuedStatus',
    tests: ['functions/src/invoices/rules/mark-overdue.test.ts'],
  },
];
