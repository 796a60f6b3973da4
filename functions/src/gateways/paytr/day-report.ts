import * as z from 'zod';
import type { CalendarDay } from '../../core/calendar';
import { ZERO } from '../../core/money';
import { BillingError } from '../../platform/errors';
import * as logs from '../../platform/logs';
import type { ReportRow } from '../gateway';
import { decimal, mustDecimal } from './amount';
import { fromPaytrCurrency } from './currency';
import { fromMerchantOid } from './merchant-oid';
import { post } from './post';
import { signedRequest } from './sign';

/** Satış and iade. */
const KINDS = { S: 'PAYMENT', I: 'REFUND' } as const satisfies Record<string, ReportRow['kind']>;

const row = z.object({
  islem_tipi: z.enum(['S', 'I']),
  siparis_no: z.coerce.string(),
  /** With the surcharge for installments. */
  islem_tutari: decimal,
  /** What PayTR keeps: its commission and, of installments, the bank's. */
  kesinti_tutari: decimal.nullish(),
  para_birimi: z.string().optional(),
});

/**
 * PayTR answers "failed" when nothing happened on the day. Where it puts the rows is documented by a table of their
 * fields only: every object in the answer that has a kind is one.
 */
const report = z.looseObject({ status: z.enum(['success', 'failed', 'error']) });

/**
 * PayTR's transactions of a day of the seller's calendar, which is PayTR's own ("İşlem Dökümü"). Orders of other shops
 * of the same merchant are left out.
 */
export async function dayReport(day: CalendarDay): Promise<readonly ReportRow[]> {
  const asked = { start_date: `${day} 00:00:00`, end_date: `${day} 23:59:59` };
  const answer = await post('/rapor/islem-dokumu', signedRequest('report', asked), {
    answer: report,
    silence: 'GATEWAY_UNAVAILABLE',
  });
  if (answer.status === 'error') {
    logs.gatewayRefused('paytr', 'islem-dokumu');
    throw new BillingError('GATEWAY_UNAVAILABLE');
  }
  const rows = z.array(row).safeParse(rowsIn(answer));
  if (!rows.success) throw new BillingError('GATEWAY_UNAVAILABLE', { problems: 'rows' });
  return rows.data.filter(({ siparis_no: oid }) => fromMerchantOid(oid) !== null).map(toReportRow);
}

function rowsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return 'islem_tipi' in value ? [value] : Object.values(value).flatMap(rowsIn);
}

function toReportRow(booked: z.infer<typeof row>): ReportRow {
  const currency = fromPaytrCurrency(booked.para_birimi);
  const kept = booked.kesinti_tutari ?? '';
  return {
    kind: KINDS[booked.islem_tipi],
    gatewayPaymentId: booked.siparis_no,
    paymentId: fromMerchantOid(booked.siparis_no)?.paymentId ?? null,
    amount: mustDecimal(booked.islem_tutari, currency),
    fee: kept === '' ? ZERO : mustDecimal(kept, currency),
    currency,
  };
}
