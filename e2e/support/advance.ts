import { firestore } from '../../functions/src/platform/firestore';
import { advanceSubscription } from '../../functions/src/subscriptions/advance-subscription';

/**
 * `advance.ts <subscription id> <instant>...`: the task of a subscription, told what time it is, once for each; prints
 * what it did each time.
 */
const [subscriptionId = '', ...instants] = process.argv.slice(2);

async function advance(): Promise<string[]> {
  const did: string[] = [];
  for (const instant of instants) {
    did.push(await advanceSubscription(firestore(), subscriptionId, new Date(instant)));
  }
  return did;
}

void advance().then((did) => {
  process.stdout.write(`\n${did.join(' ')}`, () => process.exit(0));
});
