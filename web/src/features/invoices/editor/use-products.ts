import type { Product } from '@hyble/billing-functions/src/schema/product';
import { limit, orderBy, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../../lib/documents';
import type { Stored } from '../../../lib/documents';
import { listenToQuery, useLive } from '../../../lib/live';
import type { Live } from '../../../lib/live';

const MOST = 100;

/** What is sold in a currency, by name. */
export function useProducts(currency: string): Live<readonly Stored<Product>[]> {
  return useLive(
    useMemo(
      () =>
        listenToQuery(
          query(
            collectionOf('products'),
            where('isActive', '==', true),
            where('currency', '==', currency),
            orderBy('name'),
            limit(MOST),
          ),
        ),
      [currency],
    ),
  );
}
