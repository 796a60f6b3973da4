import type { Firestore } from 'firebase-admin/firestore';
import type * as z from 'zod';
import type { Caller } from './auth';

/** What an operation knows besides its request. */
export interface OperationContext {
  readonly caller: Caller;
  readonly db: Firestore;
  readonly now: Date;
  readonly ipAddress: string;
}

/** One callable: the shape of its request, who may call it, and what it does. */
export interface Operation<Request, Response> {
  readonly request: z.ZodType<Request>;
  /** `staff`: finance and admins. `signedIn`: anybody signed in; the rule then looks at the documents. */
  readonly allowed: 'staff' | 'signedIn';
  /** Bytes that a request may have at most; 1 MiB when left out, in which the longest invoice fits. */
  readonly largestBody?: number;
  readonly run: (request: Request, context: OperationContext) => Promise<Response>;
}

/** Ties the types of a request's schema and of its handler together. */
export function operation<Request, Response>(
  definition: Operation<Request, Response>,
): Operation<Request, Response> {
  return definition;
}
