import { SessionProvider } from '../lib/session';
import { Providers } from './providers';
import { AppRouter } from './router';

export function App() {
  return (
    <Providers>
      <SessionProvider>
        <AppRouter />
      </SessionProvider>
    </Providers>
  );
}
