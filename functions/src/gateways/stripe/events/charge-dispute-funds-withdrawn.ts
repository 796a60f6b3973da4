/** The bank has taken a disputed payment's money: at once, or after an inquiry that did not settle it. */
export { disputeOpened as chargeDisputeFundsWithdrawn } from './dispute';
