import { startFirestore } from '../../local/emulators/firestore';
import { startStack } from '../../local/stack';
import { build } from '../../local/tools/build';
import { keys, projectId } from '../fixtures/environment';
import type { Service } from './figure';

interface Started {
  /** How a figure's process learns where the service is. */
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

export interface Services {
  /** The environment in which the service is found, which is started by the first to ask. */
  readonly environment: (service: Service | undefined) => Promise<Started['env']>;
  readonly stop: () => Promise<void>;
}

const START: Record<Service, () => Promise<Started>> = {
  firestore: async () => {
    const emulator = await startFirestore();
    return { env: { FIRESTORE_EMULATOR_HOST: emulator.host }, stop: () => emulator.stop() };
  },
  stack: async () => {
    await build('web');
    const stack = await startStack({
      projectId,
      gateways: {
        stripe: { secretKey: keys.STRIPE_SECRET_KEY, webhookSecret: keys.STRIPE_WEBHOOK_SECRET },
        paytr: {
          merchantId: keys.PAYTR_MERCHANT_ID,
          merchantKey: keys.PAYTR_MERCHANT_KEY,
          merchantSalt: keys.PAYTR_MERCHANT_SALT,
          keepsCards: false,
        },
      },
    });
    const { urls } = stack;
    const env = {
      APP_URL: urls.app,
      FIRESTORE_EMULATOR_HOST: urls.firestoreHost,
      FIREBASE_AUTH_EMULATOR_HOST: urls.authHost,
    };
    return { env, stop: () => stack.stop() };
  },
};

/** What figures need besides their own process: each service runs once, for all who need it. */
export function services(): Services {
  const started = new Map<Service, Started>();
  return {
    environment: async (service) => {
      if (service === undefined) return {};
      const running = started.get(service) ?? (await START[service]());
      started.set(service, running);
      return running.env;
    },
    stop: async () => {
      await Promise.all([...started.values()].map(({ stop }) => stop()));
    },
  };
}
