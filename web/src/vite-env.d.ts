interface ImportMetaEnv {
  /** reCAPTCHA Enterprise's site key for App Check; without one the app starts without it. */
  readonly VITE_APP_CHECK_SITE_KEY?: string;
  /** The functions' setting INVOICE_NUMBER_PREFIX, where it is not the default. */
  readonly VITE_INVOICE_NUMBER_PREFIX?: string;
}
