import * as z from 'zod';
import { amount, currency, stamps, taxRate } from './common';

/** `products/{id}`: a price per unit without VAT. */
export const product = z.object({
  name: z.string().max(200),
  description: z.string().max(1000),
  unitPrice: amount,
  currency,
  taxRate,
  isActive: z.boolean(),
  ...stamps,
});
export type Product = z.infer<typeof product>;
