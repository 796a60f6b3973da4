import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Live } from '../lib/live';
import { Delayed } from './delayed';
import { Empty } from './empty';
import { LiveProblemView } from './problem';

interface LiveRecordProps<Found> {
  readonly live: Live<Found | null>;
  /** Said when there is none of that id. */
  readonly missing: string;
  readonly children: (found: Found) => ReactNode;
}

/** The one thing that a page is about: while it is read, when it cannot be, when there is none, and as it is now. */
export function LiveRecord<Found>({ live, missing, children }: LiveRecordProps<Found>) {
  switch (live.status) {
    case 'loading':
      return (
        <Delayed>
          <Skeleton height={420} />
        </Delayed>
      );
    case 'failed':
      return <LiveProblemView {...live} />;
    case 'ready':
      return live.data === null ? <Empty text={missing} /> : children(live.data);
  }
}
