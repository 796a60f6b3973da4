import fc from 'fast-check';
import { applyWrites } from '../testing/documents';
import type { Write } from './decision';
import { create, mergedWrites, update } from './decision';

const NOW = new Date('2026-03-10T12:00:00Z');

test('an update after a create becomes part of it', () => {
  expect(mergedWrites([create('a/1', { x: 1, y: 1 }), update('a/1', { x: 2 })])).toEqual([
    { op: 'create', path: 'a/1', fields: { x: 2, y: 1 } },
  ]);
});

test('a document cannot be created after it was written', () => {
  expect(() => mergedWrites([update('a/1', { x: 1 }), create('a/1', { x: 2 })])).toThrow('a/1');
});

test('any updates: one write a document, and the same documents in the end', () => {
  const write = fc.record({
    op: fc.constant('update' as const),
    path: fc.constantFrom('a/1', 'a/2', 'b/1'),
    fields: fc.dictionary(fc.constantFrom('x', 'y', 'z'), fc.nat({ max: 3 })),
  });
  const before = new Map(['a/1', 'a/2', 'b/1'].map((path) => [path, { x: 0 }]));
  fc.assert(
    fc.property(fc.array(write), (writes: Write[]) => {
      const merged = mergedWrites(writes);
      expect(applyWrites(before, merged, NOW)).toEqual(applyWrites(before, writes, NOW));
      expect(new Set(merged.map(({ path }) => path)).size).toBe(merged.length);
    }),
  );
});
