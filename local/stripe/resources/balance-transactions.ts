import { endpoint, type Endpoint } from '../api/endpoint';
import { resourceMissing } from '../api/errors';

export const balanceTransactionEndpoints: readonly Endpoint[] = [
  endpoint('get', '/balance_transactions/:id', {}, (call, _given, id) => {
    const transaction = call.objects.balanceTransactions.get(id);
    if (!transaction) throw resourceMissing('balance transaction', id, 'id', 404);
    return transaction;
  }),
];
