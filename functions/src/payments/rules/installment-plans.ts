import type { MinorUnits } from '../../core/money';
import { add, grossUp, percentage, splitEvenly, subtract } from '../../core/money';
import type { CardProgramme, InstallmentRates } from '../../gateways/gateway';
import type { InstallmentMode, InstallmentPlan, InstallmentsAnswer } from '../../schema/installments';

/** What a customer pays in all for an amount in installments that cost `rate` percent. */
const TOTAL: Record<InstallmentMode, (amount: MinorUnits, rate: number) => MinorUnits> = {
  addOn: (amount, rate) => add(amount, percentage(amount, rate)),
  grossUp: (amount, rate) => grossUp(amount, rate),
  absorb: (amount) => amount,
};

/** The plans of one card programme, the single payment first, then in the order of their length. */
export function installmentPlans(
  amount: MinorUnits,
  rates: InstallmentRates[string],
  mode: InstallmentMode,
): InstallmentPlan[] {
  const offered = Object.entries(rates)
    .map(([count, rate]) => ({ count: Number(count), total: TOTAL[mode](amount, rate) }))
    // An installment of nothing is none.
    .filter(({ count, total }) => count > 1 && count <= total)
    .sort((one, other) => one.count - other.count);
  return [{ count: 1, total: amount }, ...offered].map(({ count, total }) => {
    const { each: monthly, last } = splitEvenly(total, count);
    return { count, total, surcharge: subtract(total, amount), monthly, last };
  });
}

/** What is to be paid, and by which card as far as that is known. */
export interface InstallmentQuestion {
  readonly amount: MinorUnits;
  readonly rates: InstallmentRates;
  /** `unasked` when the customer has not named a card yet; null when the gateway does not know the named one. */
  readonly card: CardProgramme | 'unasked' | null;
  readonly mode: InstallmentMode;
}

/**
 * What may be paid in installments: every programme while the card is unknown, else the card's own. None for a debit or
 * foreign card, which pays at once.
 */
export function offeredInstallments(question: InstallmentQuestion): InstallmentsAnswer['programmes'] {
  const { amount, rates, card, mode } = question;
  if (card === 'unasked') {
    return Object.entries(rates)
      .map(([programme, percent]) => ({ programme, plans: installmentPlans(amount, percent, mode) }))
      .sort((one, other) => (one.programme < other.programme ? -1 : 1));
  }
  if (card?.isCredit !== true || card.programme === null) return [];
  const { programme } = card;
  const percent = rates[programme];
  return percent === undefined ? [] : [{ programme, plans: installmentPlans(amount, percent, mode) }];
}
