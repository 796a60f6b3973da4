import * as surface from './index';

/** What a function is deployed with, as the SDK tells firebase-tools. */
interface Endpoint {
  readonly region?: readonly string[];
  readonly maxInstances?: number;
  readonly timeoutSeconds?: number;
  readonly secretEnvironmentVariables?: readonly { readonly key: string }[];
  readonly scheduleTrigger?: { readonly timeZone?: string; readonly retryConfig?: { retryCount?: number } };
  readonly taskQueueTrigger?: { readonly retryConfig?: { maxAttempts?: number } };
}

const endpoints = Object.entries(surface).flatMap(([group, members]) =>
  Object.entries(members).map(
    ([name, deployed]) =>
      // What the Firebase CLI reads when it deploys, which the SDK's types keep to themselves.
      [`${group}.${name}`, (deployed as unknown as { __endpoint: Endpoint }).__endpoint] as const,
  ),
);
const secretsOf = ({ secretEnvironmentVariables = [] }: Endpoint) =>
  secretEnvironmentVariables.map(({ key }) => key).sort();

const PAYTR = ['PAYTR_MERCHANT_KEY', 'PAYTR_MERCHANT_SALT'];
const BOTH = [...PAYTR, 'STRIPE_SECRET_KEY'];

test('a function holds the secrets of the gateways that it talks to, and no other', () => {
  const held = endpoints.map(([name, endpoint]) => [name, secretsOf(endpoint)] as const);
  expect(Object.fromEntries(held.filter(([, secrets]) => secrets.length > 0))).toEqual({
    'payment.checkout': BOTH,
    'payment.abandon': BOTH,
    'payment.check': BOTH,
    'payment.refund': BOTH,
    'payment.charge': BOTH,
    'payment.methods': BOTH,
    'payment.setupMethod': BOTH,
    'payment.detachMethod': BOTH,
    'payment.installments': PAYTR,
    'wallet.topUp': BOTH,
    'subscription.create': BOTH,
    'subscription.change': BOTH,
    'subscription.changePaymentWay': BOTH,
    'webhooks.stripe': ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'],
    'webhooks.paytr': PAYTR,
    'tasks.checkPayment': BOTH,
    'tasks.advanceSubscription': BOTH,
    'tasks.retrySubscription': BOTH,
    'tasks.tellStripe': BOTH,
    'triggers.tellStripe': BOTH,
    'triggers.updateGatewayCustomers': BOTH,
    'scheduled.reconcile': BOTH,
    'triggers.sendMail': ['SMTP_PASSWORD'],
    'scheduled.sendMails': ['SMTP_PASSWORD'],
  });
});

test.each(endpoints)('%s runs in our region, in a limited number of instances', (_name, endpoint) => {
  expect(endpoint.region).toEqual(['europe-west1']);
  expect(endpoint.maxInstances).toBeLessThanOrEqual(20);
});

const asking = endpoints.filter(([, endpoint]) => secretsOf(endpoint).includes('STRIPE_SECRET_KEY'));
test.each(asking)('%s outlives the gateways that it waits for', (_name, { timeoutSeconds }) => {
  expect(timeoutSeconds).toBeGreaterThanOrEqual(120);
});

const scheduled = endpoints.filter(([, { scheduleTrigger }]) => scheduleTrigger !== undefined);
test.each(scheduled)('%s goes by the seller’s clock, one run at a time', (_name, endpoint) => {
  expect(endpoint.scheduleTrigger?.timeZone).toBe('Europe/Istanbul');
  expect(endpoint.maxInstances).toBe(1);
});

const tasks = endpoints.filter(([, { taskQueueTrigger }]) => taskQueueTrigger !== undefined);
test.each(tasks)('%s is tried again, but not for ever', (_name, { taskQueueTrigger }) => {
  expect(taskQueueTrigger?.retryConfig?.maxAttempts).toBeGreaterThan(1);
  expect(taskQueueTrigger?.retryConfig?.maxAttempts).toBeLessThanOrEqual(10);
});
