import { formatDecimal, percentOf } from './amounts';
import type { Payment, Sale } from './store';

/** PayTR's commission here, in hundredths of a percent of the merchant's amount. */
const COMMISSION_RATE = 299;

/**
 * How a sale stands in PayTR's books. The deduction is the commission plus the instalment surcharge, so the merchant
 * nets its amount less commission.
 */
export function bookingOf({ request }: Payment, { card, instalments, total }: Sale) {
  const surcharge = total - request.paymentAmount;
  const deduction = surcharge + percentOf(request.paymentAmount, COMMISSION_RATE);
  return {
    taksit: instalments === 1 ? '0' : String(instalments),
    kart_marka: card === null ? '' : (card.family ?? card.schema).toUpperCase(),
    masked_pan: card === null ? '' : `${card.number.slice(0, 6)}******${card.number.slice(-4)}`,
    odeme_tipi: card === null ? 'EFT' : 'KART',
    net_tutar: formatDecimal(total - deduction),
    kesinti_tutari: formatDecimal(deduction),
  };
}
