import { useId } from 'react';
import classes from './choice-chips.module.css';

interface ChoiceChipsProps {
  readonly legend: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** Null when none of them is chosen. */
  readonly chosen: string | null;
  readonly onChoose: (value: string) => void;
  readonly disabled?: boolean;
}

/** A few short choices side by side: radio buttons that look like chips. */
export function ChoiceChips({ legend, choices, chosen, onChoose, disabled = false }: ChoiceChipsProps) {
  const name = useId();
  return (
    <fieldset className={classes.group} disabled={disabled}>
      <legend className={classes.legend}>{legend}</legend>
      <div className={classes.chips}>
        {choices.map(({ value, label }) => (
          <label key={value} className={classes.chip}>
            <input
              type="radio"
              className={classes.input}
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => {
                onChoose(value);
              }}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
