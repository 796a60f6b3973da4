import { HttpsError } from 'firebase-functions/v2/https';
import { capturedLogs } from '../testing/captured-logs';
import { inBackground } from './background';
import { BillingError } from './errors';

test('a failure is logged by its codes alone, and the platform hears no more', async () => {
  const cause = Object.assign(new TypeError('Ayşe Yılmaz, ayse@customer.example\n    at Moda Caddesi 12'), {
    code: 'ECONNRESET',
  });
  const work = () => Promise.reject(new BillingError('GATEWAY_UNAVAILABLE', { amount: 12_345 }, { cause }));
  const failure: unknown = await inBackground('tasks.checkPayment', work).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(HttpsError);
  expect((failure as HttpsError).cause).toBeUndefined();
  expect(capturedLogs).toEqual([
    {
      level: 'error',
      message: 'request failed',
      fields: {
        operation: 'tasks.checkPayment',
        error: 'BillingError',
        code: 'GATEWAY_UNAVAILABLE',
        cause: 'TypeError ECONNRESET',
        stack: expect.stringMatching(/^ {4}at .*background\.test\.ts/) as unknown,
      },
    },
  ]);
  expect(JSON.stringify(capturedLogs)).not.toMatch(/Ayşe|customer|Moda|12345/);
});

test('work that is done says nothing', async () => {
  const before = capturedLogs.length;
  await inBackground('scheduled.checkBooks', () => Promise.resolve(3));
  expect(capturedLogs).toHaveLength(before);
});
