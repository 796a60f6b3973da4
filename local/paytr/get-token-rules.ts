import { isIP } from 'node:net';
import { LONGEST_PLAN } from './instalment-rates';
import { nonEmpty, type Fields } from './fields';

/** A valid token request: what is to be paid, by whom, and how the page behaves. */
export interface TokenRequest {
  /** `eft`: the page asks for a bank transfer. */
  paymentType: 'card' | 'eft';
  merchantOid: string;
  email: string;
  /** Minor units. */
  paymentAmount: number;
  /** As PayTR names it: lira is always TL. */
  currency: string;
  basket: BasketLine[];
  /** 1 when only a single payment is allowed. */
  longestPlan: number;
  testMode: boolean;
  okUrl: string | null;
  failUrl: string | null;
  /** Entered in the shop's own form: there is no page here to try another card on. */
  isDirect: boolean;
  /** Of a card that is to be kept: whose; `utoken` is null for a customer who keeps none yet. */
  keeps: { readonly utoken: string | null } | null;
  lang: 'tr' | 'en';
  timeoutMinutes: number;
}

export interface BasketLine {
  name: string;
  /** Decimal string, as posted. */
  unitPrice: string;
  quantity: number;
}

export interface Rule {
  field: string;
  required: boolean;
  allows: (value: string) => boolean;
  /** Completes "<field> …" in the answer to the merchant. */
  problem: string;
}

const CURRENCIES = ['TL', 'TRY', 'EUR', 'USD', 'GBP', 'RUB'];
const DEFAULT_TIMEOUT_MINUTES = 30;

const atMost = (length: number) => (value: string) => value.length <= length;
const oneOf = (values: readonly string[]) => (value: string) => values.includes(value);
const matches = (pattern: RegExp) => (value: string) => pattern.test(value);
const isEmail = (value: string) => value.length <= 100 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value);
const isUrl = (value: string) =>
  value.length <= 400 && URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);
const flags = oneOf(['0', '1']);
const planLimits = ['0', ...Array.from({ length: LONGEST_PLAN - 1 }, (_, index) => String(index + 2))];

/** In the order they are checked; PayTR reports the first problem only. */
export const CARD_RULES: readonly Rule[] = [
  { field: 'merchant_id', required: true, allows: matches(/^\d+$/), problem: 'sayisal olmalidir' },
  {
    field: 'user_ip',
    required: true,
    allows: (ip) => isIP(ip) > 0,
    problem: 'gecerli bir IP adresi olmalidir',
  },
  {
    field: 'merchant_oid',
    required: true,
    allows: matches(/^[A-Za-z0-9]{1,64}$/),
    problem: 'en fazla 64 harf ve rakamdan olusmalidir',
  },
  {
    field: 'email',
    required: true,
    allows: isEmail,
    problem: 'gecerli bir e-posta adresi olmalidir (en fazla 100)',
  },
  {
    field: 'payment_amount',
    required: true,
    allows: matches(/^[1-9]\d{0,11}$/),
    problem: 'sifirdan buyuk bir tam sayi olmalidir (tutar x 100)',
  },
  {
    field: 'user_basket',
    required: true,
    allows: (value) => parseBasket(value) !== null,
    problem: 'base64 ile kodlanmis [["urun","18.00",1],...] JSON dizisi olmalidir',
  },
  { field: 'no_installment', required: true, allows: flags, problem: '0 veya 1 olmalidir' },
  {
    field: 'max_installment',
    required: true,
    allows: oneOf(planLimits),
    problem: '0 veya 2-12 arasi olmalidir',
  },
  {
    field: 'currency',
    required: false,
    allows: oneOf(CURRENCIES),
    problem: `${CURRENCIES.join(', ')} olmalidir`,
  },
  { field: 'test_mode', required: false, allows: flags, problem: '0 veya 1 olmalidir' },
  { field: 'debug_on', required: false, allows: flags, problem: '0 veya 1 olmalidir' },
  { field: 'lang', required: false, allows: oneOf(['tr', 'en']), problem: 'tr veya en olmalidir' },
  {
    field: 'timeout_limit',
    required: false,
    allows: matches(/^[1-9]\d{0,3}$/),
    problem: 'dakika olarak tam sayi olmalidir',
  },
  { field: 'user_name', required: false, allows: atMost(60), problem: 'en fazla 60 karakter olmalidir' },
  { field: 'user_address', required: false, allows: atMost(400), problem: 'en fazla 400 karakter olmalidir' },
  { field: 'user_phone', required: false, allows: atMost(20), problem: 'en fazla 20 karakter olmalidir' },
  {
    field: 'merchant_ok_url',
    required: false,
    allows: isUrl,
    problem: 'en fazla 400 karakterlik http(s) adresi olmalidir',
  },
  {
    field: 'merchant_fail_url',
    required: false,
    allows: isUrl,
    problem: 'en fazla 400 karakterlik http(s) adresi olmalidir',
  },
  { field: 'paytr_token', required: true, allows: atMost(100), problem: 'gecersiz' },
];

