import { seedDemo } from '../../local/demo/seed';
import { startStack } from '../../local/stack';
import { ADDRESSES } from './stack';
import type { StackAddresses } from './stack';

/** Starts the whole stack on free ports once for all browser tests, with the demo's people in it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const stack = await startStack();
  const { projectId, urls } = stack;
  await seedDemo({ projectId, firestoreHost: urls.firestoreHost, authHost: urls.authHost });
  process.env[ADDRESSES] = JSON.stringify({ projectId, ...urls } satisfies StackAddresses);
  return () => stack.stop();
}
