import { errorCode } from '@hyble/billing-functions/src/schema/errors';
import { paymentFailure } from '@hyble/billing-functions/src/schema/payment';
import enAccount from './en/account';
import enCommon from './en/common';
import enConsole from './en/console';
import enInvoiceSearch from './en/invoice-search';
import enSignIn from './en/sign-in';
import trAccount from './tr/account';
import enSubscriptions from './en/subscriptions';
import trCommon from './tr/common';
import trConsole from './tr/console';
import trInvoiceSearch from './tr/invoice-search';
import trSignIn from './tr/sign-in';
import trSubscriptions from './tr/subscriptions';

/** Every sentence with its key, such as `checkout.pay`. */
function sentences(catalogue: object, prefix = ''): [key: string, sentence: string][] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : sentences(value as object, `${prefix}${key}.`),
  );
}

const placeholders = (sentence: string) =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe.each([
  ['common', enCommon, trCommon],
  ['account', enAccount, trAccount],
  ['console', enConsole, trConsole],
  ['invoiceSearch', enInvoiceSearch, trInvoiceSearch],
  ['signIn', enSignIn, trSignIn],
  ['subscriptions', enSubscriptions, trSubscriptions],
])('%s', (_, english, turkish) => {
  const inTurkish = new Map(sentences(turkish));

  it('has the same keys in both languages', () => {
    expect([...inTurkish.keys()].sort()).toEqual(
      sentences(english)
        .map(([key]) => key)
        .sort(),
    );
  });

  it.each(sentences(english))('%s says the same facts in both', (key, sentence) => {
    expect(placeholders(inTurkish.get(key) ?? '')).toEqual(placeholders(sentence));
  });

  it.each(sentences(turkish))('%s hangs no Turkish suffix on a placeholder', (_key, sentence) => {
    expect(sentence).not.toMatch(/\}\}['’\p{L}]/u);
  });

  it.each([...sentences(english), ...sentences(turkish)])('%s has words', (_key, sentence) => {
    expect(sentence.trim()).not.toBe('');
  });
});

it.each(errorCode.options)('tells what %s means', (code) => {
  const english: Record<string, string> = { ...enCommon.errors, ...enSubscriptions.errors };
  const turkish: Record<string, string> = { ...trCommon.errors, ...trSubscriptions.errors };
  expect(english[code]).toBeDefined();
  expect(english[code]).not.toBe(turkish[code]);
});

it.each(paymentFailure.options)('tells the customer about %s', (reason) => {
  expect(enCommon.paymentFailures[reason]).not.toBe(trCommon.paymentFailures[reason]);
});
