/** A stretch of the body that is drawn whole: a line of the table, a sum, a line of the notes. */
export interface Extent {
  readonly height: number;
  /** Whether it must stand on the page of the box before it. */
  readonly isGlued: boolean;
}

/**
 * Spreads boxes over pages: the boxes of each page, in order. The first page may stay empty when what comes first
 * fits only on the others. Glue gives way where the boxes that it joins exceed a page.
 * @param room the height that boxes have on the first page, and on each other.
 */
export function paginate<Box extends Extent>(
  boxes: readonly Box[],
  room: { readonly first: number; readonly next: number },
): Box[][] {
  const pages: Box[][] = [];
  let start = 0;
  while (start < boxes.length) {
    const isFirst = pages.length === 0;
    const end = endOfPage(boxes, start, isFirst ? room.first : room.next, isFirst && room.first < room.next);
    pages.push(boxes.slice(start, end));
    start = end;
  }
  return pages;
}

function endOfPage(boxes: readonly Extent[], start: number, room: number, mayBeEmpty: boolean): number {
  let end = start;
  let height = 0;
  for (const box of boxes.slice(start)) {
    height += box.height;
    if (height > room) break;
    end += 1;
  }
  if (end === boxes.length) return end;
  let unglued = end;
  while (unglued > start && boxes[unglued]?.isGlued === true) unglued -= 1;
  if (unglued > start || mayBeEmpty) return unglued;
  return Math.max(end, start + 1);
}
