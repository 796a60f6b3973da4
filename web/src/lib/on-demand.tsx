import { useEffect, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { loadWords } from './i18n';
import type { Namespace } from './i18n';

interface Settings {
  /** Whose words the component speaks beside those of `common`. */
  readonly words?: readonly Namespace[];
  /** What is shown until it is here. */
  readonly meanwhile?: ReactNode;
}

export interface OnDemand<Props> {
  (props: Props): ReactNode;
  /** Begins to download what will be shown soon; rejects when that fails. */
  readonly download: () => Promise<void>;
}

/** What was to be shown could not be downloaded: there is no connection, or a newer version has taken its place. */
export class DownloadError extends Error {}

/**
 * A component that is downloaded, with its words, when it is first shown. React's `lazy` would hold it back: what
 * follows the fallback of a Suspense is shown 300 ms after that at the earliest, however quick the download was, and a
 * page whose words come after its code waits twice.
 *
 * @throws DownloadError while it is rendered, for the error boundary; whoever shows the component anew tries again
 */
export function onDemand<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
  { words = [], meanwhile = null }: Settings = {},
): OnDemand<Props> {
  let Loaded: ComponentType<Props> | null = null;
  const download = async () => {
    const [module] = await Promise.all([load(), loadWords(words)]);
    Loaded = module.default;
  };

  function OnDemandComponent(props: Props) {
    const [isHere, setIsHere] = useState(Loaded !== null);
    const [failure, setFailure] = useState<DownloadError | null>(null);
    useEffect(() => {
      if (isHere) return;
      download().then(
        () => {
          setIsHere(true);
        },
        (cause: unknown) => {
          setFailure(new DownloadError('A part of the app could not be downloaded', { cause }));
        },
      );
    }, [isHere]);

    if (failure !== null) throw failure;
    return Loaded === null ? meanwhile : <Loaded {...props} />;
  }

  return Object.assign(OnDemandComponent, { download });
}
