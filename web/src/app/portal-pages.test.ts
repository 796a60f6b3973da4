import { pages, preload, preloadPointedAt } from './portal-pages';

const names = Object.keys(pages) as (keyof typeof pages)[];

beforeEach(() => {
  // None is downloaded: it would bring Firebase into this test.
  for (const name of names) jest.spyOn(pages[name], 'download').mockReturnValue(new Promise(() => undefined));
});

afterEach(() => {
  jest.restoreAllMocks();
});

function downloaded(): string[] {
  return names.filter((name) => jest.mocked(pages[name].download).mock.calls.length > 0);
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
  preload(address);
  expect(downloaded()).toEqual(expected);
});

test('a download that fails is left to the page that needs it', async () => {
  const failing = Promise.reject(new Error('offline'));
  jest.mocked(pages.wallet.download).mockReturnValue(failing);
  preload('/wallet');
  await expect(failing).rejects.toThrow('offline');
});

describe('a link', () => {
  beforeAll(() => {
    preloadPointedAt(document);
  });

  const show = (html: string): Element => {
    document.body.innerHTML = html;
    return document.body.querySelector('[data-here]') ?? document.body;
  };

  test.each(['pointerover', 'focusin'])('to a page begins to download it on %s', (event) => {
    const icon = show('<a href="/wallet?account=x"><b data-here>Wallet</b></a>');
    icon.dispatchEvent(new Event(event, { bubbles: true }));
    expect(downloaded()).toEqual(['wallet']);
  });

  test.each([
    ['elsewhere', '<a data-here href="https://checkout.example/wallet">Pay</a>'],
    ['to the console', '<a data-here href="/console/invoices">Console</a>'],
    ['that is none', '<p data-here>Text</p>'],
  ])('%s downloads nothing', (_, html) => {
    show(html).dispatchEvent(new Event('pointerover', { bubbles: true }));
    expect(downloaded()).toEqual([]);
  });
});
