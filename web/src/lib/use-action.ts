import { useState } from 'react';

export interface Action<Arguments extends unknown[]> {
  readonly run: (...args: Arguments) => Promise<void>;
  readonly isRunning: boolean;
  /** Of the last run; null while one runs. */
  readonly error: unknown;
  readonly reset: () => void;
}

/**
 * State of an act that a button starts: running, and what went wrong. While it runs a second start does nothing,
 * so a double click acts once.
 */
export function useAction<Arguments extends unknown[]>(
  act: (...args: Arguments) => Promise<void>,
): Action<Arguments> {
  const [state, setState] = useState<{ isRunning: boolean; error: unknown }>({
    isRunning: false,
    error: null,
  });
  const run = async (...args: Arguments) => {
    if (state.isRunning) return;
    setState({ isRunning: true, error: null });
    try {
      await act(...args);
      setState({ isRunning: false, error: null });
    } catch (error) {
      setState({ isRunning: false, error });
    }
  };
  const reset = () => {
    setState({ isRunning: false, error: null });
  };
  return { run, reset, ...state };
}
