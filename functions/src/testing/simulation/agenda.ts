/** Something that a customer or finance is going to do. */
export interface Appointment {
  readonly at: Date;
  readonly uid: string;
  readonly what: string;
  /** Whether it may take the number of an invoice or of a credit note, and so has to wait for its turn. */
  readonly takesNumber: boolean;
  readonly run: (at: Date) => Promise<void>;
}

/** What people are going to do, by time. */
export interface Agenda {
  add(appointment: Appointment): void;
  /** Takes what is to be done before an instant, in order. */
  takeUntil(instant: Date): Appointment[];
}

export function emptyAgenda(): Agenda {
  let waiting: Appointment[] = [];
  return {
    add: (appointment) => {
      waiting.push(appointment);
    },
    takeUntil: (instant) => {
      const due = waiting.filter(({ at }) => at < instant);
      waiting = waiting.filter(({ at }) => at >= instant);
      return due.sort(
        (a, b) => a.at.getTime() - b.at.getTime() || (a.uid + a.what < b.uid + b.what ? -1 : 1),
      );
    },
  };
}
