import { createContext } from 'react';

/** What the app cannot learn from a document and is told when it is built, as the functions are when they are deployed. */
export interface Deployment {
  /** Cards are kept at PayTR: `PAYTR_STORED_CARDS` of the functions. */
  readonly keepsCardsAtPaytr: boolean;
}

export const DeploymentContext = createContext<Deployment>({ keepsCardsAtPaytr: false });
