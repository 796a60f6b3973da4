import type { Firestore } from 'firebase-admin/firestore';
import type { MailDelivery } from '../schema/mail';
import { mailServer } from './config';
import { sendMail } from './send-mail';

const PAGE = 100;
/** Mail servers limit how many connections one sender has. */
const TOGETHER = 5;
const WAITING: readonly MailDelivery['state'][] = ['RETRY', 'PROCESSING'];

/**
 * Sends again what could not be sent and whose time has come, and what its sender left behind when it died. The first
 * try is the trigger's.
 * @returns How many mails were due.
 * @throws MailSettingsError
 */
export async function sendDueMails(db: Firestore, now: () => Date): Promise<number> {
  if (mailServer() === null) return 0;
  const due = db
    .collection('mail')
    .where('delivery.state', 'in', WAITING)
    .where('delivery.leaseExpireTime', '<=', now())
    .orderBy('delivery.leaseExpireTime')
    // The mail itself is read when it is taken.
    .select('delivery.leaseExpireTime');
  let count = 0;
  let page = await due.limit(PAGE).get();
  while (!page.empty) {
    for (let at = 0; at < page.size; at += TOGETHER) {
      await Promise.all(page.docs.slice(at, at + TOGETHER).map(({ id }) => sendMail(db, id, now)));
    }
    count += page.size;
    page = await due.startAfter(page.docs.at(-1)).limit(PAGE).get();
  }
  return count;
}
