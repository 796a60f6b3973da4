import { pages, preload } from './portal-pages';

const names = Object.keys(pages) as (keyof typeof pages)[];

beforeEach(() => {
  // None is downloaded: it would bring Firebase into this test.
  for (const name of names) jest.spyOn(pages, name).mockReturnValue(new Promise<never>(() => undefined));
});

afterEach(() => {
  jest.restoreAllMocks();
});

function preloaded(address: string): string[] {
  preload(address);
  return names.filter((name) => jest.mocked(pages[name]).mock.calls.length > 0);
}

test.each([
  ['/invoices', ['invoices']],
  ['/invoices/abc', ['invoice']],
  ['/pay', ['pay']],
  ['/pay/abc', ['payInvoice']],
  ['/subscriptions/abc/plan', ['changePlan']],
  ['/', []],
  ['/console/invoices', []],
  ['/nowhere', []],
])('%s begins to download %j', (address, expected) => {
  expect(preloaded(address)).toEqual(expected);
});

test('a download that fails is left to the page that needs it', async () => {
  const failing = Promise.reject(new Error('offline'));
  jest.mocked(pages.wallet).mockReturnValue(failing);
  preload('/wallet');
  await expect(failing).rejects.toThrow('offline');
});
