interface ImportMetaEnv {
  /** reCAPTCHA Enterprise's site key for App Check; without one the app starts without it. */
  readonly VITE_APP_CHECK_SITE_KEY?: string;
  /** `1` where the functions have the same `PAYTR_STORED_CARDS`. */
  readonly VITE_PAYTR_STORED_CARDS?: string;
  /** The functions' setting INVOICE_NUMBER_PREFIX, where it is not the default. */
  readonly VITE_INVOICE_NUMBER_PREFIX?: string;
}
