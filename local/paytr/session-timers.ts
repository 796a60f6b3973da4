const MINUTE_MS = 60_000;

export interface SessionTimers {
  /** (Re)starts the time the customer has for this payment. */
  start(merchantOid: string, minutes: number): void;
  stop(merchantOid: string): void;
  stopAll(): void;
}

/** One timer per payment page; `onTimeout` learns which payment ran out of time. */
export function createSessionTimers(onTimeout: (merchantOid: string) => void): SessionTimers {
  const timers = new Map<string, NodeJS.Timeout>();

  function stop(merchantOid: string): void {
    clearTimeout(timers.get(merchantOid));
    timers.delete(merchantOid);
  }

  return {
    start(merchantOid, minutes) {
      stop(merchantOid);
      timers.set(merchantOid, setTimeout(onTimeout, minutes * MINUTE_MS, merchantOid));
    },
    stop,
    stopAll() {
      for (const merchantOid of [...timers.keys()]) stop(merchantOid);
    },
  };
}
