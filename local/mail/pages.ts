import type { EventEmitter } from 'node:events';
import type { Express, Response } from 'express';
import express from 'express';
import type { Html } from '../paytr/pages/html';
import { html, trusted } from '../paytr/pages/html';
import type { CaughtMail } from './catcher';
import { MAIL_PAGE_STYLE } from './styles';

/** The page of what was caught: a list that grows by itself, and each mail as HTML and as text. */
export function mailPages(mails: readonly CaughtMail[], arrivals: EventEmitter): Express {
  const app = express();
  app.disable('x-powered-by');

  app.get('/', (_request, response) => {
    page(response, 'Mail', html`${trusted(RELOAD)}${listOf(mails)}`);
  });
  app.get('/mails/:id', (request, response) => {
    const mail = mails.find(({ id }) => String(id) === request.params.id);
    if (mail === undefined) page(response.status(404), 'Mail', html`<p>There is no such mail any more.</p>`);
    else page(response, mail.subject, mailPage(mail));
  });
  // Alone in its frame, which runs no script and is of no origin; links open beside it.
  app.get('/mails/:id/html', (request, response) => {
    const mail = mails.find(({ id }) => String(id) === request.params.id);
    response.setHeader(
      'Content-Security-Policy',
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    );
    response.type('html').send(mail === undefined ? '' : inNewTabs(mail.html));
  });
  app.get('/api/mails', (_request, response) => {
    response.json(mails);
  });
  app.get('/arrivals', (request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.flushHeaders();
    const tell = ({ id }: CaughtMail) => response.write(`data: ${id}\n\n`);
    arrivals.on('mail', tell);
    request.on('close', () => arrivals.off('mail', tell));
  });
  return app;
}

/** A mail that arrives is shown without anybody asking for it. */
const RELOAD =
  "<script>new EventSource('/arrivals').addEventListener('message', () => location.reload());</script>";

function page(response: Response, title: string, content: Html): void {
  const { markup } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          ${trusted(MAIL_PAGE_STYLE)}
        </style>
      </head>
      <body>
        <header><a href="/">Mail</a> <span>caught on this machine; nothing was delivered</span></header>
        <main>${content}</main>
      </body>
    </html>`;
  response.type('html').send(markup);
}

function listOf(mails: readonly CaughtMail[]): Html {
  if (mails.length === 0) {
    return html`<p class="empty">
      No mail yet. Mails about subscriptions and about cards that need their owner arrive here as the app
      sends them; this page shows them by itself.
    </p>`;
  }
  const rows = [...mails].reverse().map(
    ({ id, to, subject, arrivedAt }) =>
      html`<li>
        <a href="/mails/${id}">
          <strong>${subject}</strong>
          <span>${to.join(', ')}</span>
          <time datetime="${arrivedAt.toISOString()}">${timeOf(arrivedAt)}</time>
        </a>
      </li>`,
  );
  return html`<ul>
    ${rows}
  </ul>`;
}

function mailPage(mail: CaughtMail): Html {
  const { id, from, to, subject, arrivedAt, messageId, text } = mail;
  return html`<h1>${subject}</h1>
    <dl>
      <dt>From</dt>
      <dd>${from}</dd>
      <dt>To</dt>
      <dd>${to.join(', ')}</dd>
      <dt>At</dt>
      <dd>${timeOf(arrivedAt)}</dd>
      <dt>Message-ID</dt>
      <dd>${messageId}</dd>
    </dl>
    <h2>HTML</h2>
    <iframe
      src="/mails/${id}/html"
      title="The mail as HTML"
      sandbox="allow-popups allow-popups-to-escape-sandbox"
    ></iframe>
    <h2>Plain text</h2>
    <pre>${text}</pre>`;
}

function inNewTabs(markup: string): string {
  return markup.replace(/<head>/i, '<head><base target="_blank">');
}

function timeOf(at: Date): string {
  return at.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
}
