import type { CallbackSender } from './callback';
import type { SessionTimers } from './session-timers';
import type { Merchant } from './sign';
import type { Store } from './store';

/** What the endpoints share. */
export interface PaytrContext {
  merchant: Merchant;
  store: Store;
  callbacks: CallbackSender;
  timers: SessionTimers;
  now: () => Date;
}
