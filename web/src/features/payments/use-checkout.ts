import { useState } from 'react';
import { useOnRestored } from '../../lib/browser-state';
import { CallError } from '../../lib/callable';
import type { CallErrorCode } from '../../lib/callable';
import { useAction } from '../../lib/use-action';
import type { ClosedCheckout, OpenCheckout, StartedCheckout } from './start-checkout';

/** After these the server may have begun the attempt without our hearing of it, so it must be continued. */
const UNKNOWN_RESULTS: readonly CallErrorCode[] = [
  'OFFLINE',
  'INTERNAL',
  'GATEWAY_UNAVAILABLE',
  'GATEWAY_RESULT_UNKNOWN',
];

interface Attempt<Wish> {
  readonly id: string;
  readonly wish: Wish;
}

export interface Checkout<Wish> {
  /** The page or frame that the customer pays in; null while they have not chosen to pay. */
  readonly open: OpenCheckout | null;
  readonly isPreparing: boolean;
  readonly error: unknown;
  readonly pay: (wish: Wish) => void;
  /** Asks again for the attempt that got no answer; null when every one got one. */
  readonly retry: (() => void) | null;
  readonly resume: (checkout: OpenCheckout) => void;
  readonly leave: () => void;
}

/**
 * A customer's way through one payment, in this window. `start` begins what is wished for under an attempt's id;
 * `onClosed` hears of a payment that needed no page.
 */
export function useCheckout<Wish>(
  start: (attemptId: string, wish: Wish) => Promise<StartedCheckout>,
  onClosed: (closed: ClosedCheckout) => void = () => undefined,
): Checkout<Wish> {
  const [open, setOpen] = useState<OpenCheckout | null>(null);
  const [unanswered, setUnanswered] = useState<Attempt<Wish> | null>(null);

  const { run, isRunning, error } = useAction(async (wish: Wish) => {
    const isSame = unanswered !== null && JSON.stringify(unanswered.wish) === JSON.stringify(wish);
    const attempt = isSame ? unanswered : { id: crypto.randomUUID(), wish };
    try {
      const started = await start(attempt.id, wish);
      setUnanswered(null);
      if ('url' in started) setOpen(started);
      else onClosed(started);
    } catch (reason) {
      const isUnknown = reason instanceof CallError && UNKNOWN_RESULTS.includes(reason.code);
      setUnanswered(isUnknown ? attempt : null);
      throw reason;
    }
  });

  const leave = () => {
    setOpen(null);
  };

  useOnRestored(leave);

  return {
    open,
    isPreparing: isRunning,
    error,
    pay: (wish) => {
      void run(wish);
    },
    retry:
      unanswered === null
        ? null
        : () => {
            void run(unanswered.wish);
          },
    resume: setOpen,
    leave,
  };
}
