import { sellerSettings } from './demo/seller';
import { startSuite } from './emulators/suite';
import { paytrStoredCards, STAND_INS, type GatewaySettings } from './gateway-settings';
import { startMailCatcher, type MailCatcher } from './mail/catcher';
import { startPaytr, type Paytr } from './paytr/server';
import { startStripe, type RunningStripe } from './stripe/server';
import { freeStackPorts, type StackPorts } from './stack-ports';
import { HOST } from './tools/ports';

export interface StackOptions {
  /** Free ports if not given. */
  ports?: StackPorts;
  /** Starts with `demo-`. */
  projectId?: string;
  /** The stand-ins if not given. */
  gateways?: GatewaySettings;
  /** Params of the functions that differ from those of the demo. */
  params?: Record<string, string>;
  importDir?: string;
  exportDir?: string;
  /** Called with every line that the emulators and the functions print. */
  onLog?: (line: string) => void;
}

/** The whole project, running: emulators, functions, web app and the gateways' stand-ins. */
export interface Stack {
  projectId: string;
  urls: {
    /** The web app; webhooks and PDFs below it. */
    app: string;
    functions: string;
    /** `host:port`, the value of FIRESTORE_EMULATOR_HOST. */
    firestoreHost: string;
    /** `host:port`, the value of FIREBASE_AUTH_EMULATOR_HOST. */
    authHost: string;
    /** The emulators' own control. */
    hub: string;
    /** Null with Stripe's own test mode. */
    stripe: string | null;
    /** Null with PayTR's own test mode. */
    paytr: string | null;
    /** The page of caught mails. */
    mail: string;
  };
  /** The stand-in, with its deliveries; null with Stripe's own test mode. */
  stripe: RunningStripe | null;
  /** The stand-in, with its deliveries; null with PayTR's own test mode. */
  paytr: Paytr | null;
  /** What the app has sent. */
  mail: MailCatcher;
  /** Settles with the reason when the emulators end without being stopped. */
  failed: Promise<string>;
  /** Ends every process and frees every port. May be called more than once. */
  stop(): Promise<void>;
}

/** Accounts of the stand-ins; they open nothing else. */
export const STAND_IN_STRIPE = { secretKey: 'sk_test_stand_in', webhookSecret: 'whsec_stand_in' };
const STAND_IN_PAYTR = {
  merchantId: '100000',
  merchantKey: 'stand-in-merchant-key',
  merchantSalt: 'stand-in-merchant-salt',
};

/**
 * Starts everything on this machine; the functions and the web app must have been built.
 * @throws Problem when something cannot start; whatever had started is stopped again
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const { projectId = 'demo-hyble', gateways = STAND_INS } = options;
  const ports = options.ports ?? (await freeStackPorts());
  const app = `http://${HOST}:${ports.hosting}`;
  const stripeAccount = gateways.stripe ?? STAND_IN_STRIPE;
  const paytrAccount = gateways.paytr ?? STAND_IN_PAYTR;

  const started: { close(): Promise<void> }[] = [];
  const closeGateways = async (): Promise<void> => {
    await Promise.all(started.map((standIn) => standIn.close()));
  };
  try {
    const stripe =
      gateways.stripe === null
        ? await startStripe({
            ...stripeAccount,
            port: ports.stripe,
            webhookUrl: `${app}/api/webhooks/stripe`,
          })
        : null;
    if (stripe !== null) started.push(stripe);
    const paytr =
      gateways.paytr === null
        ? await startPaytr({ ...paytrAccount, port: ports.paytr, callbackUrl: `${app}/api/webhooks/paytr` })
        : null;
    if (paytr !== null) started.push(paytr);
    const mail = await startMailCatcher({ smtpPort: ports.smtp, webPort: ports.mail });
    started.push(mail);

    const suite = await startSuite({
      ports,
      projectId,
      importDir: options.importDir,
      exportDir: options.exportDir,
      onLog: options.onLog,
      params: {
        APP_URL: app,
        STRIPE_API_URL: stripe?.url ?? 'https://api.stripe.com',
        PAYTR_API_URL: paytr?.url ?? 'https://www.paytr.com',
        PAYTR_MERCHANT_ID: paytrAccount.merchantId,
        PAYTR_TEST_MODE: '1',
        PAYTR_STORED_CARDS: paytrStoredCards(gateways),
        ...sellerSettings,
        SMTP_HOST: HOST,
        SMTP_PORT: String(mail.smtpPort),
        SMTP_SECURITY: 'none',
        MAIL_FROM: `${sellerSettings.SELLER_NAME} <${sellerSettings.SELLER_EMAIL}>`,
        ...options.params,
      },
      secrets: {
        STRIPE_SECRET_KEY: stripeAccount.secretKey,
        STRIPE_WEBHOOK_SECRET: stripeAccount.webhookSecret,
        PAYTR_MERCHANT_KEY: paytrAccount.merchantKey,
        PAYTR_MERCHANT_SALT: paytrAccount.merchantSalt,
        // The mail server here asks nobody who they are.
        SMTP_PASSWORD: '',
      },
    });
    let stopping: Promise<void> | undefined;
    const stopAll = async (): Promise<void> => {
      // Gateways first: nothing new comes in while the functions end.
      await closeGateways();
      await suite.stop();
    };
    return {
      projectId,
      urls: {
        app: suite.urls.hosting,
        functions: suite.urls.functions,
        firestoreHost: new URL(suite.urls.firestore).host,
        authHost: new URL(suite.urls.auth).host,
        hub: suite.urls.hub,
        stripe: stripe?.url ?? null,
        paytr: paytr?.url ?? null,
        mail: mail.url,
      },
      stripe,
      paytr,
      mail,
      failed: suite.failed,
      stop: () => (stopping ??= stopAll()),
    };
  } catch (error) {
    await closeGateways();
    throw error;
  }
}
