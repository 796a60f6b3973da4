/** A customer at the payment page: reads its forms and sends them over HTTP, without a browser. */
import { TEST_CARD_CVV, TEST_CARD_EXPIRY, THREE_D_SECURE_CODE, type TestCard } from './test-cards';

export interface PageView {
  url: string;
  status: number;
  body: string;
}

export interface CardEntry {
  card: Pick<TestCard, 'number'>;
  instalments?: number;
  name?: string;
  /** MM/YY */
  expiry?: string;
  cvv?: string;
}

export async function openPage(url: string): Promise<PageView> {
  return view(await fetch(url));
}

/** Sends the card form; the answer is the 3D Secure page or the form again. */
export function enterCard(page: PageView, entry: CardEntry): Promise<PageView> {
  return submit(page, 'card_number', {
    card_number: entry.card.number,
    card_name: entry.name ?? 'Ayşe Yılmaz',
    expiry: entry.expiry ?? TEST_CARD_EXPIRY,
    cvv: entry.cvv ?? TEST_CARD_CVV,
    installment_count: String(entry.instalments ?? 1),
  });
}

/** Sends a shop's own form, as the customer's browser does: its hidden fields, and the card. */
export async function postCard(
  form: { readonly url: string; readonly fields: Readonly<Record<string, string>> },
  { card, name, expiry = TEST_CARD_EXPIRY, cvv = TEST_CARD_CVV }: CardEntry,
): Promise<PageView> {
  const [month = '', year = ''] = expiry.split('/');
  const entered = {
    cc_owner: name ?? 'Ayşe Yılmaz',
    card_number: card.number,
    expiry_month: month,
    expiry_year: year,
    cvv,
  };
  const body = new URLSearchParams({ ...form.fields, ...entered });
  return view(await fetch(form.url, { method: 'POST', body }));
}

/** Where the page of a failed payment posts to, which is the shop. */
export function failAddress({ body }: PageView): string | null {
  return /<form id="shop" method="post" action="([^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? null;
}

/** Sends the 3D Secure form; null presses its cancel button. */
export function answerSms(page: PageView, code: string | null = THREE_D_SECURE_CODE): Promise<PageView> {
  return submit(page, 'sms_code', { sms_code: code ?? '', action: code === null ? 'cancel' : 'confirm' });
}

/** Presses the button that gives the payment up. */
export function leave(page: PageView): Promise<PageView> {
  return submit(page, 'vazgec', {});
}

/** Tells of a bank transfer on its page. */
export async function tellOfTransfer(pageUrl: string): Promise<PageView> {
  return submit(await openPage(pageUrl), 'reference', {});
}

/** What the bank does with a transfer that was told of. */
export async function settleTransfer(pageUrl: string, outcome: 'arrives' | 'misses'): Promise<PageView> {
  return submit(await openPage(pageUrl), outcome === 'arrives' ? '/onay' : '/red', {});
}

/** The whole way: card, SMS code, end page. */
export async function pay(pageUrl: string, entry: CardEntry): Promise<PageView> {
  return answerSms(await enterCard(await openPage(pageUrl), entry));
}

/** Where an end page takes the whole window; null while the customer stays inside the frame. */
export function shopAddress({ body }: PageView): string | null {
  return (
    /<a class="button" id="shop" href="([^"]*)" target="_top"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ??
    null
  );
}

/** Sends the form that contains `marker` to the address written in it. */
async function submit(page: PageView, marker: string, fields: Record<string, string>): Promise<PageView> {
  const form = page.body
    .split('<form ')
    .slice(1)
    .map((rest) => rest.split('</form>', 1)[0] ?? '')
    .find((markup) => markup.includes(marker));
  const action = /action="([^"]*)"/.exec(form ?? '')?.[1];
  if (action === undefined)
    throw new Error(`no form with "${marker}" at ${page.url} (status ${page.status})`);
  return view(await fetch(new URL(action, page.url), { method: 'POST', body: new URLSearchParams(fields) }));
}

async function view(response: Response): Promise<PageView> {
  return { url: response.url, status: response.status, body: await response.text() };
}
