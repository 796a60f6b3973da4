import { useMergedRef } from '@mantine/hooks';
import type { Ref } from 'react';

/** Floating UI's hook by Mantine's; see `vite.config.ts`. */
export function useMergeRefs<T>(refs: readonly Ref<T>[]) {
  return useMergedRef(...refs);
}
