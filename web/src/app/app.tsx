import { Router } from 'wouter';
import { SessionProvider } from '../lib/session';
import { rememberSearch } from '../lib/way-back';
import { Providers } from './providers';
import { AppRouter } from './router';

export function App() {
  return (
    <Router aroundNav={rememberSearch}>
      <Providers>
        <SessionProvider>
          <AppRouter />
        </SessionProvider>
      </Providers>
    </Router>
  );
}
