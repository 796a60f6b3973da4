import type { ComponentType } from 'react';
import { Delayed } from '../components/delayed';
import { PageSkeleton } from '../components/page-skeleton';
import type { Namespace } from '../lib/i18n';
import { onDemand } from '../lib/on-demand';

/** A page that is its own download; a skeleton stands for it when that takes long enough to be noticed. */
export function pageOnDemand<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
  words: readonly Namespace[] = [],
) {
  const meanwhile = (
    <Delayed>
      <PageSkeleton />
    </Delayed>
  );
  return onDemand(load, { words, meanwhile });
}
