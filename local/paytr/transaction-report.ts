import type { RequestHandler } from 'express';
import { formatDecimal } from './amounts';
import { bookingOf } from './booking';
import type { PaytrContext } from './context';
import { postedFields } from './fields';
import { reportToken, sameSignature } from './sign';
import type { Payment } from './store';
import { istanbulTime } from './time';

const TIME = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;
const LONGEST_MS = 3 * 24 * 60 * 60_000;

/** A line of the report, and when it was booked, at Istanbul time. */
interface Row {
  at: string;
  fields: Record<string, string>;
}

/**
 * `POST /rapor/islem-dokumu`: sales and refunds between two times, in the order in which they were booked. The rows
 * stand beside the status under running numbers, as a PHP list turns out that another field is added to.
 */
export function transactionReport({ merchant, store }: PaytrContext): RequestHandler {
  return (request, response) => {
    const { merchant_id, start_date = '', end_date = '', paytr_token } = postedFields(request);
    const fail = (err_no: string, err_msg: string) => response.json({ status: 'error', err_no, err_msg });

    if (!TIME.test(start_date) || !TIME.test(end_date)) {
      fail('001', 'start_date ve end_date YYYY-MM-DD hh:mm:ss biciminde olmalidir');
    } else if (Date.parse(end_date) - Date.parse(start_date) >= LONGEST_MS) {
      fail('001', 'tarih araligi en fazla 3 gun olabilir');
    } else if (merchant_id !== merchant.merchantId) {
      fail('002', 'merchant_id gecersiz');
    } else if (!sameSignature(paytr_token ?? '', reportToken(merchant, start_date, end_date))) {
      fail('003', 'paytr_token gecersiz');
    } else {
      const rows = store
        .all()
        .flatMap(rowsOf)
        .filter(({ at }) => at >= start_date && at <= end_date)
        .sort((one, other) => (one.at < other.at ? -1 : 1))
        .map(({ fields }) => fields);
      if (rows.length === 0) {
        response.json({ status: 'failed', err_msg: 'ilgili tarih araliginda islem bulunamadi' });
      } else {
        response.json({ status: 'success', ...Object.fromEntries(rows.entries()) });
      }
    }
  };
}

function rowsOf(payment: Payment): Row[] {
  const { request, sale, refunds } = payment;
  if (!sale) return [];
  const { masked_pan: kart_no, ...booking } = bookingOf(payment, sale);
  const common = { siparis_no: request.merchantOid, para_birimi: request.currency, kart_no };
  return [
    row(sale.at, { islem_tipi: 'S', islem_tutari: formatDecimal(sale.total), ...common, ...booking }),
    ...refunds.map(({ amount, at }) =>
      row(at, {
        islem_tipi: 'I',
        islem_tutari: formatDecimal(amount),
        ...common,
        net_tutar: formatDecimal(amount),
        kesinti_tutari: '0',
        taksit: booking.taksit,
      }),
    ),
  ];
}

function row(instant: Date, fields: Record<string, string>): Row {
  const at = istanbulTime(instant);
  const [year = '', month = '', day = ''] = at.slice(0, 10).split('-');
  return { at, fields: { ...fields, islem_tarihi: `${day}.${month}.${year}` } };
}
