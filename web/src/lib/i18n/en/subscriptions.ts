import type { BillingPeriod } from '@hyble/billing-functions/src/schema/plan';
import type { CallErrorCode } from '../../callable';
import type { SubscriptionStanding } from '../../subscription-outlook';

/** Refusals that only these screens can meet, so that no other page loads their words. */
export type SubscriptionErrorCode = Extract<
  CallErrorCode,
  `PLAN_${string}` | `SUBSCRIPTION_${string}` | 'TRIAL_USED' | 'UPGRADE_PENDING' | 'PREVIEW_OUTDATED'
>;

const errors: Record<SubscriptionErrorCode, string> = {
  PLAN_NOT_FOUND: 'There is no such plan.',
  PLAN_INACTIVE: 'This plan is no longer sold.',
  TRIAL_USED: 'You have had your free trial. You can subscribe to this plan without it.',
  PLAN_UNCHANGED: 'The subscription is on this plan already.',
  PLAN_CURRENCY_DIFFERS: 'This plan is sold in another currency. Start a new subscription instead.',
  SUBSCRIPTION_NOT_FOUND: 'There is no such subscription.',
  SUBSCRIPTION_NOT_STARTED: 'The subscription begins when its first invoice is paid.',
  SUBSCRIPTION_PAST_DUE: 'An invoice of this subscription is past due. Pay it first.',
  SUBSCRIPTION_NOT_PAST_DUE: 'Nothing of this subscription is past due.',
  SUBSCRIPTION_SUSPENDED: 'The service is paused. Pay the open invoice first, or cancel at once.',
  SUBSCRIPTION_CANCELLED: 'The subscription has been cancelled. Start a new one.',
  SUBSCRIPTION_ENDING: 'The subscription ends with this period. Resume it first.',
  SUBSCRIPTION_NOT_ENDING: 'The subscription is not about to end; there is nothing to resume.',
  SUBSCRIPTION_INVOICE_OPEN: 'An invoice of this subscription is not paid yet. Pay it first.',
  UPGRADE_PENDING: 'A change of plan waits for its payment. Pay its invoice, or wait until tomorrow.',
  PREVIEW_OUTDATED: 'The amount has changed since it was shown. Look at it again before you confirm.',
};

const statuses: Record<SubscriptionStanding, string> = {
  NOT_STARTED: 'Awaiting first payment',
  ACTIVE: 'Active',
  PAST_DUE: 'Past due',
  SUSPENDED: 'Suspended',
  CANCELLED: 'Cancelled',
};

/** Told to screen readers when an open subscription changes its status. */
const news: Record<SubscriptionStanding, string> = {
  NOT_STARTED: 'Subscription {{plan}} is awaiting its first payment',
  ACTIVE: 'Subscription {{plan}} is now active',
  PAST_DUE: 'Subscription {{plan}} is now past due',
  SUSPENDED: 'Subscription {{plan}} is now suspended',
  CANCELLED: 'Subscription {{plan}} was cancelled',
};

const price: Record<BillingPeriod, string> = {
  monthly: '{{amount}} a month',
  annually: '{{amount}} a year',
};

