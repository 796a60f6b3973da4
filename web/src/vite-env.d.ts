interface ImportMetaEnv {
  /** reCAPTCHA Enterprise's site key for App Check; without one the app starts without it. */
  readonly VITE_APP_CHECK_SITE_KEY?: string;
}
