import type Stripe from 'stripe';
import { formatAmount } from '../amounts';
import { DEBIT_CURRENCY } from '../payments/debit';
import { testCards, type TestCard } from '../test-cards';
import { FIELDS, type Field, type FormErrors, type FormValues } from './card-form';
import { html, type Html } from './html';
import { layout } from './layout';
import type { Texts } from './texts';

export interface CheckoutPage {
  session: Stripe.Checkout.Session;
  lineItems: readonly Stripe.LineItem[];
  /** What the customer keeps, to be paid with by one press. */
  keptCards: readonly Stripe.PaymentMethod[];
  /** Null where the customer has to type it. */
  knownEmail: string | null;
  values: FormValues;
  errors: FormErrors;
  /** Why the last try failed. */
  alert: string | null;
  texts: Texts;
}

function summary({ session, lineItems, texts }: CheckoutPage): Html {
  const { amount_total: total, currency } = session;
  const money = (amount: number) => formatAmount(amount, currency ?? '', texts.language);
  const item = (line: Stripe.LineItem) => html`
    <li>
      <span class="name">${line.description}</span>
      <span class="price">${money(line.amount_total)}</span>
      ${
        (line.quantity ?? 1) > 1
          ? html`<span class="each"
              >${texts.quantity(line.quantity ?? 1, money(line.price?.unit_amount ?? 0))}</span
            >`
          : null
      }
    </li>
  `;
  const amount =
    total === null
      ? html`<h1>${texts.saveCardTitle}</h1>
          <p>${texts.saveCardNotice}</p>`
      : html`<h1 class="amount">${money(total)}</h1>
          <ul class="items">
            ${lineItems.map(item)}
          </ul>
          <p class="total"><span>${texts.total}</span> <span>${money(total)}</span></p>`;
  return html`
    <div class="summary">
      <div>
        ${
          session.cancel_url === null
            ? null
            : html`<a class="back" href="${session.cancel_url}"
                ><span aria-hidden="true">←</span> ${texts.back}</a
              >`
        }
        <p class="merchant">${texts.merchant}</p>
        ${amount}
      </div>
    </div>
  `;
}

interface InputOptions {
  label: string;
  autocomplete: string;
  inputMode?: 'numeric' | 'email';
  placeholder?: string;
  maxLength: number;
}

/** Where to go on after a fault: its first field, or the card number after a refusal. */
function focusedField({ errors, alert }: CheckoutPage): Field | undefined {
  return FIELDS.find((field) => errors[field] !== undefined) ?? (alert === null ? undefined : 'number');
}

function input(page: CheckoutPage, field: Field, options: InputOptions): Html {
  const fault = page.errors[field];
  return html`
    <div>
      <label for="${field}">${options.label}</label>
      <input
        id="${field}"
        name="${field}"
        value="${page.values[field]}"
        type="${options.inputMode === 'email' ? 'email' : 'text'}"
        inputmode="${options.inputMode ?? 'text'}"
        autocomplete="${options.autocomplete}"
        placeholder="${options.placeholder ?? ''}"
        maxlength="${options.maxLength}"
        required
        ${fault ? html`aria-invalid="true" aria-describedby="${field}-error"` : null}
        ${field === focusedField(page) ? html`autofocus` : null}
      />
      ${fault ? html`<p class="error" id="${field}-error">${page.texts.errors[fault]}</p>` : null}
    </div>
  `;
}

function emailField(page: CheckoutPage): Html {
  const { knownEmail, texts } = page;
  if (knownEmail === null) {
    return input(page, 'email', {
      label: texts.email,
      autocomplete: 'email',
      inputMode: 'email',
      maxLength: 256,
    });
  }
  return html`<p class="known">${texts.email}: ${knownEmail}</p>`;
}

