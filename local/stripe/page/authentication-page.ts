import { formatAmount } from '../amounts';
import { html } from './html';
import { layout } from './layout';
import type { Texts } from './texts';

/** Stands for the bank's 3D Secure page. `intent` is what the customer is to confirm; a setup has no amount. */
export function authenticationPage(
  texts: Texts,
  intent: { id: string; amount?: number; currency?: string },
): string {
  const { amount, currency } = intent;
  return layout(
    texts,
    texts.authenticationTitle,
    html`
      <div class="narrow">
        <h1>${texts.authenticationTitle}</h1>
        ${
          amount === undefined || currency === undefined
            ? null
            : html`<p class="amount">${formatAmount(amount, currency, texts.language)}</p>`
        }
        <p>${texts.authenticationBody}</p>
        <form method="post" action="/c/authenticate/${intent.id}">
          <button name="outcome" value="complete">${texts.authenticationComplete}</button>
          <button name="outcome" value="fail" class="plain">${texts.authenticationFail}</button>
        </form>
      </div>
    `,
  );
}
