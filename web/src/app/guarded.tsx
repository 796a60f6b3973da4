import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Delayed } from '../components/delayed';
import { ErrorBoundary } from '../components/error-boundary';
import { PageSkeleton } from '../components/page-skeleton';
import { Crash } from './crash';

/** A page's own fault or slow download stays its own; another address is another chance. */
export function Guarded({ children }: { children: ReactNode }) {
  const [location] = useLocation();
  return (
    <ErrorBoundary key={location} fallback={<Crash />}>
      <Suspense
        fallback={
          <Delayed>
            <PageSkeleton />
          </Delayed>
        }
      >
        {children}
      </Suspense>
    </ErrorBoundary>
  );
}
