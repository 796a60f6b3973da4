/**
 * Delivers a stand-in's callbacks the way a gateway does: again and again until the receiver accepts them,
 * with faults that a test or a developer can switch on.
 */

/** Faults a test or developer switches on in callback delivery. */
export interface DeliveryFaults {
  /** Each delivery is sent this many times at once. */
  copies: number;
  /** Milliseconds to wait before every attempt. */
  delayMs: number;
  /** This many of the next deliveries are lost and never retried. Counts down. */
  drop: number;
  /** Queue instead of send; a retry that falls due meanwhile is queued too. */
  hold: boolean;
  /** Order in which `release` sends what was held. */
  order: 'fifo' | 'reverse';
}

/** One message to a receiver; `send` resolves to true when the receiver accepted it. A rejection means no. */
export interface Delivery {
  id: string;
  send: () => Promise<boolean>;
}

/** One request made for a delivery. Copies sent at once share an attempt number. */
export interface DeliveryAttempt {
  id: string;
  attempt: number;
  accepted: boolean;
}

export interface Deliverer {
  readonly faults: Readonly<DeliveryFaults>;
  /** Every request made so far, in the order of their answers. */
  readonly attempts: readonly DeliveryAttempt[];
  /** Changes the named faults. Ending `hold` does not send what is held: `release` does. */
  setFaults(changes: Partial<DeliveryFaults>): void;
  /** Takes a delivery over: from here on it is sent, held or dropped as the faults say. Never throws. */
  enqueue(delivery: Delivery): void;
  /** Sends what is held, in the asked order, each after the answer to the one before. */
  release(): Promise<void>;
  /** Resolves when nothing is held, in flight or awaiting a retry. */
  settled(): Promise<void>;
  /** Forgets everything outstanding; `settled` and `release` resolve. */
  close(): void;
}

export interface DelivererOptions {
  /** Wait before the second, third, … attempt; the last value repeats. */
  retryDelaysMs?: readonly number[];
  /** After this many attempts a delivery is given up. */
  maxAttempts?: number;
  /** Sends one delivery after another, each after the answer to the one before; else all at once. */
  inTurn?: boolean;
}

interface Outstanding {
  delivery: Delivery;
  attemptsMade: number;
}

const NO_FAULTS: DeliveryFaults = { copies: 1, delayMs: 0, drop: 0, hold: false, order: 'fifo' };
const DEFAULT_RETRY_DELAYS_MS = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 60_000];
const DEFAULT_MAX_ATTEMPTS = 50;

export function createDeliverer(options: DelivererOptions = {}): Deliverer {
  const {
    retryDelaysMs = DEFAULT_RETRY_DELAYS_MS,
    maxAttempts = DEFAULT_MAX_ATTEMPTS,
    inTurn = false,
  } = options;
  const attempts: DeliveryAttempt[] = [];
  const pauses = new Map<NodeJS.Timeout, () => void>();
  let faults = NO_FAULTS;
  let held: Outstanding[] = [];
  let outstandingCount = 0;
  let settledListeners: (() => void)[] = [];
  let closed = false;
  /** Ends with the last delivery that was sent in turn. */
  let turn = Promise.resolve();

  /** A call, because the compiler would take the variable as unchanged across an await. */
  const isClosed = (): boolean => closed;

  function pause(ms: number): Promise<void> {
    if (ms <= 0 || closed) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        pauses.delete(timer);
        resolve();
      }, ms);
      pauses.set(timer, resolve);
    });
  }

  function tellSettled(): void {
    for (const listener of settledListeners) listener();
    settledListeners = [];
  }

  function finish(): void {
    outstandingCount -= 1;
    if (outstandingCount === 0) tellSettled();
  }

  async function sendCopy({ delivery }: Outstanding, attempt: number): Promise<boolean> {
    const accepted = await delivery.send().catch(() => false);
    attempts.push({ id: delivery.id, attempt, accepted });
    return accepted;
  }

  async function attemptOnce(item: Outstanding): Promise<void> {
    await pause(faults.delayMs);
    if (isClosed()) return;
    item.attemptsMade += 1;
    const copies = Array.from({ length: faults.copies }, () => sendCopy(item, item.attemptsMade));
    const accepted = (await Promise.all(copies)).includes(true);
    if (isClosed()) return;
    if (accepted || item.attemptsMade >= maxAttempts) finish();
    else void retryLater(item);
  }

  async function retryLater(item: Outstanding): Promise<void> {
    await pause(retryDelaysMs[Math.min(item.attemptsMade, retryDelaysMs.length) - 1] ?? 0);
    dispatch(item);
  }

  function dispatch(item: Outstanding): void {
    if (closed) return;
    if (faults.hold) held.push(item);
    else if (inTurn) turn = turn.then(() => attemptOnce(item));
    else void attemptOnce(item);
  }

  return {
    get faults() {
      return faults;
    },
    attempts,
    setFaults(changes) {
      faults = { ...faults, ...changes };
    },
    enqueue(delivery) {
      if (closed) return;
      if (faults.drop > 0) {
        faults = { ...faults, drop: faults.drop - 1 };
        return;
      }
      outstandingCount += 1;
      dispatch({ delivery, attemptsMade: 0 });
    },
    async release() {
      const batch = faults.order === 'reverse' ? held.toReversed() : held;
      held = [];
      for (const item of batch) await attemptOnce(item);
    },
    settled() {
      if (outstandingCount === 0 || closed) return Promise.resolve();
      return new Promise((resolve) => settledListeners.push(resolve));
    },
    close() {
      closed = true;
      held = [];
      for (const [timer, resume] of pauses) {
        clearTimeout(timer);
        resume();
      }
      pauses.clear();
      tellSettled();
    },
  };
}
