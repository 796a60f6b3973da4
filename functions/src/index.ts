/** The deployed surface, and nothing else: names, limits, secrets. Each function loads its code when called. */
import { onRequest } from 'firebase-functions/v2/https';
import { setGlobalOptions } from 'firebase-functions/v2/options';
import { callable } from './platform/callable';
import { REGION, secrets } from './platform/params';

setGlobalOptions({ region: REGION, maxInstances: 20 });

const stripeSecrets = [secrets.stripeSecretKey, secrets.stripeWebhookSecret];
const paytrSecrets = [secrets.paytrMerchantKey, secrets.paytrMerchantSalt];

export const invoice = {
  create: callable('invoice.create', async () => (await import('./invoices/create')).createInvoice),
  update: callable('invoice.update', async () => (await import('./invoices/update')).updateInvoice),
  issue: callable('invoice.issue', async () => (await import('./invoices/issue')).issueInvoice),
  cancel: callable('invoice.cancel', async () => (await import('./invoices/cancel')).cancelInvoice),
  list: callable('invoice.list', async () => (await import('./invoices/list')).listInvoices),
  get: callable('invoice.get', async () => (await import('./invoices/get')).getInvoice),
  pdf: onRequest(async (request, response) => {
    const { sendInvoicePdf } = await import('./invoices/send-pdf');
    await sendInvoicePdf(request, response);
  }),
};

export const payment = {
  checkout: callable('payment.checkout', async () => (await import('./payments/checkout')).checkout, {
    secrets: [...stripeSecrets, ...paytrSecrets],
  }),
  recordBankTransfer: callable(
    'payment.recordBankTransfer',
    async () => (await import('./payments/record-bank-transfer')).recordBankTransfer,
  ),
};

export const finance = {
  importBankStatement: callable(
    'finance.importBankStatement',
    async () => (await import('./finance/bank/import-bank-statement')).importBankStatement,
    // The largest file takes eleven commits and thousands of small queries.
    { timeoutSeconds: 300, memory: '512MiB' },
  ),
  matchBankTransaction: callable(
    'finance.matchBankTransaction',
    async () => (await import('./finance/bank/match-bank-transaction')).matchBankTransaction,
  ),
  dismissBankTransaction: callable(
    'finance.dismissBankTransaction',
    async () => (await import('./finance/bank/dismiss-bank-transaction')).dismissBankTransaction,
  ),
};

export const webhooks = {
  stripe: onRequest({ secrets: stripeSecrets }, async (request, response) => {
    const { handleCallback } = await import('./gateways/webhook');
    await handleCallback('stripe', request, response);
  }),
  paytr: onRequest({ secrets: paytrSecrets }, async (request, response) => {
    const { handleCallback } = await import('./gateways/webhook');
    await handleCallback('paytr', request, response);
  }),
};
