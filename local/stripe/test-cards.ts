/** A refusal as Stripe words it in charges and card errors. */
export interface Decline {
  code: string;
  declineCode: string;
  message: string;
  advice: 'try_again_later' | 'do_not_try_again' | 'confirm_card_data';
  /** What the network answers; null when the network was never asked. */
  networkCode: string | null;
}

export interface TestCard {
  number: string;
  brand: 'visa' | 'mastercard';
  /** Why a charge is refused; null pays. */
  decline: Decline | null;
  /** Whether saving the card on a customer works; where not, it is refused with `decline`. */
  savable: boolean;
  /**
   * 3D Secure. `unless_set_up`: every payment with the customer present, and later ones until a setup or a
   * payment that saves the card was authenticated. `set_up`: the same card after that. `always`: later ones too.
   */
  authentication: 'never' | 'unless_set_up' | 'set_up' | 'always';
  /** What its owner does once it has paid: nothing, dispute the payment, or ask about it through the bank. */
  objection: 'none' | 'dispute' | 'inquiry';
  /** Ids that stand for a fresh payment method with this card in API calls. */
  methodIds: readonly string[];
}

const REFUSED = 'Your card was declined.';

const declines = {
  generic: {
    code: 'card_declined',
    declineCode: 'generic_decline',
    message: REFUSED,
    advice: 'try_again_later',
    networkCode: '01',
  },
  insufficientFunds: {
    code: 'card_declined',
    declineCode: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
    advice: 'try_again_later',
    networkCode: '51',
  },
  lost: {
    code: 'card_declined',
    declineCode: 'lost_card',
    message: REFUSED,
    advice: 'do_not_try_again',
    networkCode: '41',
  },
  stolen: {
    code: 'card_declined',
    declineCode: 'stolen_card',
    message: REFUSED,
    advice: 'do_not_try_again',
    networkCode: '43',
  },
  expired: {
    code: 'expired_card',
    declineCode: 'expired_card',
    message: 'Your card has expired.',
    advice: 'do_not_try_again',
    networkCode: '54',
  },
  incorrectCvc: {
    code: 'incorrect_cvc',
    declineCode: 'incorrect_cvc',
    message: "Your card's security code is incorrect.",
    advice: 'confirm_card_data',
    networkCode: 'N7',
  },
  processingError: {
    code: 'processing_error',
    declineCode: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
    advice: 'try_again_later',
    networkCode: null,
  },
} as const satisfies Record<string, Decline>;

/** The refusal of a payment that needs the customer's confirmation while the customer is not there. */
export const authenticationRequired: Decline = {
  code: 'authentication_required',
  declineCode: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
  advice: 'try_again_later',
  networkCode: '1A',
};

const card = (number: string, methodIds: readonly string[], changes: Partial<TestCard> = {}): TestCard => ({
  number,
  brand: number.startsWith('5') ? 'mastercard' : 'visa',
  decline: null,
  savable: true,
  authentication: 'never',
  objection: 'none',
  methodIds,
  ...changes,
});

const refused = (number: string, suffix: string, decline: Decline): TestCard =>
  card(number, [`pm_card_visa_chargeDeclined${suffix}`, `pm_card_chargeDeclined${suffix}`], {
    decline,
    savable: false,
  });

/** The cards of Stripe's testing page that the stand-in knows; every other number is refused. */
export const testCards: readonly TestCard[] = [
  card('4242424242424242', ['pm_card_visa']),
  card('5555555555554444', ['pm_card_mastercard']),
  refused('4000000000000002', '', declines.generic),
  refused('4000000000009995', 'InsufficientFunds', declines.insufficientFunds),
  refused('4000000000009987', 'LostCard', declines.lost),
  refused('4000000000009979', 'StolenCard', declines.stolen),
  refused('4000000000000069', 'ExpiredCard', declines.expired),
  refused('4000000000000127', 'IncorrectCvc', declines.incorrectCvc),
  refused('4000000000000119', 'ProcessingError', declines.processingError),
  card('4000000000000341', ['pm_card_chargeCustomerFail'], { decline: declines.generic }),
  card('4000000000000259', ['pm_card_createDispute'], { objection: 'dispute' }),
  card('4000000000001976', ['pm_card_createDisputeInquiry'], { objection: 'inquiry' }),
  card('4000002500003155', ['pm_card_authenticationRequiredOnSetup'], { authentication: 'unless_set_up' }),
  card('4000003800000446', ['pm_card_authenticationRequiredSetupForOffSession'], {
    authentication: 'set_up',
  }),
  card('4000002760003184', ['pm_card_authenticationRequired'], { authentication: 'always' }),
  card('4000008260003178', ['pm_card_authenticationRequiredChargeDeclinedInsufficientFunds'], {
    decline: declines.insufficientFunds,
    authentication: 'always',
  }),
];

export function findTestCard(number: string): TestCard | undefined {
  return testCards.find((known) => known.number === number);
}

/** The card behind a test payment method id such as `pm_card_visa`. */
export function testCardOfMethodId(id: string): TestCard | undefined {
  return testCards.find((known) => known.methodIds.includes(id));
}
