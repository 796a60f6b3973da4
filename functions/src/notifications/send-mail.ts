import type { Firestore } from 'firebase-admin/firestore';
import * as logs from '../platform/logs';
import { transact } from '../platform/transact';
import type { MailDelivery } from '../schema/mail';
import { paths } from '../schema/paths';
import { mailServer } from './config';
import { settleMail, takeMail } from './rules/delivery';

/**
 * Sends a mail by the deployment's own mail server: takes it first, so that of several runs only one sends, and notes
 * in `delivery` what became of it. Nothing is read, and nothing sent, without a mail server: then the extension sends,
 * or nobody.
 *
 * A sender that dies between the server's yes and our note sends twice, by the same Message-ID; that is the price of
 * never losing one.
 *
 * @returns The state that the mail is in by it; null when there was nothing to do.
 * @throws MailSettingsError
 */
export async function sendMail(
  db: Firestore,
  mailId: string,
  now: () => Date,
): Promise<MailDelivery['state'] | null> {
  const server = mailServer();
  if (server === null) return null;
  const takenAt = now();
  const taken = await transact(db, takenAt, async (get) => {
    const { mail } = await get({ mail: paths.mail(mailId) });
    const { users } = await get({ users: mail === null ? [] : mail.toUids.map(paths.user) });
    return takeMail({ mail, users }, mailId, takenAt);
  });
  if (taken === null) return null;
  // Loaded by nobody who has no mail to send.
  const { sendBySmtp } = await import('./smtp');
  const outcome = await sendBySmtp(server, taken);
  const at = now();
  const state = await transact(db, at, async (get) =>
    settleMail(await get({ mail: paths.mail(mailId) }), taken, outcome, at),
  );
  if (state === 'SUCCESS') logs.mailSent(mailId, taken.attempt);
  else logs.mailNotSent(mailId, taken.attempt, state);
  return state;
}
