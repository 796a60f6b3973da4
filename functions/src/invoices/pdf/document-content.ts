import type { MarkTone } from './layout';
import type { PartyContent } from './party-content';

/** What a document says, in the order in which it is read; where it stands is for the drawing to decide. */
export interface DocumentContent {
  readonly title: string;
  readonly mark: Mark | null;
  readonly facts: readonly Labelled[];
  readonly parties: readonly PartyContent[];
  /** The one thing to know, such as what is owed until when. */
  readonly headline: { readonly text: string; readonly detail: string };
  readonly columns: Columns;
  readonly rows: readonly Row[];
  readonly totals: readonly Total[];
  readonly notes: { readonly heading: string; readonly text: string } | null;
  /** Names the document on every page. */
  readonly reference: string;
  readonly legalNote: string;
  readonly pageLabel: (number: number, of: number) => string;
}

export interface Mark {
  readonly text: string;
  readonly tone: MarkTone;
}

export interface Labelled {
  readonly label: string;
  readonly value: string;
}

export interface Total extends Labelled {
  readonly isStrong: boolean;
}

export interface ColumnHead {
  readonly text: string;
  readonly hint?: string;
}

/** The table's heads: the description, then columns of figures from left to right. */
export interface Columns {
  readonly description: string;
  readonly figures: readonly ColumnHead[];
}

/** One line of the table, with a figure for each of `Columns.figures`. */
export interface Row {
  readonly description: string;
  readonly figures: readonly string[];
}
