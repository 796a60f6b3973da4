import type { Response } from 'express';
import type { Request } from 'firebase-functions/v2/https';
import { callerOf } from '../platform/auth';
import { publicError } from '../platform/error-catalogue';
import { BillingError } from '../platform/errors';
import { firestore } from '../platform/firestore';
import * as logs from '../platform/logs';
import { id as idSchema } from '../schema/common';
import { findInvoice } from './find-invoice';

/** `GET /api/invoices/{id}/pdf` with an ID token: for the owner, members of the organization, and staff. */
export async function sendInvoicePdf(request: Request, response: Response): Promise<void> {
  try {
    if (request.method !== 'GET') {
      response
        .set('Allow', 'GET')
        .status(405)
        .json({ error: { message: 'A PDF is fetched with GET.' } });
      return;
    }
    const invoiceId = invoiceIdIn(request.path);
    const caller = await callerOfRequest(request);
    const invoice = await findInvoice(firestore(), caller, invoiceId);
    const { renderInvoicePdf } = await import('./pdf/render-invoice');
    const pdf = await renderInvoicePdf({ ...invoice, id: invoiceId });
    response
      .set('Cache-Control', 'private, no-store')
      .set('Content-Disposition', `inline; filename="${invoice.invoiceNumber ?? 'draft'}.pdf"`)
      .type('application/pdf')
      .send(pdf);
  } catch (error) {
    answerError(response, error);
  }
}

function invoiceIdIn(path: string): string {
  const parsed = idSchema.safeParse(/\/invoices\/([^/]+)\/pdf$/.exec(path)?.[1]);
  if (!parsed.success) throw new BillingError('INVOICE_NOT_FOUND');
  return parsed.data;
}

async function callerOfRequest(request: Request) {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw new BillingError('UNAUTHENTICATED');
  firestore();
  const { getAuth } = await import('firebase-admin/auth');
  try {
    const claims = await getAuth().verifyIdToken(token);
    return callerOf({ uid: claims.uid, token: claims });
  } catch (error) {
    throw new BillingError('UNAUTHENTICATED', {}, { cause: error });
  }
}

function answerError(response: Response, error: unknown): void {
  const known = error instanceof BillingError ? error : new BillingError('INTERNAL');
  if (error instanceof BillingError) logs.requestRefused('invoice.pdf', error);
  else logs.requestFailed('invoice.pdf', error);
  const { http, message } = publicError(known);
  response.status(http).json({ error: { code: known.code, message } });
}
