import { createTransport } from 'nodemailer';
import type { MailCatcher } from './catcher';
import { startMailCatcher } from './catcher';

let server: MailCatcher;
beforeEach(async () => {
  server = await startMailCatcher();
});
afterEach(() => server.close());

/** Sends as any program does. */
async function send(subject: string, html = '<html><head></head><body><p>Merhaba</p></body></html>') {
  const transport = createTransport({ host: '127.0.0.1', port: server.smtpPort, ignoreTLS: true });
  await transport.sendMail({
    from: 'a@hyble.example',
    to: 'b@customer.example',
    subject,
    text: 'Merhaba',
    html,
  });
  transport.close();
}

async function page(path: string): Promise<{ status: number; text: string; policy: string | null }> {
  const answer = await fetch(`${server.url}${path}`);
  const policy = answer.headers.get('content-security-policy');
  return { status: answer.status, text: await answer.text(), policy };
}

test('before the first mail the page says what will come', async () => {
  expect((await page('/')).text).toContain('No mail yet.');
});

test('the newest is on top, and each leads to its page', async () => {
  await send('Birinci');
  await send('İkinci');
  const { text } = await page('/');
  expect(text.indexOf('İkinci')).toBeLessThan(text.indexOf('Birinci'));
  expect(text).toContain('href="/mails/2"');
  const mail = await page('/mails/2');
  expect(mail.text).toContain('b@customer.example');
  expect(mail.text).toMatch(/<pre>Merhaba\s*<\/pre>/);
  expect(mail.text).toMatch(/<iframe[^>]+src="\/mails\/2\/html"[^>]+sandbox="allow-popups/);
});

test('what a mail says is text on our page, and alone in a frame that runs nothing', async () => {
  await send('<script>alert(1)</script>', '<html><head></head><body><script>alert(2)</script></body></html>');
  for (const path of ['/', '/mails/1']) {
    const { text } = await page(path);
    expect(text).not.toContain('alert(1)</script>');
    expect(text).not.toContain('alert(2)');
  }
  const { text, policy } = await page('/mails/1/html');
  expect(text).toContain('<head><base target="_blank">');
  expect(policy).toMatch(/^sandbox allow-popups [^;]*; default-src 'none';/);
  expect(policy).not.toContain('allow-scripts');
});

test('a mail that is gone', async () => {
  expect(await page('/mails/7')).toMatchObject({ status: 404 });
});

test('a page that is open hears of a mail', async () => {
  const stop = new AbortController();
  const { body } = await fetch(`${server.url}/arrivals`, { signal: stop.signal });
  const told = (body as ReadableStream<Uint8Array>).getReader().read();
  await send('Yeni');
  expect(new TextDecoder().decode((await told).value)).toBe('data: 1\n\n');
  stop.abort();
});

test('everything as JSON', async () => {
  await send('Konu');
  expect(JSON.parse((await page('/api/mails')).text)).toMatchObject([
    { id: 1, from: 'a@hyble.example', to: ['b@customer.example'], subject: 'Konu' },
  ]);
});
