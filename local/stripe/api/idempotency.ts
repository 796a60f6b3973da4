import { ApiError } from './errors';

/** An answer as it was sent, kept for the next request with the same key. */
export interface Reply {
  status: number;
  body: string;
  requestId: string;
}

interface Entry {
  /** Address and parameters of the key's first request. */
  fingerprint: string;
  /** Null while the first request is being worked on. */
  reply: Reply | null;
}

export interface KeyClaim {
  /** The answer the key already has. */
  readonly replay: Reply | null;
  save: (reply: Reply) => void;
  /** Forgets the key unless an answer was saved: the request never began, or was refused before it did. */
  release: () => void;
}

export interface IdempotencyKeys {
  claim(key: string, fingerprint: string): KeyClaim;
  /** Keys whose first request has no answer yet. */
  inUse(): string[];
}

const mismatch = (key: string) =>
  new ApiError(400, {
    type: 'idempotency_error',
    message:
      'Keys for idempotent requests can only be used with the same parameters they were first used with. ' +
      `Try using a key other than '${key}' if you meant to execute a different request.`,
  });

const inProgress = (key: string) =>
  new ApiError(409, {
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    message:
      'There is currently another in-progress request using this Idempotent Key (that probably means you ' +
      `submitted twice, and the other request is still going through): ${key}. Please try again later.`,
  });

/** Remembers what each `Idempotency-Key` was answered. Stripe forgets after a day; the stand-in never does. */
export function createIdempotencyKeys(): IdempotencyKeys {
  const entries = new Map<string, Entry>();
  return {
    claim(key, fingerprint) {
      const known = entries.get(key);
      if (known !== undefined && known.fingerprint !== fingerprint) throw mismatch(key);
      if (known?.reply) return { replay: known.reply, save: () => undefined, release: () => undefined };
      if (known !== undefined) throw inProgress(key);
      const entry: Entry = { fingerprint, reply: null };
      entries.set(key, entry);
      return {
        replay: null,
        save(reply) {
          entry.reply = reply;
        },
        release() {
          if (entry.reply === null) entries.delete(key);
        },
      };
    },
    inUse: () => [...entries].filter(([, entry]) => entry.reply === null).map(([key]) => key),
  };
}
