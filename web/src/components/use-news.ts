import { useEffect, useRef } from 'react';
import { useAnnounce } from './announcer';

interface Subject<State> {
  readonly id: string;
  readonly state: State;
  /** What is said when it has become this. */
  readonly sentence: () => string;
}

/**
 * Tells screen readers once when something that is on the page changes its state. What comes onto the page, such as
 * the next rows of a list, is no news; several changes at once are told together.
 */
export function useNews<State>(subjects: readonly Subject<State>[]): void {
  const announce = useAnnounce();
  const known = useRef(new Map<string, State>());
  useEffect(() => {
    const changed = subjects.filter(({ id, state }) => {
      const before = known.current.get(id);
      known.current.set(id, state);
      return before !== undefined && before !== state;
    });
    if (changed.length > 0) announce(changed.map(({ sentence }) => sentence()).join('. '));
  }, [subjects, announce]);
}
