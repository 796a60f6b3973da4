import type { GatewayName } from '@hyble/billing-functions/src/schema/payment';
import { useEffect, useState } from 'react';
import { CallError } from '../../lib/callable';
import type { CallErrorCode } from '../../lib/callable';
import { useAction } from '../../lib/use-action';
import { startCheckout } from './start-checkout';
import type { OpenCheckout } from './start-checkout';

/** After these the server may have begun the attempt without our hearing of it, so it must be continued. */
const UNKNOWN_RESULTS: readonly CallErrorCode[] = [
  'OFFLINE',
  'INTERNAL',
  'GATEWAY_UNAVAILABLE',
  'GATEWAY_RESULT_UNKNOWN',
];

interface Attempt {
  readonly id: string;
  readonly gateway: GatewayName;
}

export interface Checkout {
  /** The page or frame that the customer pays in; null while they have not chosen to pay. */
  readonly open: OpenCheckout | null;
  readonly isPreparing: boolean;
  readonly error: unknown;
  readonly pay: (gateway: GatewayName) => void;
  readonly resume: (checkout: OpenCheckout) => void;
  readonly leave: () => void;
}

/** One customer's way through paying one invoice, in this window. */
export function useCheckout(invoiceId: string): Checkout {
  const [open, setOpen] = useState<OpenCheckout | null>(null);
  const [unanswered, setUnanswered] = useState<Attempt | null>(null);

  const { run, isRunning, error } = useAction(async (gateway: GatewayName) => {
    const attempt = unanswered?.gateway === gateway ? unanswered : { id: crypto.randomUUID(), gateway };
    try {
      setOpen(await startCheckout({ attemptId: attempt.id, invoiceIds: [invoiceId], gateway }));
      setUnanswered(null);
    } catch (reason) {
      const isUnknown = reason instanceof CallError && UNKNOWN_RESULTS.includes(reason.code);
      setUnanswered(isUnknown ? attempt : null);
      throw reason;
    }
  });

  const leave = () => {
    setOpen(null);
  };

  // The browser's Back button may bring this page back as it was left: on its way to the gateway.
  useEffect(() => {
    const forget = (event: PageTransitionEvent) => {
      if (event.persisted) setOpen(null);
    };
    window.addEventListener('pageshow', forget);
    return () => {
      window.removeEventListener('pageshow', forget);
    };
  }, []);

  return {
    open,
    isPreparing: isRunning,
    error,
    pay: (gateway) => {
      void run(gateway);
    },
    resume: setOpen,
    leave,
  };
}
