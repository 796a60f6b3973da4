import type { Response } from 'express';
import type { Firestore } from 'firebase-admin/firestore';
import type { Request } from 'firebase-functions/v2/https';
import type { Caller } from '../platform/auth';
import { callerOf } from '../platform/auth';
import type { CallLimits } from '../platform/call-limits';
import { callLimits } from '../platform/call-limits';
import { clock } from '../platform/clock';
import { publicError } from '../platform/error-catalogue';
import { BillingError } from '../platform/errors';
import { firestore } from '../platform/firestore';
import * as logs from '../platform/logs';
import { id as idSchema } from '../schema/common';
import type { ErrorCode } from '../schema/errors';
import { findCreditNote } from './find-credit-note';
import { findInvoice } from './find-invoice';

/** A kind of document that is served as PDF. */
interface Kind {
  readonly operation: string;
  readonly limits: CallLimits;
  /** The address of one document; its first group is the id. */
  readonly address: RegExp;
  readonly notFound: ErrorCode;
  /**
   * The document, if the caller may read it.
   * @throws BillingError `notFound`, whether there is none or none for this caller.
   */
  readonly draw: (db: Firestore, caller: Caller, id: string) => Promise<{ name: string; pdf: Buffer }>;
}

const invoiceKind: Kind = {
  operation: 'invoice.pdf',
  limits: callLimits('invoice.pdf'),
  address: /\/invoices\/([^/]+)\/pdf$/,
  notFound: 'INVOICE_NOT_FOUND',
  draw: async (db, caller, id) => {
    const invoice = await findInvoice(db, caller, id);
    const { renderInvoicePdf } = await import('./pdf/render-invoice');
    return { name: invoice.invoiceNumber ?? 'draft', pdf: await renderInvoicePdf({ ...invoice, id }) };
  },
};

const creditNoteKind: Kind = {
  operation: 'creditNote.pdf',
  limits: callLimits('creditNote.pdf'),
  address: /\/credit-notes\/([^/]+)\/pdf$/,
  notFound: 'CREDIT_NOTE_NOT_FOUND',
  draw: async (db, caller, id) => {
    const creditNote = await findCreditNote(db, caller, id);
    const { renderCreditNotePdf } = await import('./pdf/render-credit-note');
    return { name: creditNote.creditNoteNumber, pdf: await renderCreditNotePdf({ ...creditNote, id }) };
  },
};

/** `GET /api/invoices/{id}/pdf` with an ID token: for the owner, members of the organization, and staff. */
export function sendInvoicePdf(request: Request, response: Response): Promise<void> {
  return sendPdf(invoiceKind, request, response);
}

/** `GET /api/credit-notes/{id}/pdf`, for the same people as its invoice. */
export function sendCreditNotePdf(request: Request, response: Response): Promise<void> {
  return sendPdf(creditNoteKind, request, response);
}

async function sendPdf(kind: Kind, request: Request, response: Response): Promise<void> {
  try {
    if (request.method !== 'GET') {
      response
        .set('Allow', 'GET')
        .status(405)
        .json({ error: { message: 'A PDF is fetched with GET.' } });
      return;
    }
    const caller = await callerOfRequest(kind, request);
    const { name, pdf } = await kind.draw(firestore(), caller, idIn(kind, request.path));
    response
      .set('Cache-Control', 'private, no-store')
      .set('Content-Disposition', `inline; filename="${name}.pdf"`)
      .type('application/pdf')
      .send(pdf);
  } catch (error) {
    answerError(kind, response, error);
  }
}

function idIn({ address, notFound }: Kind, path: string): string {
  const parsed = idSchema.safeParse(address.exec(path)?.[1]);
  if (!parsed.success) throw new BillingError(notFound);
  return parsed.data;
}

async function callerOfRequest({ limits }: Kind, request: Request): Promise<Caller> {
  const now = clock.now();
  try {
    const caller = await verifiedCaller(request);
    limits.caller(caller, request, now);
    return caller;
  } catch (error) {
    if (error instanceof BillingError && error.code === 'UNAUTHENTICATED') limits.stranger(request, now);
    throw error;
  }
}

async function verifiedCaller(request: Request): Promise<Caller> {
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

function answerError({ operation }: Kind, response: Response, error: unknown): void {
  const known = error instanceof BillingError ? error : new BillingError('INTERNAL');
  if (!(error instanceof BillingError)) logs.requestFailed(operation, error);
  else if (error.code !== 'RATE_LIMITED') logs.requestRefused(operation, error);
  const { http, message } = publicError(known);
  response.status(http).json({ error: { code: known.code, message } });
}
