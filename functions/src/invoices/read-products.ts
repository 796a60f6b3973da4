import type { InvoiceItemRequest } from '../schema/invoice';
import { paths } from '../schema/paths';
import type { Product } from '../schema/product';
import { productIds } from './rules/draft-invoice';

/** Reads the products that lines name together with a command's other documents. */
export const readProducts = {
  ask: (items: readonly InvoiceItemRequest[]) => ({ products: productIds(items).map(paths.product) }),
  found: (items: readonly InvoiceItemRequest[], products: readonly (Product | null)[]) =>
    new Map(productIds(items).map((id, index) => [id, products[index] ?? null])),
};
