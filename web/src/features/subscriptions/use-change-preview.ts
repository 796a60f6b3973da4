import type { PlanChangePreview } from '@hyble/billing-functions/src/schema/subscription';
import { useEffect, useState } from 'react';
import { previewChange } from './manage-subscription';

export type PreviewState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly preview: PlanChangePreview }
  | { readonly status: 'failed'; readonly error: unknown };

/** What a change to a plan does now, as the server says; asked again with every other `attempt`. */
export function useChangePreview(subscriptionId: string, planId: string, attempt: number): PreviewState {
  const key = `${subscriptionId}/${planId}/${attempt}`;
  const [seen, setSeen] = useState<{ key: string; state: PreviewState } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const show = (state: PreviewState) => {
      if (isWanted) setSeen({ key: `${subscriptionId}/${planId}/${attempt}`, state });
    };
    previewChange(subscriptionId, planId).then(
      (preview) => {
        show({ status: 'ready', preview });
      },
      (error: unknown) => {
        show({ status: 'failed', error });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [subscriptionId, planId, attempt]);
  return seen?.key === key ? seen.state : { status: 'loading' };
}
