import { subtract } from '../core/money';
import type { Installments } from '../gateways/gateway';
import { gatewayNamed } from '../gateways/registry';
import { must } from '../platform/errors';
import type { OperationContext } from '../platform/operation';
import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import type { InstallmentsAnswer, InstallmentsRequest } from '../schema/installments';
import { installmentsRequest } from '../schema/installments';
import { paths } from '../schema/paths';
import { configuredInstallmentMode } from './installment-mode';
import { installmentRates } from './installment-rates';
import { amountToPay, walletShare } from './rules/begin-checkout';
import type { InstallmentQuestion } from './rules/installment-plans';
import { offeredInstallments } from './rules/installment-plans';
import { payableInvoices } from './rules/payable-invoices';

/** The one gateway that has installments, and the currency that it has them in. */
const GATEWAY = 'paytr';
const CURRENCY = 'TRY';

/**
 * `payment.installments`: what the same checkout would cost in installments, for whoever may pay it. The first digits
 * of a card narrow the answer down to what that card can do; they are asked about and not kept.
 */
export const installments = operation({
  request: installmentsRequest,
  allowed: 'signedIn',
  run: async (request, context): Promise<InstallmentsAnswer> => {
    const { currency, amount, stored } = await readPurchase(request, context);
    if (amount === 0) return { currency, amount, card: null, programmes: [] };
    const offered = currency === CURRENCY ? (await gatewayNamed(GATEWAY)).installments : null;
    if (offered === null) return { currency, amount, card: null, programmes: [] };
    const [rates, card] = await Promise.all([
      installmentRates(context.db, { name: GATEWAY, installments: offered }, stored, context.now),
      cardOf(offered, request.bin),
    ]);
    const mode = configuredInstallmentMode();
    const programmes = offeredInstallments({ amount, rates, card, mode });
    return { currency, amount, card: card === 'unasked' ? null : card, programmes };
  },
});

/** What the checkout would ask the gateway for, and the rates as they are stored. */
function readPurchase(
  { invoiceIds, amount: wished, useWallet }: InstallmentsRequest,
  { caller: { uid }, db, now }: OperationContext,
) {
  const ids = [...new Set(invoiceIds)];
  return transact(db, now, async (get) => {
    const found = await get({
      invoices: ids.map(paths.invoice),
      user: paths.user(uid),
      stored: paths.installmentRates(GATEWAY),
    });
    const user = must(found.user, 'USER_NOT_FOUND', { userId: uid });
    const { currency, due } = payableInvoices(
      ids.map((id, index) => ({ id, invoice: found.invoices[index] ?? null })),
      { uid, user },
    );
    const { wallet } = useWallet ? await get({ wallet: paths.wallet(uid, currency) }) : { wallet: null };
    const toPay = amountToPay(due, wished);
    const amount = subtract(toPay, walletShare(toPay, { useWallet, wallet }));
    return { writes: [], result: { currency, amount, stored: found.stored } };
  });
}

function cardOf(offered: Installments, bin: string | undefined): Promise<InstallmentQuestion['card']> {
  return bin === undefined ? Promise.resolve('unasked') : offered.card(bin);
}
