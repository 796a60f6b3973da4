import type { Extent } from './paginate';
import type { Pen } from './pen';

/** A stretch of the body that knows how to draw itself below `top`. */
export interface Box extends Extent {
  /** Whether the table's head stands over it at the top of a page. */
  readonly isTableRow: boolean;
  readonly draw: (pen: Pen, top: number) => void;
}
