import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sellerSettings } from '../../local/demo/seller';
import { STAND_IN_STRIPE } from '../../local/stack';
import { stackAddresses } from './stack';

const run = promisify(execFile);

/**
 * Does what is due for a subscription at each instant in turn, as the hourly sweep's task would then. The deployed functions know
 * no clock but the real one, and nothing of theirs lets it be set: so a process of the test's own runs the same code
 * against the same emulator and stand-in.
 * @returns What was done at each.
 */
export async function advanceAt(subscriptionId: string, instants: readonly Date[]): Promise<string[]> {
  const { app, firestoreHost, projectId, stripe } = stackAddresses();
  const script = join(__dirname, 'advance.ts');
  const { stdout } = await run(
    process.execPath,
    ['--import', 'tsx', script, subscriptionId, ...instants.map((now) => now.toISOString())],
    {
      env: {
        ...process.env,
        ...sellerSettings,
        GCLOUD_PROJECT: projectId,
        FIRESTORE_EMULATOR_HOST: firestoreHost,
        METADATA_SERVER_DETECTION: 'none',
        APP_URL: app,
        STRIPE_API_URL: stripe ?? '',
        STRIPE_SECRET_KEY: STAND_IN_STRIPE.secretKey,
      },
    },
  );
  return stdout.slice(stdout.lastIndexOf('\n') + 1).split(' ');
}

/** From now on a kept card behaves like another of Stripe's test cards. */
export async function cardBecomes(gatewayMethodId: string, number: string): Promise<void> {
  const response = await fetch(`${stackAddresses().stripe ?? ''}/_control/cards`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ payment_method: gatewayMethodId, number }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
}
