import { TestEnvironment } from 'jest-environment-jsdom';

/** What the Firebase SDK needs and jsdom lacks. */
const FROM_NODE = [
  'fetch',
  'Headers',
  'Request',
  'Response',
  'FormData',
  'Blob',
  'ReadableStream',
  'WritableStream',
  'TransformStream',
  'CompressionStream',
  'DecompressionStream',
  'TextEncoder',
  'TextDecoder',
  'TextEncoderStream',
  'TextDecoderStream',
  'BroadcastChannel',
  'MessageChannel',
  'structuredClone',
  // Node's own, because its fetch and its streams refuse those of jsdom.
  'AbortController',
  'AbortSignal',
  'ArrayBuffer',
  'Uint8Array',
  // Jest resolves packages with the condition "node" even here, so Firestore comes as its Node build, with gRPC.
  'setImmediate',
  'clearImmediate',
];

/** jsdom with Node's fetch, streams and encoders. */
export default class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const name of FROM_NODE) this.global[name] = globalThis[name];
    if (this.global.crypto.subtle === undefined) {
      Object.defineProperty(this.global, 'crypto', { value: globalThis.crypto });
    }
  }
}
