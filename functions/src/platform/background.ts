import { HttpsError } from 'firebase-functions/v2/https';
import * as logs from './logs';

/**
 * Runs what no person waits for: a scheduled function, or a task. A failure is logged in our own words, since the SDK
 * would log the error itself, with whatever a gateway wrote into its message; the platform is told only that it failed
 * and repeats the work as the function's retry settings say.
 * @param name The function as `index.ts` names it.
 * @throws HttpsError whenever the work fails.
 */
export async function inBackground(name: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    logs.requestFailed(name, error);
    throw new HttpsError('internal', `${name} failed; the line before says why`);
  }
}
