import * as z from 'zod';
import { BillingError } from '../../../platform/errors';
import * as logs from '../../../platform/logs';
import type { SavedMethod } from '../../gateway';
import { post } from '../post';
import { signedRequest } from '../sign';

const text = z.union([z.string(), z.number()]).transform(String);

const card = z.object({
  ctoken: z.string().min(1),
  last_4: text,
  month: text,
  /** Two digits, or four. */
  year: text,
  schema: z.string().default(''),
  c_brand: z.string().default(''),
});

/** A list; of a customer without cards it may be an empty object. */
const answer = z.union([
  z.array(card),
  z.object({ status: z.enum(['error', 'failed']) }),
  z.strictObject({}).transform(() => []),
]);

/** What the customer keeps at PayTR now ("Kayıtlı Kart Listesi"). */
export async function list(gatewayCustomerId: string): Promise<readonly SavedMethod[]> {
  const cards = await post('/odeme/capi/list', signedRequest('cardList', { utoken: gatewayCustomerId }), {
    answer,
    silence: 'GATEWAY_UNAVAILABLE',
  });
  if (!Array.isArray(cards)) {
    logs.gatewayRefused('paytr', 'capi/list');
    throw new BillingError('GATEWAY_UNAVAILABLE');
  }
  return cards.map(savedMethod);
}

function savedMethod({ ctoken, last_4, month, year, schema, c_brand }: z.infer<typeof card>): SavedMethod {
  const brand = schema === '' ? c_brand : schema;
  const expYear = number(year);
  return {
    gatewayMethodId: ctoken,
    type: 'card',
    brand: brand === '' ? null : brand.toLowerCase(),
    lastFour: /^\d{4}$/.test(last_4) ? last_4 : null,
    expMonth: number(month),
    expYear: expYear === null || expYear > 99 ? expYear : 2000 + expYear,
  };
}

function number(digits: string): number | null {
  return /^\d{1,4}$/.test(digits) ? Number(digits) : null;
}
