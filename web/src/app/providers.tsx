import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { AnnouncerProvider } from '../components/announcer';
import { cssVariables, theme } from './theme';

/** What every component may count on; tests render inside the same. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <AnnouncerProvider>{children}</AnnouncerProvider>
    </MantineProvider>
  );
}
