import { VisuallyHidden } from '@mantine/core';
import { createContext, useCallback, useContext, useState } from 'react';
import type { ReactNode } from 'react';

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** One polite live region for the whole app; screen readers speak what is put there. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [news, setNews] = useState({ text: '', turn: 0 });
  const announce = useCallback((text: string) => {
    setNews(({ turn }) => ({ text, turn: turn + 1 }));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <VisuallyHidden role="status" aria-live="polite">
        <span key={news.turn}>{news.text}</span>
      </VisuallyHidden>
    </AnnounceContext>
  );
}

export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}
