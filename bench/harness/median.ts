/**
 * The middle of the values, or the mean of the two middle ones; unlike the mean it does not move when a round was
 * disturbed.
 * @throws RangeError when there are no values
 */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  if (upper === undefined || lower === undefined) throw new RangeError('No values have no median');
  return (lower + upper) / 2;
}
