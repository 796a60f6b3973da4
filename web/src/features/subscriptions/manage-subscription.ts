import type {
  CancelSubscriptionRequest,
  ChangePaymentWayRequest,
  ChangeSubscriptionRequest,
  CreateSubscriptionRequest,
} from '@hyble/billing-functions/src/schema/subscription';
import { call } from '../../lib/callable';

/** The same `requestId` again answers the same subscription. @throws CallError */
export function startSubscription(request: CreateSubscriptionRequest) {
  return call('subscription-create', request);
}

/** What a change of plan costs now and later. @throws CallError */
export function previewChange(subscriptionId: string, planId: string) {
  return call('subscription-previewChange', { subscriptionId, planId });
}

/** @throws CallError PREVIEW_OUTDATED when the amount is another by now */
export function changePlan(request: ChangeSubscriptionRequest) {
  return call('subscription-change', request);
}

/** Tries at once to pay what is open. @throws CallError */
export function changePaymentWay(request: ChangePaymentWayRequest) {
  return call('subscription-changePaymentWay', request);
}

/** @throws CallError */
export function cancelSubscription(request: CancelSubscriptionRequest) {
  return call('subscription-cancel', request);
}

/** Takes a cancellation at the period's end back. @throws CallError */
export async function resumeSubscription(subscriptionId: string): Promise<void> {
  await call('subscription-resume', { subscriptionId });
}
