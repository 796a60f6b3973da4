import { randomUUID } from 'node:crypto';
import { minorUnits } from '../../functions/src/core/money';
import { creditNote, invoice, payment } from '../../functions/src/index';
import { firestore } from '../../functions/src/platform/firestore';
import { call, finance, signedIn } from '../../functions/src/testing/calls';
import { serve } from '../../functions/src/testing/http';
import { idToken } from '../../functions/src/testing/id-tokens';
import { aCustomer, aDraft, anIssuedInvoice } from '../../functions/src/testing/world';
import type { CostCase } from './cost-case';
import { casesOf } from './cost-case';
import { abroad, aProductInEuro, paidByTransfer, refundRequest } from './scenes';

const aEuropean = () => aCustomer({ country: 'DE', currency: 'EUR', locale: 'en' });
const PAGE = 3;

export const invoiceCases: readonly CostCase[] = [
  ...casesOf('invoice.create', {
    'two lines, one of them a product': async () => {
      const userId = await aEuropean();
      const items = [
        { productId: await aProductInEuro(), quantity: 1 },
        { description: 'Setup', quantity: 1, unitPrice: minorUnits(5_000) },
      ];
      return () =>
        call(invoice.create, { requestId: randomUUID(), userId, items, dueDate: '2030-12-31' }, finance);
    },
  }),
  ...casesOf('invoice.update', {
    'one line': async () => {
      const invoiceId = await aDraft(await aEuropean());
      const items = [{ description: 'Server', quantity: 2, unitPrice: minorUnits(10_000) }];
      return () => call(invoice.update, { invoiceId, items, dueDate: '2030-12-31' }, finance);
    },
  }),
  ...casesOf('invoice.issue', {
    'with the next number': async () => {
      const userId = await aEuropean();
      await anIssuedInvoice(userId);
      const invoiceId = await aDraft(userId);
      return () => call(invoice.issue, { invoiceId }, finance);
    },
  }),
  ...casesOf('invoice.cancel', {
    'an issued one': async () => {
      const { invoiceId } = await abroad();
      return () => call(invoice.cancel, { invoiceId, reason: 'Ordered twice' }, finance);
    },
  }),
  ...casesOf('invoice.get', {
    'by its owner': async () => {
      const { userId, invoiceId } = await abroad();
      return () => call(invoice.get, { invoiceId }, signedIn(userId));
    },
  }),
  ...casesOf('invoice.list', {
    [`a page of ${PAGE}`]: async () => {
      const userId = await aEuropean();
      for (let count = 0; count < PAGE; count += 1) await anIssuedInvoice(userId);
      return () => call(invoice.list, {}, signedIn(userId));
    },
  }),
  ...casesOf('invoice.pdf', {
    'by its owner': async () => {
      const { userId, invoiceId } = await abroad();
      return () => download(invoice.pdf, `/api/invoices/${invoiceId}/pdf`, userId);
    },
  }),
  ...casesOf('creditNote.pdf', {
    'by its owner': async () => {
      const scene = await abroad();
      await call(payment.refund, refundRequest(await paidByTransfer(scene), 'BANK'), finance);
      const [note] = (await firestore().collection('creditNotes').get()).docs;
      return () => download(creditNote.pdf, `/api/credit-notes/${note?.id ?? ''}/pdf`, scene.userId);
    },
  }),
];

async function download(handler: Parameters<typeof serve>[0], path: string, uid: string): Promise<void> {
  const server = await serve(handler);
  try {
    const response = await fetch(`${server.url}${path}`, {
      headers: { authorization: `Bearer ${idToken(uid)}` },
    });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${path} was answered ${response.status}`);
  } finally {
    await server.close();
  }
}
