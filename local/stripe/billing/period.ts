/**
 * The end of the period that begins at an instant, in Unix seconds: the same day of the month and time of day as the
 * anchor has, or the last day of a shorter month, in UTC.
 */
export function periodEnd(start: number, interval: string, anchor: number): number {
  const from = new Date(start * 1000);
  const anchored = new Date(anchor * 1000);
  const months = interval === 'year' ? 12 : 1;
  const year = from.getUTCFullYear();
  const month = from.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const day = Math.min(anchored.getUTCDate(), lastDay);
  const midnight = Date.UTC(year, month, day) / 1000;
  return midnight + (anchor % (24 * 60 * 60));
}
