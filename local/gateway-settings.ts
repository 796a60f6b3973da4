import { Problem } from './tools/problem';

export interface StripeAccount {
  secretKey: string;
  webhookSecret: string;
}

export interface PaytrAccount {
  merchantId: string;
  merchantKey: string;
  merchantSalt: string;
  /** Whether PayTR has granted this merchant card storage. */
  keepsCards: boolean;
}

/** The gateways' own services in test mode; null: the stand-in on this machine. */
export interface GatewaySettings {
  stripe: StripeAccount | null;
  paytr: PaytrAccount | null;
}

/** For tests and for whoever has no account: nothing leaves this machine. */
export const STAND_INS: GatewaySettings = { stripe: null, paytr: null };

/** Whether cards are kept at PayTR, as its `1` or `0`; the stand-in grants what a merchant has to ask for. */
export function paytrStoredCards({ paytr }: Pick<GatewaySettings, 'paytr'>): '0' | '1' {
  return paytr === null || paytr.keepsCards ? '1' : '0';
}

const PAYTR_NAMES = ['PAYTR_MERCHANT_ID', 'PAYTR_MERCHANT_KEY', 'PAYTR_MERCHANT_SALT'] as const;

/**
 * Chooses the gateways from the environment: an account that is given in full is used in test mode.
 * @throws Problem when a key could move real money, or an account is given in part
 */
export function gatewaySettings(environment: Record<string, string | undefined>): GatewaySettings {
  return { stripe: stripeAccount(environment), paytr: paytrAccount(environment) };
}

function stripeAccount(environment: Record<string, string | undefined>): StripeAccount | null {
  const { STRIPE_SECRET_KEY: secretKey = '', STRIPE_WEBHOOK_SECRET: webhookSecret = '' } = environment;
  if (secretKey === '') return null;
  if (!/^(sk|rk)_test_/.test(secretKey)) {
    throw new Problem(
      'STRIPE_SECRET_KEY must be a key of test mode (sk_test_… or rk_test_…): ' +
        'this program works with demo data and must never move real money.',
    );
  }
  if (webhookSecret === '') {
    throw new Problem(
      'With STRIPE_SECRET_KEY set, STRIPE_WEBHOOK_SECRET is needed too. `stripe listen --forward-to ' +
        '127.0.0.1:5000/api/webhooks/stripe` prints it (whsec_…) and brings the events here.',
    );
  }
  return { secretKey, webhookSecret };
}

function paytrAccount(environment: Record<string, string | undefined>): PaytrAccount | null {
  const missing = PAYTR_NAMES.filter((name) => (environment[name] ?? '') === '');
  if (missing.length === PAYTR_NAMES.length) return null;
  if (missing.length > 0) {
    throw new Problem(`A PayTR account needs ${PAYTR_NAMES.join(', ')}; not set: ${missing.join(', ')}.`);
  }
  const [merchantId = '', merchantKey = '', merchantSalt = ''] = PAYTR_NAMES.map((name) => environment[name]);
  return { merchantId, merchantKey, merchantSalt, keepsCards: environment.PAYTR_STORED_CARDS === '1' };
}
