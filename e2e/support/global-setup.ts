import { seedDemo } from '../../local/demo/seed';
import { startStack } from '../../local/stack';
import { ADDRESSES } from './stack';
import type { StackAddresses } from './stack';

/**
 * What nearly every test calls. The first call of a function starts a process of its own in the emulator: here while
 * the demo is written. Each refuses what it is sent.
 */
const MOST_USED = [
  'invoice-create',
  'invoice-issue',
  'payment-checkout',
  'payment-recordBankTransfer',
  'webhooks-stripe',
  'webhooks-paytr',
];

/** Starts the whole stack on free ports once for all browser tests, with the demo's people in it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const stack = await startStack();
  const { projectId, urls } = stack;
  await Promise.all([
    seedDemo({ projectId, firestoreHost: urls.firestoreHost, authHost: urls.authHost }),
    ...MOST_USED.map((path) =>
      fetch(`${urls.functions}/${projectId}/europe-west1/${path}`, { method: 'POST' }),
    ),
  ]);
  process.env[ADDRESSES] = JSON.stringify({ projectId, ...urls } satisfies StackAddresses);
  return () => stack.stop();
}
