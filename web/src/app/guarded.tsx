import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { ErrorBoundary } from '../components/error-boundary';
import { Crash } from './crash';

/** A page's own fault or failed download stays its own; another address is another chance. */
export function Guarded({ children }: { children: ReactNode }) {
  const [location] = useLocation();
  return (
    <ErrorBoundary key={location} fallback={(error) => <Crash error={error} />}>
      {children}
    </ErrorBoundary>
  );
}
