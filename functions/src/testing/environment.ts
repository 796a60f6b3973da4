import './captured-logs';
import { randomBytes } from 'node:crypto';
import { deploymentOf, gatewayKeys } from './deployment';

/**
 * What the deployed functions find in their environment, for one test file: a Firestore project of its own in the
 * shared emulator, and made-up keys. Import it before anything that reads a setting.
 */
export const projectId = `demo-${randomBytes(6).toString('hex')}`;

export const testKeys = gatewayKeys('functions');

Object.assign(process.env, testKeys, deploymentOf(projectId, 'http://127.0.0.1:5000'));
