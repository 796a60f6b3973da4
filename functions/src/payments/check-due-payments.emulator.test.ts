import '../testing/environment';
import { firestore } from '../platform/firestore';
import { tasks } from '../platform/tasks';
import { paths } from '../schema/paths';
import { aPayment } from '../testing/factories';
import { checkDuePayments } from './check-due-payments';

const db = firestore();
const NOW = new Date('2026-03-10T10:20:00Z');
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

/** Cloud Tasks, as far as it tells names apart. */
let queued: Map<string, object>;

beforeEach(async () => {
  queued = new Map();
  jest.spyOn(tasks, 'enqueue').mockImplementation((queue, data, id) => {
    queued.set(`${queue} ${id}`, data);
    return Promise.resolve();
  });
  await db.recursiveDelete(db.collection('payments'));
});
afterEach(() => {
  jest.restoreAllMocks();
});

async function payments(nextCheckAt: readonly (Date | null)[]): Promise<void> {
  const batch = db.batch();
  nextCheckAt.forEach((at, index) => {
    batch.create(db.doc(paths.payment(`payment-${index}`)), aPayment({ nextCheckAt: at }));
  });
  await batch.commit();
}

test('a task for each payment that is due, and for no other', async () => {
  await payments([minutesAgo(90), minutesAgo(0), minutesAgo(-1), null]);
  expect(await checkDuePayments(db, NOW)).toBe(2);
  expect([...queued.values()]).toEqual([{ paymentId: 'payment-0' }, { paymentId: 'payment-1' }]);
});

test('twice in an hour names the same tasks; the hour after asks again', async () => {
  await payments([minutesAgo(5)]);
  await checkDuePayments(db, NOW);
  await checkDuePayments(db, new Date('2026-03-10T10:45:00Z'));
  expect(queued.size).toBe(1);
  await checkDuePayments(db, new Date('2026-03-10T11:20:00Z'));
  expect(queued.size).toBe(2);
});

test('more than a page', async () => {
  const count = 301;
  await payments(Array.from({ length: count }, (_, index) => minutesAgo(index + 1)));
  expect(await checkDuePayments(db, NOW)).toBe(count);
  expect(queued.size).toBe(count);
});
