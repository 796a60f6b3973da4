import type { CalendarDay } from '../../../core/calendar';
import type { MinorUnits } from '../../../core/money';
import { BillingError } from '../../../platform/errors';
import type { StatementProblem } from '../../../schema/bank-transaction';

/** Money that came in, as a bank's statement tells it, whatever the file's format. */
export interface StatementLine {
  /** Of the account that it came into: its IBAN, or the bank's number of it. */
  readonly account: string | null;
  readonly bankReference: string | null;
  readonly bookedOn: CalendarDay;
  /** Minor units, more than zero. */
  readonly amount: MinorUnits;
  readonly currency: string;
  readonly payer: string | null;
  /** What the payer wrote. */
  readonly remittance: string;
}

export interface Statement {
  readonly lines: readonly StatementLine[];
  /** How many lines are no money that came in. */
  readonly skipped: number;
}

interface StatementPlace {
  /** Below the header, from 1. */
  readonly row?: number;
  readonly most?: number;
}

/** Of one import, debits and all. */
export const MOST_LINES = 5_000;
/** Of a text of the bank's or the payer's; what is longer is cut. */
const LONGEST_TEXT = 1_000;
const LONGEST_NAME = 140;

/**
 * Why a file is not taken, and where; never what stands there: that is somebody's data.
 * @throws BillingError STATEMENT_UNREADABLE, always.
 */
export function unreadable(problem: StatementProblem, where: StatementPlace = {}): never {
  throw new BillingError('STATEMENT_UNREADABLE', { problem, ...where });
}

/** @throws BillingError STATEMENT_UNREADABLE when a file has more lines than one import takes. */
export function assertLineCount(lines: number): void {
  if (lines > MOST_LINES) unreadable('TOO_MANY_LINES', { most: MOST_LINES });
}

/** Texts as one, without the line breaks and runs of spaces that banks fill them with. */
export function remittanceText(parts: readonly (string | null)[]): string {
  return oneLine(parts.filter((part) => part !== null).join(' '), LONGEST_TEXT);
}

/** A name or a number, or null where a file leaves it empty. */
export function nameOrNull(text: string | null | undefined): string | null {
  const name = oneLine(text ?? '', LONGEST_NAME);
  return name === '' ? null : name;
}

function oneLine(text: string, longest: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  // By characters, of which some take two places: half of one could not be stored.
  return Array.from(line.slice(0, 2 * longest))
    .slice(0, longest)
    .join('')
    .trim();
}
