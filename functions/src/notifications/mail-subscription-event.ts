import type { Firestore } from 'firebase-admin/firestore';
import { fromFirestore } from '../platform/firestore';
import { appUrl } from '../platform/params';
import { isAlreadyExists, transact } from '../platform/transact';
import { outboxEvent } from '../schema/outbox-event';
import type { SubscriptionOutboxEvent } from '../schema/outbox-event';
import { paths } from '../schema/paths';
import { subscriptionMail } from './rules/subscription-mail';

/**
 * Writes the mail that an event of the outbox brings about. The event was committed with its cause, so the mail is lost
 * with neither a crash nor a failure here: the trigger is repeated, and the mail's id is the event's.
 */
export async function mailSubscriptionEvent(
  db: Firestore,
  id: string,
  data: FirebaseFirestore.DocumentData,
  now: Date,
): Promise<void> {
  const event = outboxEvent.parse(fromFirestore(data));
  if (!isOfSubscription(event)) return;
  try {
    await transact(db, now, async (get) => {
      const found = await get({
        user: paths.user(event.userId),
        invoice: event.invoiceId === null ? null : paths.invoice(event.invoiceId),
      });
      const mail = subscriptionMail({ id, event }, found, appUrl());
      return { writes: mail === null ? [] : [mail], result: null };
    });
  } catch (error) {
    if (!isAlreadyExists(error)) throw error;
  }
}

function isOfSubscription(event: object): event is SubscriptionOutboxEvent {
  return 'subscriptionId' in event;
}
