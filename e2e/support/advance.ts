import { firestore } from '../../functions/src/platform/firestore';
import { advanceSubscription } from '../../functions/src/subscriptions/advance-subscription';

/** `advance.ts <subscription id> <instant>`: the task of a subscription, told what time it is; prints what it did. */
const [subscriptionId = '', instant = ''] = process.argv.slice(2);

void advanceSubscription(firestore(), subscriptionId, new Date(instant)).then((did) => {
  process.stdout.write(`\n${did}`, () => process.exit(0));
});
