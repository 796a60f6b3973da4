import { html, trusted, type Html } from './html';
import { texts, type Lang } from './texts';

const STYLE = trusted(`<style>
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 system-ui,"Segoe UI",Roboto,sans-serif;color:#212529;background:#fff}
main{max-width:440px;margin:0 auto;padding:16px}
.notice{margin:0 0 16px;padding:8px 12px;border-radius:8px;background:#fff4e6;color:#8a3200;font-size:14px}
h1{margin:0 0 4px;font-size:20px;line-height:1.3}
.amount{display:flex;justify-content:space-between;align-items:baseline;gap:12px;margin:0 0 20px;padding-bottom:12px;border-bottom:1px solid #dee2e6;color:#495057}
.total{margin:0;padding:0;border:0}
.amount strong,.amount output{font-weight:700;font-size:20px;color:#212529;font-variant-numeric:tabular-nums}
form{display:grid;gap:16px}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:12px;align-items:end}
label{display:block;margin-bottom:4px;font-weight:600;font-size:14px}
input,select{width:100%;min-height:44px;padding:8px 12px;border:1px solid #868e96;border-radius:8px;background:#fff;color:inherit;font:inherit;font-variant-numeric:tabular-nums}
input:focus-visible,select:focus-visible,button:focus-visible,a:focus-visible{outline:3px solid #74c0fc;outline-offset:1px;border-color:#1864ab}
[aria-invalid=true]{border-color:#a51111}
.problem{margin:4px 0 0;color:#a51111;font-size:14px}
.alert{margin:0 0 16px;padding:12px;border-radius:8px;background:#fff5f5;color:#a51111}
.alert p{margin:0}
button,.button{display:block;width:100%;min-height:48px;padding:10px 16px;border:1px solid #1864ab;border-radius:8px;background:#1864ab;color:#fff;font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
button:hover,.button:hover{background:#14558f}
.quiet{margin-top:8px;border-color:transparent;background:transparent;color:#1864ab}
button+.quiet{margin-top:-8px}
.quiet:hover{background:#e7f5ff}
</style>`);

/**
 * Tells the embedding page how tall the content is, so that it can fit the frame:
 * `{ source: 'paytr', height: <CSS pixels> }`. The real page speaks to PayTR's iframeResizer script instead.
 */
const HEIGHT_SCRIPT = trusted(`<script>
if (window.parent !== window) {
  new ResizeObserver(() => {
    const height = Math.ceil(document.querySelector('main').getBoundingClientRect().height);
    window.parent.postMessage({ source: 'paytr', height }, '*');
  }).observe(document.querySelector('main'));
}
</script>`);

/** A whole page inside the payment frame. */
export function page(lang: Lang, title: string, content: Html): string {
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${STYLE}
      </head>
      <body>
        <main>
          <p class="notice">${texts[lang].testNotice}</p>
          ${content}
        </main>
        ${HEIGHT_SCRIPT}
      </body>
    </html>`.markup;
}

/** A message that ends the payment; with a shop address it takes the whole window there. */
export function endPage(lang: Lang, heading: string, text: string, shopUrl: string | null): string {
  const leave =
    shopUrl === null
      ? null
      : html`<p><a class="button" id="shop" href="${shopUrl}" target="_top">${texts[lang].backToShop}</a></p>
          <script>
            window.top.location.href = document.getElementById('shop').href;
          </script>`;
  return page(
    lang,
    heading,
    html`<h1>${heading}</h1>
      <p role="status">${text}</p>
      ${leave}`,
  );
}

/** A failure that ends a payment by the Direct API: it takes the window to the shop by a POST that says why. */
export function failPage(lang: Lang, heading: string, reason: string, shopUrl: string | null): string {
  return page(
    lang,
    heading,
    html`<h1>${heading}</h1>
      <p role="status">${reason}</p>
      <form id="shop" method="post" action="${shopUrl ?? ''}" target="_top">
        <input type="hidden" name="fail_message" value="${reason}" />
        <button class="button">${texts[lang].backToShop}</button>
      </form>
      <script>
        document.getElementById('shop').submit();
      </script>`,
  );
}
