import { useState } from 'react';

/**
 * What somebody is typing, before it counts. When what counts changes from elsewhere, such as by the Back button, the
 * draft follows it.
 */
export function useDraft(counts: string): [draft: string, setDraft: (draft: string) => void] {
  const [draft, setDraft] = useState(counts);
  const [known, setKnown] = useState(counts);
  if (known !== counts) {
    setKnown(counts);
    setDraft(counts);
  }
  return [draft, setDraft];
}
