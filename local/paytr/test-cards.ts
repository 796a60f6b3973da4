import { failures, type Failure } from './failures';
import type { CardFamily } from './instalment-rates';

/** How a refund of a payment made with the card is answered. */
export type RefundBehaviour =
  | 'accepted'
  /** The first request gets 000 ("try later"), every further one is processed. */
  | 'retry-later-once'
  /** Always 010: the merchant's balance does not cover it. */
  | 'no-balance'
  /** The first refund is made, but the connection breaks before the answer. */
  | 'answer-lost-once';

export interface TestCard {
  number: string;
  /** What happens with this card, in words. */
  label: string;
  schema: 'VISA' | 'MASTERCARD' | 'TROY';
  type: 'credit' | 'debit';
  /** Null: a card without instalments. */
  family: CardFamily | null;
  /** Null: a foreign card, whose BIN PayTR does not know. */
  bank: string | null;
  /** Why the bank declines it; null when it approves. */
  declines: Failure | null;
  refunds: RefundBehaviour;
  /** How a charge without its owner ends where that differs: PayTR waits for the bank, or the bank refuses. */
  recurring?: 'waits' | Failure;
}

/** All test cards share these; anything else is declined as wrong card data. */
export const TEST_CARD_EXPIRY = '12/30';
export const TEST_CARD_CVV = '000';
/** The SMS code that confirms the 3D Secure step. */
export const THREE_D_SECURE_CODE = '123456';

const akbank = {
  schema: 'VISA',
  type: 'credit',
  family: 'axess',
  bank: 'Akbank',
  refunds: 'accepted',
} as const;

/** The first three are PayTR's own test cards; the others exist only here. All numbers satisfy Luhn. */
export const testCards = {
  visa: { ...akbank, number: '4355084355084358', label: 'approved (Visa, axess)', declines: null },
  mastercard: {
    number: '5406675406675403',
    label: 'approved (Mastercard, world)',
    schema: 'MASTERCARD',
    type: 'credit',
    family: 'world',
    bank: 'Yapı Kredi',
    declines: null,
    refunds: 'accepted',
  },
  troy: {
    number: '9792030394440796',
    label: 'approved (Troy, bonus)',
    schema: 'TROY',
    type: 'credit',
    family: 'bonus',
    bank: 'Garanti BBVA',
    declines: null,
    refunds: 'accepted',
  },
  debit: {
    number: '4025894025890004',
    label: 'approved (debit card, no instalments)',
    schema: 'VISA',
    type: 'debit',
    family: null,
    bank: 'Ziraat Bankası',
    declines: null,
    refunds: 'accepted',
  },
  foreign: {
    number: '4111111111111111',
    label: 'approved (foreign card, unknown BIN, no instalments)',
    schema: 'VISA',
    type: 'credit',
    family: null,
    bank: null,
    declines: null,
    refunds: 'accepted',
  },
  insufficientFunds: {
    ...akbank,
    number: '4355084355080000',
    label: 'declined: limit not sufficient (code 0)',
    declines: failures.insufficientFunds,
  },
  authenticationFails: {
    ...akbank,
    number: '4355084355080026',
    label: 'declined: 3D Secure fails even with the right code (code 2)',
    declines: failures.authenticationFailed,
  },
  notAuthorised: {
    ...akbank,
    number: '4355084355080091',
    label: 'declined: merchant not authorised for the card (code 9)',
    declines: failures.cardNotAuthorised,
  },
  fraud: {
    ...akbank,
    number: '4355084355080117',
    label: 'declined: fraud suspected (code 11)',
    declines: failures.fraudSuspected,
  },
  refundRetryLater: {
    ...akbank,
    number: '4355084355081008',
    label: 'approved; its first refund request is answered 000 (try later)',
    declines: null,
    refunds: 'retry-later-once',
  },
  refundNoBalance: {
    ...akbank,
    number: '4355084355082006',
    label: 'approved; refunds are answered 010 (balance not sufficient)',
    declines: null,
    refunds: 'no-balance',
  },
  refundAnswerLost: {
    ...akbank,
    number: '4355084355083004',
    label: 'approved; its first refund is made but the answer is lost',
    declines: null,
    refunds: 'answer-lost-once',
  },
  recurringWaits: {
    ...akbank,
    number: '4355084355085009',
    label: 'approved; charged without its owner, the bank answers later',
    declines: null,
    recurring: 'waits',
  },
  recurringNeedsOwner: {
    ...akbank,
    number: '4355084355086007',
    label: 'approved; declined without its owner (code 10)',
    declines: null,
    recurring: failures.threeDSecureNeeded,
  },
} as const satisfies Record<string, TestCard>;

const allCards: readonly TestCard[] = Object.values(testCards);

/** The test card of a number written in digits only. */
export function findTestCard(number: string): TestCard | undefined {
  return allCards.find((card) => card.number === number);
}

/** The domestic card family of a BIN (the first 6 or 8 digits); undefined for an unknown or foreign BIN. */
export function findByBin(bin: string): TestCard | undefined {
  return allCards.find((card) => card.bank !== null && card.number.startsWith(bin));
}
