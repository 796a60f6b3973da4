const ISTANBUL = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Istanbul',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** "2026-03-05 14:07:09": PayTR writes times without a zone, in Turkish time. */
export function istanbulTime(instant: Date): string {
  return ISTANBUL.format(instant);
}
