import { useEffect, useState } from 'react';
import { call } from '../../lib/callable';
import type { InstallmentOffer, InstallmentsRequest } from '../../lib/callable';

export type OfferState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly offer: InstallmentOffer }
  | { readonly status: 'failed'; readonly error: unknown };

const LOADING = { status: 'loading' } as const;

/** The offer for a request, which must be the same object while it asks the same; the latest request counts. */
export function useInstallmentOffer(request: InstallmentsRequest): OfferState {
  const [seen, setSeen] = useState<{ request: InstallmentsRequest; state: OfferState } | null>(null);
  useEffect(() => {
    let isWanted = true;
    call('payment-installments', request).then(
      (offer) => {
        if (isWanted) setSeen({ request, state: { status: 'ready', offer } });
      },
      (error: unknown) => {
        if (isWanted) setSeen({ request, state: { status: 'failed', error } });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [request]);
  return seen?.request === request ? seen.state : LOADING;
}
