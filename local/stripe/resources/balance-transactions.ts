import type Stripe from 'stripe';
import type { z } from 'zod';
import { endpoint, type Endpoint } from '../api/endpoint';
import { resourceMissing, type ApiError } from '../api/errors';
import { page } from '../api/pagination';
import { currency, instantRange, isWithin, paging, text } from '../api/parameters';

const filters = {
  created: instantRange().optional(),
  currency: currency().optional(),
  source: text().optional(),
  type: text().optional(),
};

type Filters = z.output<z.ZodObject<typeof filters>>;

const missing = (id: string, param: string, status: 400 | 404 = 400): ApiError =>
  resourceMissing('balance transaction', id, param, status);

function matches(transaction: Stripe.BalanceTransaction, { created, ...same }: Filters): boolean {
  const { currency: code, source, type } = transaction;
  return (
    isWithin(transaction.created, created) &&
    (same.currency === undefined || same.currency === code) &&
    (same.source === undefined || same.source === source) &&
    (same.type === undefined || same.type === type)
  );
}

export const balanceTransactionEndpoints: readonly Endpoint[] = [
  endpoint('get', '/balance_transactions', { ...paging, ...filters }, (call, given) => {
    const booked = [...call.objects.balanceTransactions.values()].filter((item) => matches(item, given));
    return page(booked.toReversed(), given, '/v1/balance_transactions', missing);
  }),
  endpoint('get', '/balance_transactions/:id', {}, (call, _given, id) => {
    const transaction = call.objects.balanceTransactions.get(id);
    if (!transaction) throw missing(id, 'id', 404);
    return transaction;
  }),
];
