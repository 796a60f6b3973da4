import type { Firestore, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { FieldPath } from 'firebase-admin/firestore';
import { dayOf } from '../core/calendar';
import { cardExpiring } from '../notifications/rules/card-expiring';
import { fromFirestore } from '../platform/firestore';
import { appUrl } from '../platform/params';
import { isAlreadyExists, transact } from '../platform/transact';
import { paths } from '../schema/paths';
import type { PaymentMethod } from '../schema/payment-method';
import type { Subscription } from '../schema/subscription';
import { dueExpiryWarnings } from './rules/card-expiry';
import { paysWith } from './rules/pays-with';

const PAGE = 100;

/**
 * The daily warnings of cards that expire 30 or 7 days from now and that a subscription is paid with. Reads the cards of
 * one month on the few days on which there is something to say.
 * @returns How many mails were written.
 */
export async function warnOfExpiry(db: Firestore, now: Date): Promise<number> {
  let count = 0;
  for (const { expYear, expMonth, daysAhead } of dueExpiryWarnings(dayOf(now))) {
    const cards = db
      .collection('paymentMethods')
      .where('expYear', '==', expYear)
      .where('expMonth', '==', expMonth)
      .where('removedAt', '==', null)
      .orderBy(FieldPath.documentId());
    let page = await cards.limit(PAGE).get();
    while (!page.empty) {
      for (const card of page.docs) if (await warn(db, card, daysAhead, now)) count += 1;
      page = await cards.startAfter(page.docs.at(-1)).limit(PAGE).get();
    }
  }
  return count;
}

async function warn(
  db: Firestore,
  card: QueryDocumentSnapshot,
  daysAhead: number,
  now: Date,
): Promise<boolean> {
  const { id } = card;
  // Stored documents are trusted to fit their schemas, which every write of ours is made of.
  const method = fromFirestore(card.data()) as PaymentMethod;
  const subscriptions = await db
    .collection('subscriptions')
    .where('userId', '==', method.userId)
    .where('status', 'in', ['ACTIVE', 'PAST_DUE'])
    .limit(PAGE)
    .get();
  const isUsed = subscriptions.docs.some((one) => paysWith(one.data() as Subscription, { id, ...method }));
  if (!isUsed) return false;
  try {
    return await transact(db, now, async (get) => {
      const { user } = await get({ user: paths.user(method.userId) });
      const mail =
        user === null ? [] : [cardExpiring({ id, ...method }, user, { daysAhead, appUrl: appUrl() })];
      return { writes: mail, result: mail.length > 0 };
    });
  } catch (error) {
    if (isAlreadyExists(error)) return false;
    throw error;
  }
}
