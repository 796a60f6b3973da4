import type { SuitePorts } from './emulators/suite';
import { freePorts, portSetting, type WantedPort } from './tools/ports';

export interface StackPorts extends SuitePorts {
  stripe: number;
  paytr: number;
  /** The mail server, and the page that shows what it caught. */
  smtp: number;
  mail: number;
}

/** Every port that a person may meet, with its setting. The emulators' inner ports are free ones. */
const PORTS: Record<keyof StackPorts, WantedPort> = {
  hosting: { port: 5000, use: 'the app', setting: 'PORT_HOSTING' },
  functions: { port: 5001, use: 'functions', setting: 'PORT_FUNCTIONS' },
  firestore: { port: 8080, use: 'Firestore', setting: 'PORT_FIRESTORE' },
  auth: { port: 9099, use: 'sign-in', setting: 'PORT_AUTH' },
  stripe: { port: 12111, use: 'the Stripe stand-in', setting: 'PORT_STRIPE' },
  paytr: { port: 12112, use: 'the PayTR stand-in', setting: 'PORT_PAYTR' },
  smtp: { port: 12113, use: 'the mail server', setting: 'PORT_SMTP' },
  mail: { port: 12114, use: 'the page of caught mails', setting: 'PORT_MAIL' },
};
const NAMES = Object.keys(PORTS) as (keyof StackPorts)[];

/**
 * The usual ports, or those that the environment sets (`PORT_HOSTING=5010`).
 * @throws Problem when a setting is no port number
 */
export function wantedStackPorts(environment: NodeJS.ProcessEnv): WantedPort[] {
  return NAMES.map((name) => {
    const usual = PORTS[name];
    return { ...usual, port: portSetting(usual.setting, usual.port, environment) };
  });
}

/** The ports of `wantedStackPorts` by name. */
export function stackPorts(wanted: WantedPort[]): StackPorts {
  return byName(wanted.map(({ port }) => port));
}

/** Ports that were free a moment ago, for a stack that runs beside others. */
export async function freeStackPorts(): Promise<StackPorts> {
  return byName(await freePorts(NAMES.length));
}

function byName(ports: number[]): StackPorts {
  return Object.fromEntries(NAMES.map((name, index) => [name, ports[index]])) as Record<
    keyof StackPorts,
    number
  >;
}
