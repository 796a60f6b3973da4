import type { GatewayName } from '../../schema/payment';
import type { Action } from './history';

/** Every way that money goes, once: the histories in which each single outside call is made to fail. */

const issued: readonly Action[] = [0, 1, 2, 3].map((invoice) => ({ do: 'issue', invoice }));
const given = { answer: 'yes', during: 0 } as const;
const pay = (attempt: number): Action => ({ do: 'pay', attempt });

function checkout(gateway: GatewayName, override: Partial<Extract<Action, { do: 'checkout' }>> = {}): Action {
  return {
    do: 'checkout',
    invoice: 0,
    both: false,
    useWallet: false,
    part: 1,
    gateway,
    ...given,
    ...override,
  };
}

function charge(gateway: GatewayName, override: Partial<Extract<Action, { do: 'charge' }>> = {}): Action {
  const card = { both: false, byOwner: false, part: 1, gateway, bank: 'pays' } as const;
  return { do: 'charge', invoice: 0, ...card, ...given, ...override };
}

function refund(override: Partial<Extract<Action, { do: 'refund' }>> = {}): Action {
  return { do: 'refund', payment: 0, part: 1, destination: 'GATEWAY', ...given, ...override };
}

/** 50,00 in the wallet, through Stripe: attempt 0. */
const filled: readonly Action[] = [
  { do: 'topUp', customer: 0, amount: 5_000, gateway: 'stripe', ...given },
  pay(0),
];
const sent: Action = { do: 'send', invoice: 0, both: false, part: 1, isNamed: true, hasReference: true };
const wait: Action = { do: 'wait', hours: 30, isOutage: false, during: 0 };

const WAYS: Record<string, (gateway: GatewayName) => readonly Action[]> = {
  'by card': (gateway) => [checkout(gateway), pay(0)],
  'two invoices in one payment, in part': (gateway) => [checkout(gateway, { both: true, part: 0.5 }), pay(0)],
  'a top-up': (gateway) => [{ do: 'topUp', customer: 1, amount: 7_777, gateway, ...given }, pay(0)],
  'wallet and card': (gateway) => [...filled, checkout(gateway, { useWallet: true }), pay(1)],
  'wallet and card, declined, then given up': (gateway) => [
    ...filled,
    checkout(gateway, { useWallet: true }),
    { do: 'decline', attempt: 1, reason: 'FUNDS' },
    { do: 'abandon', payment: 0, during: 0 },
    { do: 'abandon', payment: 1, during: 0 },
    { do: 'abandon', payment: 2, during: 0 },
  ],
  'wallet and card, expired': (gateway) => [
    ...filled,
    checkout(gateway, { useWallet: true }),
    { do: 'expire', attempt: 1 },
  ],
  'wallet and card, never heard of again': (gateway) => [
    ...filled,
    checkout(gateway, { useWallet: true }),
    wait,
  ],
  'wallet and card, paid after it was given back': (gateway) => [
    ...filled,
    checkout(gateway, { useWallet: true }),
    { do: 'lapse', attempt: 1 },
    pay(1),
  ],
  'the wallet alone': () => [...filled, checkout('stripe', { invoice: 1, useWallet: true })],
  'refused at once': (gateway) => [...filled, checkout(gateway, { useWallet: true, answer: 'no' })],
  'opened without an answer, then tried again': (gateway) => [
    checkout(gateway, { answer: 'lost' }),
    { do: 'again', command: 4, ...given },
    pay(0),
  ],
  'by a kept card, charged by finance': (gateway) => [charge(gateway)],
  'by wallet and a kept card, with one click': (gateway) => [...filled, charge(gateway, { byOwner: true })],
  'by wallet and a kept card, which is declined': (gateway) => [
    ...filled,
    charge(gateway, { byOwner: true, bank: 'declines' }),
  ],
  'by a kept card, without an answer': (gateway) => [charge(gateway, { answer: 'lost' }), wait],
  'by a kept card, and the order never arrived': (gateway) => [
    charge(gateway, { answer: 'unreached' }),
    wait,
  ],
  'settled days later': () => [
    checkout('stripe'),
    { do: 'payLater', attempt: 0 },
    { do: 'settleLater', attempt: 0, isPaid: true },
  ],
  'bounced days later': () => [
    ...filled,
    checkout('stripe', { useWallet: true }),
    { do: 'payLater', attempt: 1 },
    { do: 'settleLater', attempt: 1, isPaid: false },
  ],
  'paid after the invoice was cancelled': (gateway) => [
    checkout(gateway),
    { do: 'cancel', invoice: 0 },
    pay(0),
  ],
  'paid twice': (gateway) => [checkout(gateway), checkout('stripe'), pay(1), pay(0)],
  'a bank transfer of too much': () => [{ do: 'bankTransfer', invoice: 0, both: true, part: 1.5 }],
  'a transfer found in a statement, and matched as proposed': () => [
    sent,
    { do: 'importStatement', format: 'CAMT053', since: 0 },
    { do: 'match', line: 0, asProposed: true, invoice: 0, both: false },
  ],
  'a transfer found in two statements, and set aside': () => [
    sent,
    { do: 'importStatement', format: 'CSV', since: 0 },
    { do: 'dismiss', line: 0 },
    { do: 'importStatement', format: 'CAMT053', since: 0 },
  ],
  'overdue, then paid': (gateway) => [
    wait,
    wait,
    { do: 'sweep', during: 0 },
    checkout(gateway, { invoice: 1 }),
    pay(0),
  ],
  'refunded to the card': (gateway) => [checkout(gateway), pay(0), refund()],
  'half refunded twice': (gateway) => [checkout(gateway), pay(0), refund({ part: 0.5 }), refund()],
  'a refund that the gateway refuses': (gateway) => [checkout(gateway), pay(0), refund({ answer: 'no' })],
  'a refund without an answer': (gateway) => [checkout(gateway), pay(0), refund({ answer: 'lost' }), wait],
  'a refund that never arrived': (gateway) => [
    checkout(gateway),
    pay(0),
    refund({ answer: 'unreached' }),
    wait,
  ],
  'a top-up refunded': (gateway) => [
    { do: 'topUp', customer: 0, amount: 5_000, gateway, ...given },
    pay(0),
    refund({ part: 0.5 }),
  ],
  'refunded to the wallet': (gateway) => [checkout(gateway), pay(0), refund({ destination: 'WALLET' })],
  'refunded by transfer': (gateway) => [checkout(gateway), pay(0), refund({ destination: 'BANK' })],
  'refunded in the panel': (gateway) => [
    checkout(gateway),
    pay(0),
    { do: 'panelRefund', attempt: 0, part: 0.5 },
  ],
  'disputed and lost': () => [
    checkout('stripe'),
    pay(0),
    { do: 'dispute', attempt: 0 },
    { do: 'closeDispute', attempt: 0, isWon: false },
  ],
};

/** A sentence and the history, for each gateway that knows the way. */
export const ways: readonly (readonly [string, readonly Action[]])[] = Object.entries(WAYS).flatMap(
  ([name, actions]) => {
    const [stripe, paytr] = [actions('stripe'), actions('paytr')];
    const isForBoth = JSON.stringify(stripe) !== JSON.stringify(paytr);
    return isForBoth
      ? [
          [`${name} (Stripe)`, [...issued, ...stripe]] as const,
          [`${name} (PayTR)`, [...issued, ...paytr]] as const,
        ]
      : [[name, [...issued, ...stripe]] as const];
  },
);