/** The transfer's form has no basket, no currency, and nowhere to go back to. */
const TRANSFER_FIELDS = [
  'merchant_id',
  'user_ip',
  'merchant_oid',
  'email',
  'payment_amount',
  'test_mode',
  'debug_on',
  'timeout_limit',
  'paytr_token',
];
const TRANSFER_RULES = CARD_RULES.filter(({ field }) => TRANSFER_FIELDS.includes(field));

/** Whether a request is for the form of a bank transfer. */
export function isTransfer(fields: Fields): boolean {
  return fields.payment_type === 'eft';
}

/** The reason PayTR would give for refusing the fields, or null when each of them follows its rule. */
export function findProblem(
  fields: Fields,
  rules: readonly Rule[] = isTransfer(fields) ? TRANSFER_RULES : CARD_RULES,
): string | null {
  for (const { field, required, allows, problem } of rules) {
    const value = fields[field] ?? '';
    if (value === '' && required) return `${field} gonderilmedi`;
    if (value !== '' && !allows(value)) return `${field} ${problem}`;
  }
  return null;
}

/** Reads fields in which `findProblem` found nothing. */
export function toTokenRequest(fields: Fields): TokenRequest {
  const { currency } = fields;
  const maxInstallment = Number(fields.max_installment);
  const timeoutMinutes = Number(fields.timeout_limit ?? 0);
  return {
    paymentType: isTransfer(fields) ? 'eft' : 'card',
    merchantOid: fields.merchant_oid ?? '',
    email: fields.email ?? '',
    paymentAmount: Number(fields.payment_amount),
    currency: !currency || currency === 'TRY' ? 'TL' : currency,
    basket: parseBasket(fields.user_basket ?? '') ?? [],
    longestPlan: fields.no_installment === '1' ? 1 : maxInstallment === 0 ? LONGEST_PLAN : maxInstallment,
    testMode: fields.test_mode === '1',
    okUrl: nonEmpty(fields.merchant_ok_url),
    failUrl: nonEmpty(fields.merchant_fail_url),
    isDirect: false,
    keeps: null,
    lang: fields.lang === 'en' ? 'en' : 'tr',
    timeoutMinutes: timeoutMinutes === 0 ? DEFAULT_TIMEOUT_MINUTES : timeoutMinutes,
  };
}

export function parseBasket(encoded: string): BasketLine[] | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) return null;
  let rows: unknown;
  try {
    rows = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
  } catch {
    return null;
  }
  if (!Array.isArray(rows) || rows.length === 0) return null;
  const lines = rows.map(parseBasketRow);
  return lines.every((line) => line !== null) ? lines : null;
}

function parseBasketRow(row: unknown): BasketLine | null {
  if (!Array.isArray(row) || row.length !== 3) return null;
  const [name, unitPrice, quantity] = row as unknown[];
  const valid =
    typeof name === 'string' &&
    name !== '' &&
    typeof unitPrice === 'string' &&
    /^\d+(\.\d{1,2})?$/.test(unitPrice) &&
    typeof quantity === 'number' &&
    Number.isSafeInteger(quantity) &&
    quantity > 0;
  return valid ? { name, unitPrice, quantity } : null;
}
