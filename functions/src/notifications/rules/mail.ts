import type { Write } from '../../core/decision';
import { create } from '../../core/decision';
import type { Locale } from '../../schema/common';
import type { Mail } from '../../schema/mail';
import { paths } from '../../schema/paths';

/** What a mail says, in its reader's language, without any markup. */
export interface MailContent {
  readonly locale: Locale;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Where the reader goes on; one thing to do per mail. */
  readonly button: { readonly label: string; readonly url: string };
}

/** Has a mail sent. The id names what it is about, so that it is written once. */
export function mailWrite(id: string, toUid: string, content: MailContent): Write {
  return create(paths.mail(id), { toUids: [toUid], message: mailMessage(content) });
}

/**
 * The same words as plain text and as HTML. The HTML is tables and styles on the elements, which every mail program
 * shows alike; the one style sheet is for programs that turn a page dark, and nothing is lost without it.
 */
export function mailMessage(content: MailContent): Mail['message'] {
  const { subject, paragraphs, button } = content;
  const text = [...paragraphs, `${button.label}: ${button.url}`].join('\n\n');
  return { subject, text, html: htmlOf(content) };
}

/** Whose mail it is, and why it comes, for readers who did not expect it. */
const BRAND = 'Hyble';
const FRAME: Record<Locale, { readonly link: string; readonly why: string }> = {
  tr: {
    link: 'Düğme çalışmıyorsa bu adresi açın:',
    why: 'Bu e-posta, Hyble hesabınızla ilgili olarak otomatik gönderildi.',
  },
  en: {
    link: 'If the button does not work, open this address:',
    why: 'This mail was sent automatically, about your Hyble account.',
  },
};

function htmlOf({ locale, subject, paragraphs, button }: MailContent): string {
  const { label, url } = button;
  const { link, why } = FRAME[locale];
  const [href, title] = [escape(url), escape(subject)];
  // What inboxes show beside the subject: what it is about, not whom it greets.
  const preview = escape(paragraphs[1] ?? paragraphs[0] ?? '');
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${title}</title>`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<style>${DARK}</style></head>`,
    `<body class="page" style="${STYLE.page}">`,
    `<div style="${STYLE.preview}">${preview}</div>`,
    `<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="${STYLE.page}"><tr><td align="center" style="padding:24px 12px">`,
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;text-align:left">`,
    `<tr><td class="faint" style="${STYLE.brand}">${BRAND}</td></tr>`,
    `<tr><td class="card" style="${STYLE.card}">`,
    `<h1 class="ink" style="${STYLE.title}">${title}</h1>`,
    ...paragraphs.map((paragraph) => `<p class="ink" style="${STYLE.text}">${escape(paragraph)}</p>`),
    `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:24px 0"><tr><td bgcolor="#1864ab" style="border-radius:6px"><a href="${href}" style="${STYLE.button}">${escape(label)}</a></td></tr></table>`,
    `<p class="faint" style="${STYLE.small}">${link}<br><a class="link" href="${href}" style="${STYLE.link}">${href}</a></p>`,
    '</td></tr>',
    `<tr><td class="faint" style="${STYLE.footer}">${why}</td></tr>`,
    '</table></td></tr></table></body></html>',
  ].join('\n');
}

const FONT = "font-family:'Segoe UI',Helvetica,Arial,sans-serif";
const STYLE = {
  page: `margin:0;padding:0;background:#f1f3f5;${FONT}`,
  // Read by inboxes, seen by nobody.
  preview: 'display:none;max-height:0;overflow:hidden;mso-hide:all',
  brand: `padding:0 4px 12px;font-size:15px;line-height:20px;font-weight:bold;color:#495057;${FONT}`,
  card: 'padding:28px 24px;background:#ffffff;border:1px solid #dee2e6;border-radius:10px',
  title: `margin:0 0 20px;font-size:21px;line-height:28px;font-weight:bold;color:#1a1b1e;${FONT}`,
  text: `margin:0 0 14px;font-size:16px;line-height:24px;color:#1a1b1e;${FONT}`,
  button: `display:inline-block;padding:13px 22px;font-size:16px;line-height:20px;font-weight:bold;color:#ffffff;text-decoration:none;border-radius:6px;${FONT}`,
  small: `margin:0;font-size:13px;line-height:20px;color:#5c636a;${FONT}`,
  link: 'color:#1864ab;word-break:break-all',
  footer: `padding:16px 4px 0;font-size:13px;line-height:20px;color:#5c636a;${FONT}`,
} as const;

/** Only programs that follow the reader's dark setting read it. */
const DARK = [
  ':root{color-scheme:light dark}',
  '@media (prefers-color-scheme:dark){',
  '.page{background:#141517!important}',
  '.card{background:#1f2023!important;border-color:#373a40!important}',
  '.ink{color:#f1f3f5!important}',
  '.faint{color:#adb5bd!important}',
  '.link{color:#74c0fc!important}',
  '}',
].join('');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
