import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { call } from './api';
import type { Person } from './people';
import { firestore } from './people';

/** Lets a customer have kept a card, by sending the form of Stripe's page without a browser. */
export async function keepCard(customer: Person, number: string): Promise<void> {
  const { url } = await call<{ url: string }>('payment-setupMethod', customer, {
    setupId: randomUUID(),
    gateway: 'stripe',
  });
  const card = { email: customer.email, number, expiry: '12 / 34', cvc: '123', name: 'Jörg Müller' };
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(card), redirect: 'manual' });
  if (answer.status >= 400) throw new Error(`Stripe's page answered ${answer.status}`);
  const kept = firestore().collection('paymentMethods').where('userId', '==', customer.uid);
  // The card arrives as an event.
  await expect.poll(async () => (await kept.get()).size).toBe(1);
}
