export const styles = `
:root {
  color-scheme: light;
  --ink: #1a1f36; --soft: #495057; --line: #868e96; --fill: #f6f8fa;
  --action: #1864ab; --action-strong: #124b80; --bad: #a51111; --bad-fill: #fff5f5; --test: #8a3200; --test-fill: #fff4e6;
}
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: var(--ink); font: 16px/1.5 system-ui, 'Segoe UI', Roboto, sans-serif; }
.test { display: flex; gap: .75rem; justify-content: center; align-items: center; padding: .5rem 1rem;
  background: var(--test-fill); color: var(--test); font-size: .875rem; }
.test strong { border: 1px solid currentColor; border-radius: 4px; padding: 0 .4rem; letter-spacing: .06em; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); min-height: calc(100vh - 2.5rem); }
.summary { background: var(--fill); padding: 3rem clamp(1.25rem, 5vw, 4rem); display: flex; justify-content: flex-end; }
.payment { padding: 3rem clamp(1.25rem, 5vw, 4rem); }
.summary > div, .payment > div { width: 100%; max-width: 26rem; }
.narrow { max-width: 28rem; margin: 12vh auto 0; padding: 0 1.25rem; }
.back { display: inline-flex; align-items: center; gap: .4rem; min-height: 44px; color: var(--soft); text-decoration: none; }
.back:hover { color: var(--ink); text-decoration: underline; }
.merchant { margin: .5rem 0 0; color: var(--soft); font-weight: 600; }
.amount { margin: 0 0 1.5rem; font-size: 2.25rem; font-weight: 700; letter-spacing: -.02em; font-variant-numeric: tabular-nums;
  overflow-wrap: anywhere; }
h1, h2 { line-height: 1.25; margin: 0 0 1rem; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.25rem; }
.items { list-style: none; margin: 0; padding: 0; }
.items li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; padding: .75rem 0; border-top: 1px solid #dee2e6; }
.items .name { overflow-wrap: anywhere; }
.items .each { grid-column: 1; color: var(--soft); font-size: .875rem; }
.items .price, .total { font-variant-numeric: tabular-nums; white-space: nowrap; }
.total { display: flex; justify-content: space-between; gap: 1rem; border-top: 1px solid var(--line); padding-top: .75rem; font-weight: 600; }
form { display: grid; gap: 1rem; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; align-items: start; }
label { display: block; font-weight: 600; font-size: .9375rem; margin-bottom: .25rem; }
input { width: 100%; min-height: 44px; padding: .5rem .75rem; font: inherit; color: inherit; background: #fff;
  border: 1px solid var(--line); border-radius: 6px; }
input[aria-invalid] { border-color: var(--bad); }
.known { margin: 0; color: var(--soft); overflow-wrap: anywhere; }
.error { margin: .25rem 0 0; color: var(--bad); font-size: .875rem; }
.alert { margin: 0; padding: .75rem 1rem; border: 1px solid var(--bad); border-radius: 6px; background: var(--bad-fill); color: var(--bad); }
button, .button { display: block; width: 100%; min-height: 48px; padding: .5rem 1rem; border: 1px solid var(--action); border-radius: 6px;
  background: var(--action); color: #fff; font: inherit; font-weight: 600; text-align: center; text-decoration: none; line-height: 30px; cursor: pointer; }
button:hover, .button:hover { background: var(--action-strong); }
button[disabled] { opacity: .7; cursor: progress; }
button.plain { background: #fff; color: var(--action); }
button.plain:hover { background: #e7f5ff; }
:focus-visible { outline: 3px solid #4dabf7; outline-offset: 2px; }
details { margin-top: 1.5rem; }
summary { min-height: 44px; padding: .6rem 0; color: var(--action); cursor: pointer; }
.cards { list-style: none; margin: 0; padding: 0; }
.cards button { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; width: 100%; min-height: 44px; padding: .5rem .25rem;
  border: 0; border-bottom: 1px solid #dee2e6; border-radius: 0; background: none; color: var(--ink); font-weight: 400; text-align: left; }
.cards button:hover { background: var(--fill); }
.cards .digits { font-variant-numeric: tabular-nums; white-space: nowrap; }
.cards .note { color: var(--soft); font-size: .875rem; }
@media (max-width: 760px) {
  .columns { display: block; min-height: 0; }
  .summary { padding: .75rem 1.25rem 1.5rem; display: block; }
  .payment { padding: 1.5rem 1.25rem 3rem; }
  .summary > div, .payment > div { max-width: none; }
  .amount { margin-bottom: 1rem; }
}
`;

/** Comfort only: the form works without it. Groups digits, fills a test card, and says that it is working. */
export const script = `
const number = document.querySelector('#number');
const expiry = document.querySelector('#expiry');
const group = (digits) => digits.replace(/\\D/g, '').slice(0, 19).replace(/(.{4})(?=.)/g, '$1 ');
const atEnd = (input) => input.selectionStart === input.value.length;
number.addEventListener('input', () => { if (atEnd(number)) number.value = group(number.value); });
expiry.addEventListener('input', (event) => {
  const digits = expiry.value.replace(/\\D/g, '').slice(0, 4);
  if (atEnd(expiry) && !/^delete/.test(event.inputType) && digits.length >= 2) {
    expiry.value = digits.slice(0, 2) + ' / ' + digits.slice(2);
  }
});
for (const button of document.querySelectorAll('[data-number]')) {
  button.addEventListener('click', () => {
    const set = (input, value) => { input.value = value; input.dispatchEvent(new Event('input')); };
    set(number, group(button.dataset.number));
    if (!expiry.value) set(expiry, '12 / ' + String((new Date().getFullYear() + 3) % 100));
    const cvc = document.querySelector('#cvc');
    if (!cvc.value) set(cvc, '123');
    const name = document.querySelector('#name');
    if (!name.value) set(name, 'Test');
    number.focus();
  });
}
for (const input of document.querySelectorAll('[aria-invalid]')) {
  const clear = () => { input.removeAttribute('aria-invalid'); document.getElementById(input.id + '-error').hidden = true; };
  input.addEventListener('input', clear, { once: true });
}
const form = document.querySelector('form');
form.addEventListener('submit', () => {
  const button = form.querySelector('button[type=submit]');
  button.disabled = true;
  button.textContent = button.dataset.processing;
});
addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
`;
