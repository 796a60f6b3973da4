import type { Decision } from '../../core/decision';
import { update } from '../../core/decision';
import type { Mail, MailDelivery } from '../../schema/mail';
import { paths } from '../../schema/paths';
import type { User } from '../../schema/user';

/** A mail that is ours to send until its lease ends. */
export interface TakenMail {
  readonly mailId: string;
  readonly to: readonly string[];
  readonly message: Mail['message'];
  /** Which try this is, from 1; who comes with an older one has lost the lease. */
  readonly attempt: number;
}

/** What a mail server made of it. `isFinal`: it will never take it. */
export type MailOutcome =
  | { readonly kind: 'SENT'; readonly messageId: string; readonly response: string }
  | { readonly kind: 'FAILED'; readonly error: string; readonly isFinal: boolean };

const MINUTE_MS = 60_000;
/** Longer than a mail server is waited for, and than the function lives. */
const LEASE_MS = 3 * MINUTE_MS;
/** Minutes until the next try, after each that failed; then the mail is given up. */
const RETRY_MINUTES = [10, 60, 4 * 60, 12 * 60] as const;

/** One address and nothing else: no second one, no name, no line. Firebase Authentication has checked the rest. */
const ADDRESS = /^[^\s@,;:<>()"]+@[^\s@,;:<>()"]+$/;

/**
 * Takes a mail, so that nobody else sends it meanwhile. Null when it is sent, given up, or somebody else has it.
 * A mail whose reader has left, or has no address, is given up.
 */
export function takeMail(
  { mail, users }: { readonly mail: Mail | null; readonly users: readonly (Pick<User, 'email'> | null)[] },
  mailId: string,
  now: Date,
): Decision<TakenMail | null> {
  if (mail === null || !isToBeTaken(mail.delivery, now)) return { writes: [], result: null };
  const to = users.flatMap((user) => (user !== null && ADDRESS.test(user.email) ? [user.email] : []));
  const attempt = (mail.delivery?.attempts ?? 0) + 1;
  const delivery: MailDelivery = {
    state: 'PROCESSING',
    startTime: mail.delivery?.startTime ?? now,
    endTime: null,
    leaseExpireTime: new Date(now.getTime() + LEASE_MS),
    attempts: attempt,
    error: null,
  };
  if (to.length === 0) {
    const error = 'Its reader has no e-mail address';
    const given: MailDelivery = { ...delivery, state: 'ERROR', endTime: now, leaseExpireTime: null, error };
    return { writes: [update(paths.mail(mailId), { delivery: given })], result: null };
  }
  return {
    writes: [update(paths.mail(mailId), { delivery })],
    result: { mailId, to, message: mail.message, attempt },
  };
}

function isToBeTaken(delivery: MailDelivery | undefined, now: Date): boolean {
  if (delivery === undefined) return true;
  switch (delivery.state) {
    case 'PENDING':
      return true;
    // Its sender died, or the time of the next try has come.
    case 'PROCESSING':
    case 'RETRY':
      return delivery.leaseExpireTime === null || delivery.leaseExpireTime <= now;
    case 'SUCCESS':
    case 'ERROR':
      return false;
  }
}

/**
 * Notes what became of a try. Nothing when the lease was lost meanwhile: whoever has it now tells the end.
 * @returns The state it is in then; null when nothing was noted.
 */
export function settleMail(
  { mail }: { readonly mail: Mail | null },
  { mailId, attempt }: Pick<TakenMail, 'mailId' | 'attempt'>,
  outcome: MailOutcome,
  now: Date,
): Decision<MailDelivery['state'] | null> {
  const before = mail?.delivery;
  if (before?.state !== 'PROCESSING' || before.attempts !== attempt) return { writes: [], result: null };
  const delivery = deliveryAfter(before, outcome, now);
  return { writes: [update(paths.mail(mailId), { delivery })], result: delivery.state };
}

function deliveryAfter(before: MailDelivery, outcome: MailOutcome, now: Date): MailDelivery {
  if (outcome.kind === 'SENT') {
    const { messageId, response } = outcome;
    return {
      ...before,
      state: 'SUCCESS',
      endTime: now,
      leaseExpireTime: null,
      error: null,
      info: { messageId, response },
    };
  }
  const { error, isFinal } = outcome;
  const minutes = RETRY_MINUTES[before.attempts - 1];
  if (isFinal || minutes === undefined) {
    return { ...before, state: 'ERROR', endTime: now, leaseExpireTime: null, error };
  }
  const leaseExpireTime = new Date(now.getTime() + minutes * MINUTE_MS);
  return { ...before, state: 'RETRY', endTime: now, leaseExpireTime, error };
}
