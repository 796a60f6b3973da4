import { CARD_FAMILIES, instalmentOffers, type CardFamily } from '../instalment-rates';
import type { Payment } from '../store';
import { testCards, type TestCard } from '../test-cards';
import { html, json, trusted, type Html } from './html';
import { page } from './layout';
import { pagePath } from './session';
import { formatMoney, texts } from './texts';

type FieldName = 'card_number' | 'card_name' | 'expiry' | 'cvv';
export type CardFormProblems = Partial<Record<FieldName, string>>;

/** Groups the digits as they are typed and offers the instalments of the card's family. */
const FORM_SCRIPT = trusted(`<script>
const { families, options } = JSON.parse(document.getElementById('offers').textContent);
const number = document.getElementById('card_number');
const expiry = document.getElementById('expiry');
const plans = document.getElementById('installment_count');
let shownFamily = '';
number.addEventListener('input', () => {
  const digits = number.value.replace(/\\D/g, '').slice(0, 16);
  if (number.selectionStart === number.value.length) number.value = digits.replace(/(.{4})(?=.)/g, '$1 ');
  const family = families[digits.slice(0, 8)] ?? '';
  if (family === shownFamily) return;
  shownFamily = family;
  plans.replaceChildren(...options[family].map(({ count, label }) => new Option(label, count)));
  showTotal();
});
function showTotal() {
  const chosen = options[shownFamily].find(({ count }) => count === Number(plans.value));
  document.getElementById('total').value = chosen.total;
}
plans.addEventListener('change', showTotal);
expiry.addEventListener('input', (event) => {
  if (event.inputType === 'insertText' && /^\\d\\d$/.test(expiry.value)) expiry.value += '/';
});
document.querySelector('[aria-invalid=true]')?.focus();
</script>`);

/** The card form. `problems` are shown beside their fields; of what was typed only the name comes back. */
export function cardForm(payment: Payment, problems: CardFormProblems, cardName: string): string {
  const { lang, paymentAmount, currency } = payment.request;
  const text = texts[lang];
  const amount = formatMoney(paymentAmount, currency, lang);
  const options = planOptions(payment);
  const field = (name: FieldName, label: string, attributes: string, value = ''): Html => {
    const problem = problems[name];
    const state = problem ? `aria-invalid="true" aria-describedby="${name}_problem"` : '';
    return html`<div>
      <label for="${name}">${label}</label>
      <input id="${name}" name="${name}" value="${value}" required ${trusted(attributes)} ${trusted(state)} />
      ${problem ? html`<p class="problem" id="${name}_problem">${problem}</p>` : null}
    </div>`;
  };

  return page(
    lang,
    text.cardHeading,
    html`<h1>${text.cardHeading}</h1>
      <p class="amount">${text.amount} <strong>${amount}</strong></p>
      ${declineNotice(payment)}
      <form method="post" action="${pagePath(payment)}" novalidate>
        ${field('card_number', text.cardNumber, 'inputmode="numeric" autocomplete="cc-number" maxlength="23"')}
        ${field('card_name', text.cardName, 'autocomplete="cc-name" maxlength="60"', cardName)}
        <div class="pair">
          ${field('expiry', text.expiry, 'inputmode="numeric" autocomplete="cc-exp" maxlength="5"')}
          ${field('cvv', text.cvv, 'inputmode="numeric" autocomplete="cc-csc" maxlength="3"')}
        </div>
        <div>
          <label for="installment_count">${text.instalments}</label>
          <select id="installment_count" name="installment_count">
            ${(options[''] ?? []).map(({ count, label }) => html`<option value="${count}">${label}</option>`)}
          </select>
        </div>
        <p class="amount total">
          <span id="total_label">${text.total}</span>
          <output id="total" aria-labelledby="total_label">${amount}</output>
        </p>
        <button>${text.pay}</button>
      </form>
      <form method="post" action="${pagePath(payment)}/vazgec">
        <button class="quiet">${text.leave}</button>
      </form>
      <script type="application/json" id="offers">
        ${json({ families: familyByBin(), options })}
      </script>
      ${FORM_SCRIPT}`,
  );
}

function declineNotice({ lastFailure, request }: Payment): Html | null {
  if (!lastFailure) return null;
  return html`<div class="alert" role="alert">
    <p><strong>${lastFailure[request.lang]}</strong></p>
    <p>${texts[request.lang].tryAnother}</p>
  </div>`;
}

interface PlanOption {
  count: number;
  label: string;
  total: string;
}

/** Choices by card family; the empty name stands for cards without instalments. */
function planOptions({ request }: Payment): Record<string, PlanOption[]> {
  const { lang, currency, paymentAmount, longestPlan } = request;
  const text = texts[lang];
  const money = (amount: number) => formatMoney(amount, currency, lang);
  const optionsOf = (family: CardFamily | null): PlanOption[] =>
    instalmentOffers(paymentAmount, currency, family, longestPlan).map(({ count, total }) => ({
      count,
      label: count === 1 ? text.singlePayment : text.plan(count, money(Math.floor(total / count))),
      total: money(total),
    }));
  return Object.fromEntries([
    ['', optionsOf(null)],
    ...CARD_FAMILIES.map((family) => [family, optionsOf(family)] as const),
  ]);
}

function familyByBin(): Record<string, CardFamily> {
  const cards: TestCard[] = Object.values(testCards);
  return Object.fromEntries(
    cards.flatMap(({ number, family }) => (family ? [[number.slice(0, 8), family] as const] : [])),
  );
}
