import type { Response } from 'express';
import type { Request } from 'firebase-functions/v2/https';
import { id as idSchema } from '../schema/common';

/** The address that a gateway sends a customer's browser to; its group is the payment's id. */
const ADDRESS = /\/payments\/([^/]+)\/return$/;

/**
 * Leads a browser that comes back from a gateway to the page of its payment. PayTR's Direct API sends it with a POST, which
 * a static page does not take; what it posts is signed by nobody and read by nobody: the callback tells what was paid.
 */
export function returnToApp(request: Request, response: Response): void {
  const parsed = idSchema.safeParse(ADDRESS.exec(request.path)?.[1]);
  response.set('Cache-Control', 'no-store');
  response.redirect(303, parsed.success ? `/payments/${parsed.data}` : '/');
}
