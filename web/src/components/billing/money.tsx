import { useFormat } from '../../lib/format';
import classes from './money.module.css';

interface MoneyProps {
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
}

/** An amount in the reader's language, in figures of one width and never broken over two lines. */
export function Money({ amount, currency }: MoneyProps) {
  const format = useFormat();
  return <span className={classes.money}>{format.money(amount, currency)}</span>;
}
