import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';

/** Below these widths tables become cards: five columns need a small tablet, six a large one. Paper takes the table. */
const NARROW = { phone: 'screen and (max-width: 47.99em)', tablet: 'screen and (max-width: 61.99em)' };

export function useIsNarrow(below: keyof typeof NARROW = 'phone'): boolean {
  const media = NARROW[below];
  return useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(media);
      query.addEventListener('change', onChange);
      return () => {
        query.removeEventListener('change', onChange);
      };
    },
    () => window.matchMedia(media).matches,
  );
}

export function useIsOnline(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      window.addEventListener('online', onChange);
      window.addEventListener('offline', onChange);
      return () => {
        window.removeEventListener('online', onChange);
        window.removeEventListener('offline', onChange);
      };
    },
    () => navigator.onLine,
  );
}

/** The present instant, for screens that show what time does to a document; renewed every `everyMs`. */
export function useNow(everyMs = 15_000): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(new Date());
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [everyMs]);
  return now;
}

/** Calls when the browser's Back button brings this page back as it was left, such as on its way to a gateway. */
export function useOnRestored(restore: () => void): void {
  const onRestored = useEffectEvent(restore);
  useEffect(() => {
    const listen = (event: PageTransitionEvent) => {
      if (event.persisted) onRestored();
    };
    window.addEventListener('pageshow', listen);
    return () => {
      window.removeEventListener('pageshow', listen);
    };
  }, []);
}

const JUST_MS = 30_000;

/** Whether the visitor, or the app itself, has loaded the page anew within the last half minute. */
export function wasJustReloaded(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  const isReload = navigation !== undefined && 'type' in navigation && navigation.type === 'reload';
  return isReload && performance.now() < JUST_MS;
}
