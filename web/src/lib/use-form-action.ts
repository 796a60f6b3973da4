import { useState } from 'react';
import { isUndecided } from './undecided';
import type { Action } from './use-action';
import { useAction } from './use-action';

export interface FormAction extends Omit<Action<[]>, 'run'> {
  /** Whether it was sent once, so that what is missing may be said. */
  readonly isChecked: boolean;
  /** While it runs, and while it is not known what it did: it may then be sent again, but unchanged. */
  readonly isLocked: boolean;
  readonly submit: (isRight: boolean) => void;
}

/** What a form does when it is sent: nothing but say what is wrong, until all of it is right. */
export function useFormAction(act: () => Promise<void>): FormAction {
  const { run, ...state } = useAction(act);
  const [isChecked, setIsChecked] = useState(false);
  return {
    ...state,
    isChecked,
    isLocked: state.isRunning || isUndecided(state.error),
    submit: (isRight) => {
      setIsChecked(true);
      if (isRight) void run();
    },
  };
}
