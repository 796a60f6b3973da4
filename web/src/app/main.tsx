import './mantine.css';
import './base.css';
import { createRoot } from 'react-dom/client';
import { loadConfig } from '../lib/config';
import { DeploymentContext } from '../lib/deployment';
import { startFirebase } from '../lib/firebase';
import { startI18n } from '../lib/i18n';
import { keepFocus } from '../lib/keep-focus';
import { App } from './app';
import { preload, preloadPointedAt } from './portal-pages';
import { StartFailure } from './start-failure';

async function start(container: HTMLElement): Promise<void> {
  const root = createRoot(container);
  const words = startI18n();
  keepFocus();
  try {
    await Promise.all([words, startServices()]);
    const deployment = { keepsCardsAtPaytr: import.meta.env.VITE_PAYTR_STORED_CARDS === '1' };
    root.render(
      <DeploymentContext value={deployment}>
        <App />
      </DeploymentContext>,
    );
  } catch (error) {
    console.error(error);
    await words;
    root.render(<StartFailure />);
  }
}

async function startServices(): Promise<void> {
  const config = await loadConfig(import.meta.env.VITE_INVOICE_NUMBER_PREFIX);
  await startFirebase(config, import.meta.env.VITE_APP_CHECK_SITE_KEY);
}

const container = document.getElementById('root');
if (container !== null) {
  void start(container);
  preload(location.pathname);
  preloadPointedAt(document);
}
