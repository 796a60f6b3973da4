import { projectId } from '../environment';
import { firestore } from '../../platform/firestore';
import { inEmulator } from '../fuzz/emulator-storage';
import { oddsWith } from './odds';
import { simulate } from './simulate';

const emptied = inEmulator(firestore(), projectId);

/** Few customers with a hard life, so that two months see most of what can happen. */
const SETTINGS = {
  customers: 10,
  months: 2,
  seed: 11,
  sweeps: 1,
  odds: oddsWith({
    softDecline: 0.3,
    hardDecline: 0.1,
    authentication: 0.1,
    stripeBilling: 0.6,
    payByLink: 0.3,
    payByWallet: 0.2,
    cancels: 0.3,
    upgrades: 0.3,
    downgrades: 0.2,
    refund: 0.3,
    another: 0.2,
    lostAnswer: 0.1,
    lostNews: 0.1,
  }),
};

test('everything is right in the end, and the same seed has the same course', async () => {
  await emptied();
  const first = await simulate(firestore(), SETTINGS);
  expect(first.problems).toEqual([]);
  await emptied();
  expect(await simulate(firestore(), SETTINGS)).toEqual(first);
}, 180_000);