function note(card: TestCard, texts: Texts): string {
  const parts = [
    card.authentication === 'never' ? null : texts.cards.authenticates,
    card.decline && card.savable ? texts.cards.savable : null,
    card.decline ? `${texts.cards.refused} (${card.decline.declineCode})` : null,
    card.objection === 'none' ? null : texts.cards[card.objection],
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(', ') : texts.cards.pays;
}

function cardList(texts: Texts): Html {
  const item = (card: TestCard) => html`
    <li>
      <button type="button" data-number="${card.number}">
        <span class="digits">${card.number.replaceAll(/(.{4})(?=.)/g, '$1 ')}</span>
        <span class="note">${note(card, texts)}</span>
      </button>
    </li>
  `;
  return html`
    <details>
      <summary>${texts.testCards}</summary>
      <ul class="cards">
        ${testCards.map(item)}
      </ul>
    </details>
  `;
}

function submitLabel({ session, texts }: CheckoutPage): string {
  const { amount_total: total, currency } = session;
  if (total === null) return texts.save;
  return `${texts.pay} ${formatAmount(total, currency ?? '', texts.language)}`;
}

/** Whether the page offers the way to pay that settles later. */
export function takesDebit({
  mode,
  currency,
  allowed_payment_method_types: allowed,
}: Stripe.Checkout.Session): boolean {
  return mode === 'payment' && currency === DEBIT_CURRENCY && (allowed?.includes('sepa_debit') ?? true);
}

function keptCardForm({ session, keptCards, texts }: CheckoutPage): Html | null {
  if (session.mode !== 'payment' || keptCards.length === 0) return null;
  const choice = ({ id, card }: Stripe.PaymentMethod) => html`
    <button name="payment_method" value="${id}">
      ${texts.pay} ${card?.brand ?? ''} •••• ${card?.last4 ?? ''}
    </button>
  `;
  return html`
    <form method="post" action="/c/pay/${session.id}/kept">
      <p>${texts.keptCards}</p>
      ${keptCards.map(choice)}
    </form>
  `;
}

function debitForm({ session, texts }: CheckoutPage): Html | null {
  if (!takesDebit(session)) return null;
  return html`
    <details>
      <summary>${texts.debit}</summary>
      <form method="post" action="/c/pay/${session.id}/debit">
        <p>${texts.debitNotice}</p>
        <button type="submit">${texts.debitAgree}</button>
      </form>
    </details>
  `;
}

/** The hosted page of an open session: what is paid for on one side, the card form on the other. */
export function checkoutPage(page: CheckoutPage): string {
  const { texts, session } = page;
  const form = html`
    <form method="post" action="/c/pay/${session.id}" novalidate>
      ${page.alert === null ? null : html`<p class="alert" role="alert">${page.alert}</p>`}
      ${emailField(page)}
      ${input(page, 'number', {
        label: texts.cardNumber,
        autocomplete: 'cc-number',
        inputMode: 'numeric',
        placeholder: '4242 4242 4242 4242',
        maxLength: 24,
      })}
      <div class="pair">
        ${input(page, 'expiry', {
          label: texts.expiry,
          autocomplete: 'cc-exp',
          inputMode: 'numeric',
          placeholder: texts.expiryHint,
          maxLength: 9,
        })}
        ${input(page, 'cvc', {
          label: texts.cvc,
          autocomplete: 'cc-csc',
          inputMode: 'numeric',
          placeholder: '123',
          maxLength: 4,
        })}
      </div>
      ${input(page, 'name', { label: texts.name, autocomplete: 'cc-name', maxLength: 100 })}
      <button type="submit" data-processing="${texts.processing}">${submitLabel(page)}</button>
    </form>
  `;
  return layout(
    texts,
    texts.merchant,
    html`
      <div class="columns">
        ${summary(page)}
        <div class="payment">
          <div>
            <h2>${session.mode === 'payment' ? texts.cardTitle : texts.cardDetails}</h2>
            ${keptCardForm(page)} ${form} ${debitForm(page)} ${cardList(texts)}
          </div>
        </div>
      </div>
    `,
    true,
  );
}
