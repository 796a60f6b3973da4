import type { FirebaseApp } from 'firebase/app';
import { startAppCheck } from './app-check';

const initializeAppCheck = jest.fn();
// The real one asks Google at once.
jest.mock('firebase/app-check', () => ({
  initializeAppCheck: (...given: unknown[]) => {
    initializeAppCheck(...given);
  },
  ReCaptchaEnterpriseProvider: class {
    constructor(readonly siteKey: string) {}
  },
}));

const app = { name: 'app' } as FirebaseApp;
const inProduction = { emulators: null };
beforeEach(() => initializeAppCheck.mockClear());

test('with a site key it is started before anything is asked', async () => {
  await startAppCheck(app, inProduction, 'site-key');
  expect(initializeAppCheck.mock.calls).toEqual([
    [app, { provider: { siteKey: 'site-key' }, isTokenAutoRefreshEnabled: true }],
  ]);
});

test.each([
  ['no key', inProduction, undefined],
  ['an empty key', inProduction, ''],
  ['emulators', { emulators: {} }, 'site-key'],
])('with %s it is not', async (_edge, config, siteKey) => {
  await startAppCheck(app, config, siteKey);
  expect(initializeAppCheck).not.toHaveBeenCalled();
});
