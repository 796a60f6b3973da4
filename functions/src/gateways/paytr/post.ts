import * as z from 'zod';
import { BillingError } from '../../platform/errors';
import { paytrConfig } from './config';

const TIMEOUT_MS = 20_000;

/**
 * What it means when PayTR does not answer, or not in its own words: an order may have been carried out, a question
 * can be asked again.
 */
export type Silence = 'GATEWAY_RESULT_UNKNOWN' | 'GATEWAY_UNAVAILABLE';

/**
 * Posts a form to one of PayTR's services and reads the JSON it answers, whatever its HTTP status.
 * @param path Begins with a slash.
 * @throws BillingError `silence`
 */
export async function post<Answer>(
  path: string,
  fields: Readonly<Record<string, string>>,
  { answer, silence }: { readonly answer: z.ZodType<Answer>; readonly silence: Silence },
): Promise<Answer> {
  const parsed = answer.safeParse(await postForm(`${paytrConfig().apiUrl}${path}`, fields, silence));
  if (parsed.success) return parsed.data;
  // Where it differs from the documentation, never what it says.
  const problems = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new BillingError(silence, { problems });
}

async function postForm(
  url: string,
  fields: Readonly<Record<string, string>>,
  silence: Silence,
): Promise<unknown> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(fields),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return await response.json();
  } catch (error) {
    throw new BillingError(silence, {}, { cause: error });
  }
}

/** A number of PayTR's: `004`, `"004"` and 4 are the same. */
export const errorNumber = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).padStart(3, '0'));

/** How PayTR says no. */
export const refusal = z.object({
  status: z.enum(['error', 'failed']),
  err_no: errorNumber.default('000'),
  err_msg: z.string().default(''),
});
export type Refusal = z.infer<typeof refusal>;
