import { dayOf } from '@hyble/billing-functions/src/core/calendar';
import { useFormat } from '../../lib/format';
import classes from './money.module.css';

/** A day of the seller's calendar, the same for every reader in the world. */
export function Day({ date }: { date: Date }) {
  const format = useFormat();
  return (
    <time dateTime={dayOf(date)} className={classes.money}>
      {format.day(date)}
    </time>
  );
}

/** An instant, with its time zone. */
export function Instant({ date }: { date: Date }) {
  const format = useFormat();
  return (
    <time dateTime={date.toISOString()} className={classes.money}>
      {format.instant(date)}
    </time>
  );
}
