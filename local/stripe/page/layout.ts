import { html, raw, type Html } from './html';
import { script, styles } from './styles';
import type { Texts } from './texts';

/** A whole page around its content, with the sign that nothing here is real. */
export function layout(texts: Texts, title: string, content: Html, withScript = false): string {
  return html`<!doctype html>
    <html lang="${texts.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} – ${texts.test}</title>
        <link rel="icon" href="data:," />
        <style>
          ${raw(styles)}
        </style>
      </head>
      <body>
        <div class="test" role="note"><strong>${texts.test}</strong> <span>${texts.testNotice}</span></div>
        <main>${content}</main>
        ${withScript ? raw(`<script>${script}</script>`) : null}
      </body>
    </html>`.markup;
}

/** A page that says one thing, with a way on if there is one. */
export function messagePage(
  texts: Texts,
  title: string,
  body: string,
  link: { href: string; label: string } | null,
): string {
  return layout(
    texts,
    title,
    html`<div class="narrow">
      <h1>${title}</h1>
      <p>${body}</p>
      ${link === null ? null : html`<a class="button" href="${link.href}">${link.label}</a>`}
    </div>`,
  );
}
