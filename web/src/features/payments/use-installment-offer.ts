import type {
  InstallmentsAnswer,
  InstallmentsRequest,
} from '@hyble/billing-functions/src/schema/installments';
import { useEffect, useEffectEvent, useState } from 'react';
import { call } from '../../lib/callable';

export type OfferState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly offer: InstallmentsAnswer }
  | { readonly status: 'failed'; readonly error: unknown };

const LOADING = { status: 'loading' } as const;

/**
 * The offer for a request, which must be the same object while it asks the same; the latest request counts. `onOffer`
 * hears when one is there.
 */
export function useInstallmentOffer(request: InstallmentsRequest, onOffer: () => void): OfferState {
  const [seen, setSeen] = useState<{ request: InstallmentsRequest; state: OfferState } | null>(null);
  const tell = useEffectEvent(onOffer);
  useEffect(() => {
    let isWanted = true;
    call('payment-installments', request).then(
      (offer) => {
        if (!isWanted) return;
        setSeen({ request, state: { status: 'ready', offer } });
        tell();
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
