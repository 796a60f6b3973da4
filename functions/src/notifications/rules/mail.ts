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

/** The same words as plain text and as HTML, which mail programs show alike without any style sheet. */
export function mailMessage({ locale, subject, paragraphs, button }: MailContent): Mail['message'] {
  const { label, url } = button;
  const body = paragraphs.map((paragraph) => `<p style="${STYLE.text}">${escape(paragraph)}</p>`);
  return {
    subject,
    text: [...paragraphs, `${label}: ${url}`].join('\n\n'),
    html: [
      `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head>`,
      `<body style="${STYLE.body}"><div style="${STYLE.column}">`,
      ...body,
      `<p style="${STYLE.text}"><a href="${escape(url)}" style="${STYLE.button}">${escape(label)}</a></p>`,
      '</div></body></html>',
    ].join('\n'),
  };
}

const STYLE = {
  body: 'margin:0;background:#ffffff;color:#1a1b1e;font-family:Helvetica,Arial,sans-serif',
  column: 'max-width:560px;margin:0 auto;padding:24px',
  text: 'font-size:16px;line-height:24px;margin:0 0 16px',
  button:
    'display:inline-block;padding:12px 20px;border-radius:6px;background:#1864ab;color:#ffffff;text-decoration:none;font-weight:bold',
} as const;

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
