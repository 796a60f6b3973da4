import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { BillingError } from '../../platform/errors';
import * as logs from '../../platform/logs';
import type { CardProgramme, InstallmentRates, Installments } from '../gateway';
import { post } from './post';
import { signedRequest } from './sign';

const LONGEST = 12;
const silence = 'GATEWAY_UNAVAILABLE';

const ratesAnswer = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('success'),
    /** The most installments that this merchant may offer on cards of consumers. */
    max_inst_non_bus: z.coerce.number().int().min(1).catch(LONGEST).default(LONGEST),
    /** `{ world: { taksit_2: 3.92, … }, … }` */
    oranlar: z.record(z.string(), z.record(z.string(), z.union([z.string(), z.number()]))),
  }),
  z.object({ status: z.enum(['error', 'failed']), err_msg: z.string().default('') }),
]);

/** PayTR's "Taksit Oranları". */
async function rates(): Promise<InstallmentRates> {
  const asked = { request_id: randomUUID().replaceAll('-', '') };
  const answer = await post('/odeme/taksit-oranlari', signedRequest('rates', asked), {
    answer: ratesAnswer,
    silence,
  });
  if (answer.status !== 'success') return refused('taksit-oranlari');
  const longest = Math.min(answer.max_inst_non_bus, LONGEST);
  return Object.fromEntries(
    Object.entries(answer.oranlar).map(([programme, plans]) => [programme, percentages(plans, longest)]),
  );
}

/** A plan that is not offered has no rate, an empty one, or one below zero. */
function percentages(
  plans: Readonly<Record<string, string | number>>,
  longest: number,
): Readonly<Record<number, number>> {
  const entries = Object.entries(plans).map(
    ([name, rate]) => [Number(/^taksit_(\d+)$/.exec(name)?.[1]), percent(rate)] as const,
  );
  return Object.fromEntries(
    entries.filter(([count, rate]) => count >= 2 && count <= longest && rate >= 0 && rate < 100),
  );
}

/** `3,92`, `"3.92"` and 3.92 are the same; NaN when it is no number. */
function percent(rate: string | number): number {
  const text = String(rate).trim().replace(',', '.');
  return text === '' ? Number.NaN : Number(text);
}

const binAnswer = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('success'),
    cardType: z.string().default(''),
    bank: z.string().default(''),
    /** `none`: no installments. */
    brand: z.string().default('none'),
  }),
  /** A foreign card, or one that PayTR does not know. */
  z.object({ status: z.literal('failed') }),
  z.object({ status: z.literal('error') }),
]);

/** PayTR's "BIN Sorgulama". */
async function card(bin: string): Promise<CardProgramme | null> {
  const answer = await post('/odeme/api/bin-detail', signedRequest('bin', { bin_number: bin }), {
    answer: binAnswer,
    silence,
  });
  if (answer.status === 'failed') return null;
  if (answer.status === 'error') return refused('bin-detail');
  const isCredit = answer.cardType.toLowerCase() === 'credit';
  const brand = answer.brand.toLowerCase();
  return {
    programme: isCredit && brand !== 'none' && brand !== '' ? brand : null,
    bank: answer.bank,
    isCredit,
  };
}

function refused(service: string): never {
  logs.gatewayRefused('paytr', service);
  throw new BillingError(silence);
}

export const installments: Installments = { rates, card };