export default {
  errors,
  statuses,
  news,
  price,
  periods: { monthly: 'Monthly', annually: 'Annually' },

  title: 'Subscriptions',
  caption: 'Subscriptions, newest first',
  empty: 'You have no subscription yet. Choose a plan below.',
  emptyOfAccount: 'This account has no subscription yet.',
  plans: 'Plans',

  /** One line of a card: what comes next. */
  outlook: {
    NOT_STARTED: 'Begins when the first invoice is paid, by {{date}} at the latest.',
    TRIAL: 'On trial until {{date}}, then {{price}}.',
    RENEWS: 'Renews on {{date}}.',
    ENDS: 'Stays active until {{date}}, no more charges.',
    INVOICE_OPEN: 'The invoice of this period waits for your payment.',
    COLLECTING: 'The payment is under way.',
    PAST_DUE: 'We could not collect the payment. Service stops on {{date}}.',
    SUSPENDED: 'Service is paused; pay to resume at once.',
    CANCELLED: 'Ended on {{date}}.',
  },

  /** Of the first page: what is next, and what needs its customer. */
  overview: {
    next: 'Next renewal',
    PAST_DUE: 'We could not collect your payment for {{plan}}',
    SUSPENDED: 'Service paused: {{plan}}',
    toFix: 'See what to do',
    toSubscription: 'Go to subscription',
  },

  picker: {
    currencies: 'Currency',
    period: 'Billed',
    list: 'Plans to choose from',
    net: '{{amount}} without VAT of {{rate}}',
    netFree: 'No VAT',
    saving: 'You save {{amount}} a year against monthly billing.',
    trial_one: '{{count}} day free to try',
    trial_other: '{{count}} days free to try',
    choose: 'Choose {{plan}}',
    current: 'Your plan',
    features: 'What {{plan}} includes',
    empty: 'No plan is on sale at the moment.',
  },

  start: {
    title: 'Subscribe to {{plan}}',
    heading: 'New subscription',
    back: 'All plans',
    missing: 'This plan does not exist.',
    inactive: 'This plan is no longer sold.',
    toPlans: 'See the plans',
    dueNow: 'Due now',
    dueAfterTrial: 'Due on {{date}}',
    trialNote: 'Nothing is charged today. You can cancel before {{date}} and pay nothing.',
    renewNote: 'Renews by itself for the same price; you can cancel at any time.',
    submit: 'Subscribe and pay {{amount}}',
    submitByLink: 'Subscribe; pay {{amount}} on the next page',
    submitTrial: 'Start the free trial',
    charging: 'Your subscription is being set up…',
  },

  way: {
    title: 'How it is paid',
    defaultCard: 'Default card',
    card: 'Card',
    cardHint: 'Entered with the first payment. Keep it there, and renewals are charged to it.',
    noCard: 'No card is saved yet. Add one, or pay each invoice by its link.',
    link: 'By payment link',
    linkHint: 'Each invoice comes by e-mail with a link to pay it.',
    useWallet: 'Pay from the wallet first (balance {{balance}})',
    addCard: 'Add another card',
    cards: { ofDefault: '{{name}}, your default card', default: 'Your default card', kept: 'A saved card' },
    walletFirst: 'wallet first',
    change: 'Change',
    changeTitle: 'How should this subscription be paid?',
    triesAtOnce: 'The new way is tried at once for what is due: {{amount}}.',
    save: 'Save',
    saveAndPay: 'Save and pay {{amount}}',
  },

  detail: {
    back: 'All subscriptions',
    missing: 'There is no such subscription, or it is not yours to see.',
    facts: 'Details',
    price: 'Price',
    period: 'Current period',
    periodDays: '{{start}} – {{end}}',
    next: 'Next renewal',
    nextAmount: '{{date}}, {{amount}}',
    ends: 'Ends on',
    endedOn: 'Ended on',
    paidBy: 'Paid by',
    since: 'Since',
    account: 'Account',
    reason: 'Reason for cancelling',
    invoices: 'Invoices',
    noInvoices: 'The first invoice will appear here.',
    attempts: 'Attempts to collect',
    attemptsCaption: 'Attempts to collect, newest first',
    attempt: 'Attempt {{number}}',
    attemptFailed: 'Failed',
    attemptSucceeded: 'Paid',
    nextAttempt: 'Next step: {{date}}',
    notOwner: 'Only the person who started this subscription can change it; you can pay its invoices.',
    open: 'To be paid',
    toInvoice: 'Open the invoice',
    changePlan: 'Change plan',
    cancel: 'Cancel subscription',
    resume: 'Keep subscription',
    again: 'Start a new subscription',
  },

  /** What a state means, above everything else. */
  notice: {
    notStartedTitle: 'Pay the first invoice to begin',
    notStarted: 'The service begins with the payment. Unpaid by {{date}}, the subscription is given up.',
    collectingTitle: 'We are collecting the payment',
    collecting: 'This page shows the result by itself; please do not pay again.',
    invoiceOpenTitle: 'An invoice waits for your payment',
    invoiceOpen: 'The service goes on meanwhile.',
    pastDueTitle: 'We could not collect your payment',
    pastDueLinkTitle: 'Your payment is late',
    next: {
      RETRY: 'We try again on {{date}}.',
      REMINDER:
        'We do not charge this card again by ourselves: pay below or choose another way. We remind you on {{date}}.',
      SUSPENSION: 'There is no further attempt.',
    },
    reminder: 'We remind you again on {{date}}.',
    suspendsAt: 'Unpaid, the service stops on {{date}}.',
    suspendedTitle: 'Your service is paused',
    suspended:
      'Pay below, or choose another card, and it resumes at once. The days that were left are not lost.',
    endsTitle: 'Ends on {{date}}',
    ends: 'It stays active until then, and there are no more charges.',
    cancelledTitle: 'This subscription has ended',
    trialTitle: 'On trial until {{date}}',
    trial: 'Nothing is charged before. Then it costs {{price}}.',
    upgradeTitle: 'The change to {{plan}} waits for its payment',
    upgrade: 'It takes effect when it is paid, by {{date}}. Otherwise everything stays as it is.',
    downgradeTitle: 'Changes to {{plan}} on {{date}}',
    downgrade: 'Until then {{current}} stays as it is. From then on it costs {{price}}.',
  },

  change: {
    title: 'Change plan',
    back: 'Back to the subscription',
    notNow: 'The plan cannot be changed now.',
    other: 'Choose another plan',
    preview: 'What the change means',
    from: 'Now',
    to: 'New plan',
    lines: 'What you pay today',
    taxTotal: 'VAT',
    dueNow: 'Due today',
    nothingDue: 'Nothing is due today.',
    now: '{{plan}} begins at once.',
    whenPaid: '{{plan}} begins as soon as it is paid.',
    atPeriodEnd: '{{plan}} begins on {{date}}; until then you keep {{current}}, which is paid for.',
    keep: 'The change that was planned is dropped; you keep {{plan}}.',
    next: 'Next renewal',
    nextAmount: '{{date}}: {{amount}}',
    confirm: 'Confirm change',
    confirmAndPay: 'Confirm and pay {{amount}}',
    keepPlan: 'Keep {{plan}}',
  },

  cancel: {
    title: 'Cancel {{plan}}?',
    when: 'When should it end?',
    periodEnd: 'On {{date}}',
    now: 'Now',
    periodEndText:
      'It stays active until {{date}}, and there are no more charges. Until then you can change your mind.',
    nowText: 'The service stops at once, and this cannot be undone. Nothing is paid back by itself.',
    nowOpenText:
      'The service stops at once, and this cannot be undone. The open invoice is cancelled if nothing of it was paid.',
    why: 'Why are you leaving?',
    reasons: {
      price: 'Too expensive',
      unused: 'I do not use it',
      missing: 'Something is missing',
      other: 'Something else',
    },
    comment: 'Anything to add? (optional)',
    reasonMissing: 'Choose a reason.',
    submit: 'Cancel on {{date}}',
    submitNow: 'Cancel now',
  },
};
