import { projectID } from 'firebase-functions/params';
import { BillingError } from '../../../platform/errors';
import { appUrl } from '../../../platform/params';
import type { MethodSetup } from '../../gateway';
import { declinedFor, order } from '../call';
import { stripeClient } from '../client';

/** Opens a hosted page that charges nothing and keeps the card that is entered there. */
export async function startSetup({
  userId,
  gatewayCustomerId,
  setupId,
  locale,
}: MethodSetup): Promise<{ url: string; expiresAt: Date }> {
  const metadata = { project: projectID.value(), userId };
  const session = await order(
    () =>
      stripeClient().checkout.sessions.create(
        {
          mode: 'setup',
          customer: gatewayCustomerId,
          allowed_payment_method_types: ['card'],
          metadata,
          setup_intent_data: { metadata },
          locale,
          success_url: `${appUrl()}/payment-methods`,
          cancel_url: `${appUrl()}/payment-methods`,
        },
        { idempotencyKey: `setup_${setupId}_${gatewayCustomerId}` },
      ),
    declinedFor,
  );
  if (session.url === null) throw new BillingError('GATEWAY_RESULT_UNKNOWN');
  return { url: session.url, expiresAt: new Date(session.expires_at * 1000) };
}
