// Loads what a first request needs in this fresh process and prints the milliseconds that took. Node's own start is
// not counted. The requests are such that are refused after everything was loaded and before anything is asked of
// Firestore.
import { Buffer } from 'node:buffer';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';

const [, , BUNDLE, what] = process.argv;
const require = createRequire(BUNDLE);

/** A Stripe event with a wrong signature. */
function postCallback({ webhooks }) {
  return new Promise((resolve) => {
    const response = { set: () => response, status: () => response, json: resolve };
    const headers = { 'stripe-signature': `t=1,v1=${'0'.repeat(64)}` };
    void webhooks.stripe({ method: 'POST', headers, rawBody: Buffer.from('{}') }, response);
  });
}

/** A call by somebody who is not signed in. */
async function callIssue({ invoice }) {
  try {
    await invoice.issue.run({ data: {}, rawRequest: { headers: {}, ip: '127.0.0.1' } });
  } catch (error) {
    if (error.code === 'unauthenticated') return;
    throw error;
  }
  throw new Error('A call without a user was answered');
}

const LOADS = {
  baseline: () => {
    require('firebase-functions/v2');
    require('firebase-admin/firestore');
  },
  webhook: () => postCallback(require(BUNDLE)),
  api: () => callIssue(require(BUNDLE)),
};

const load = LOADS[what];
const start = performance.now();
await load();
const elapsed = performance.now() - start;
console.log(`loaded in ${elapsed} ms`);
process.exit();
