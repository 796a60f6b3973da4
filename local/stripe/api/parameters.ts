import { z } from 'zod';
import { isCurrency } from '../amounts';

/**
 * Building blocks for the parameters of an endpoint. Everything arrives as text, from a form body or a query
 * string. Messages and codes are those of Stripe; `validation.ts` puts them into an error.
 */

const METADATA_KEYS = 50;
const METADATA_KEY_LENGTH = 40;
const METADATA_VALUE_LENGTH = 500;

interface Refusal {
  message: string;
  code?: string;
}

/** Text that `read` turns into a value or refuses. */
function parsed<T>(read: (text: string) => { value: T } | Refusal) {
  return z.string().transform((text, context) => {
    if (text === '') {
      // Reported as an empty value by validation.ts, which knows the parameter's name.
      context.addIssue({ code: 'custom', message: 'empty' });
      return z.NEVER;
    }
    const result = read(text);
    if ('value' in result) return result.value;
    context.addIssue({ code: 'custom', message: result.message, params: { code: result.code } });
    return z.NEVER;
  });
}

export const text = (maximumLength = 5000) =>
  parsed<string>((value) =>
    value.length <= maximumLength
      ? { value }
      : { message: `Invalid string: must be at most ${maximumLength} characters` },
  );

export const integer = (minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER) =>
  parsed<number>((value) => {
    const number = Number(value);
    const code = 'parameter_invalid_integer';
    if (!/^-?\d+$/.test(value) || !Number.isSafeInteger(number)) {
      return { message: `Invalid integer: ${value}`, code };
    }
    if (number < minimum) return { message: `This value must be greater than or equal to ${minimum}.`, code };
    if (number > maximum) return { message: `This value must be less than or equal to ${maximum}.`, code };
    return { value: number };
  });

export const boolean = () =>
  parsed<boolean>((value) =>
    value === 'true' || value === 'false'
      ? { value: value === 'true' }
      : { message: `Invalid boolean: ${value}` },
  );

export const oneOf = <const T extends string>(...allowed: readonly T[]) =>
  parsed<T>((value) => {
    const found = allowed.find((name) => name === value);
    return found === undefined
      ? { message: `Invalid value: ${value} must be one of ${allowed.join(', ')}` }
      : { value: found };
  });

export const currency = () =>
  parsed<string>((value) =>
    isCurrency(value)
      ? { value: value.toLowerCase() }
      : { message: `Invalid currency: ${value.toLowerCase()}.` },
  );

export const email = () =>
  parsed<string>((value) =>
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
      ? { value }
      : { message: `Invalid email address: ${value}`, code: 'email_invalid' },
  );

export const url = () =>
  parsed<string>((value) =>
    URL.canParse(value) ? { value } : { message: 'Not a valid URL', code: 'url_invalid' },
  );

/** A field that an empty value clears: parsed as null. */
export const clearable = <T extends z.ZodType>(schema: T) =>
  z
    .literal('')
    .transform(() => null)
    .or(schema);

export const metadata = () =>
  z.record(z.string(), z.string()).superRefine((values, context) => {
    const names = Object.keys(values);
    const refuse = (message: string, path: string[] = []) => {
      context.addIssue({ code: 'custom', message, path });
    };
    if (names.length > METADATA_KEYS) refuse(`You may only specify up to ${METADATA_KEYS} metadata keys.`);
    for (const name of names) {
      if (name.length > METADATA_KEY_LENGTH) {
        refuse(`Metadata keys must be at most ${METADATA_KEY_LENGTH} characters.`, [name]);
      }
      if ((values[name] ?? '').length > METADATA_VALUE_LENGTH) {
        refuse(`Metadata values can have up to ${METADATA_VALUE_LENGTH} characters.`, [name]);
      }
    }
  });

export const address = () =>
  z.strictObject({
    city: clearable(text()).optional(),
    country: clearable(text(2)).optional(),
    line1: clearable(text()).optional(),
    line2: clearable(text()).optional(),
    postal_code: clearable(text()).optional(),
    state: clearable(text()).optional(),
  });

/** An instant in Unix seconds, or bounds around it. */
export const instantRange = () =>
  integer().or(
    z.strictObject({
      gt: integer().optional(),
      gte: integer().optional(),
      lt: integer().optional(),
      lte: integer().optional(),
    }),
  );

/** Whether an instant lies within what `instantRange` read; nothing asked lets all pass. */
export function isWithin(
  instant: number,
  range: z.output<ReturnType<typeof instantRange>> | undefined,
): boolean {
  if (range === undefined) return true;
  if (typeof range === 'number') return instant === range;
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = range;
  return instant > gt && instant >= gte && instant < lt && instant <= lte;
}

/** Parameters of every search. */
export const searching = { limit: integer(1, 100).optional(), query: text() };

/** Parameters of every list. */
export const paging = {
  limit: integer(1, 100).optional(),
  starting_after: text().optional(),
  ending_before: text().optional(),
};

/** Applies sent metadata to what is stored: an empty value unsets its key, null unsets all. */
export function mergeMetadata(
  stored: Record<string, string>,
  sent: Record<string, string> | null | undefined,
): Record<string, string> {
  if (sent === null) return {};
  return Object.fromEntries(Object.entries({ ...stored, ...sent }).filter(([, value]) => value !== ''));
}
