import * as fc from 'fast-check';
import { paginate } from './paginate';

const loose = (height: number) => ({ height, isGlued: false });
const glued = (height: number) => ({ height, isGlued: true });

test.each([
  ['all on one page', [loose(5), loose(5)], [[5, 5]]],
  ['exactly a page', [loose(5), loose(5), loose(5)], [[5, 5], [5]]],
  ['glue takes the box before it along', [loose(6), loose(3), glued(2)], [[6], [3, 2]]],
  ['a chain of glue moves whole', [loose(2), loose(3), glued(3), glued(3)], [[2], [3, 3, 3]]],
  ['the first page stays empty for a chain that fits only on the next', [loose(9), glued(9)], [[], [9, 9]]],
  ['a box higher than any page gets one of its own', [loose(25), loose(1)], [[], [25], [1]]],
  ['glue gives way to a chain higher than any page', [loose(9), glued(9), glued(9)], [[], [9, 9], [9]]],
])('%s', (_edge, boxes, heights) => {
  const pages = paginate(boxes, { first: 10, next: 20 });
  expect(pages.map((page) => page.map((box) => box.height))).toEqual(heights);
});

const box = fc.record({ height: fc.integer({ min: 1, max: 30 }), isGlued: fc.boolean() });
const rooms = fc.record({
  first: fc.integer({ min: -20, max: 100 }),
  next: fc.integer({ min: 30, max: 100 }),
});

test('every box stands once, in order, and no page overflows', () => {
  fc.assert(
    fc.property(fc.array(box, { minLength: 1 }), rooms, (boxes, room) => {
      const pages = paginate(boxes, room);
      expect(pages.flat()).toEqual(boxes);
      pages.forEach((page, index) => {
        const height = page.reduce((sum, { height }) => sum + height, 0);
        const allowed = index === 0 ? Math.max(room.first, 0) : room.next;
        expect(height).toBeLessThanOrEqual(allowed);
      });
      expect(pages.slice(1).every((page) => page.length > 0)).toBe(true);
    }),
  );
});

test('glue holds wherever the boxes that it joins fit on a page', () => {
  fc.assert(
    fc.property(fc.array(box, { minLength: 1 }), rooms, (boxes, room) => {
      const pages = paginate(boxes, room);
      pages.slice(1).forEach((page, index) => {
        const [first] = page;
        const start = pages.slice(0, index + 1).flat().length;
        if (first?.isGlued !== true || start === 0) return;
        expect(chainAround(boxes, start)).toBeGreaterThan(room.next);
      });
    }),
  );
});

/** The height of the glued chain that the box at `index` belongs to. */
function chainAround(boxes: readonly { height: number; isGlued: boolean }[], index: number): number {
  let from = index;
  while (from > 0 && boxes[from]?.isGlued === true) from -= 1;
  let to = index + 1;
  while (boxes[to]?.isGlued === true) to += 1;
  return boxes.slice(from, to).reduce((sum, { height }) => sum + height, 0);
}
