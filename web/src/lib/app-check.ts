import type { FirebaseApp } from 'firebase/app';
import type { WebConfig } from './config';

/**
 * Has Google attest with every request that it comes from this app, where the build was given reCAPTCHA Enterprise's
 * site key (`VITE_APP_CHECK_SITE_KEY`). Whether functions insist on it is their setting ENFORCE_APP_CHECK. Without a
 * key nothing is loaded; emulators know no App Check.
 */
export async function startAppCheck(
  app: FirebaseApp,
  { emulators }: Pick<WebConfig, 'emulators'>,
  siteKey: string | undefined,
): Promise<void> {
  if (siteKey === undefined || siteKey === '' || emulators !== null) return;
  const { initializeAppCheck, ReCaptchaEnterpriseProvider } = await import('firebase/app-check');
  initializeAppCheck(app, {
    provider: new ReCaptchaEnterpriseProvider(siteKey),
    isTokenAutoRefreshEnabled: true,
  });
}
