import * as z from 'zod';
import { stamps } from './common';

/** `counters/invoiceNumber`, `counters/creditNoteNumber`: the last number given. */
export const counter = z.object({
  last: z.int().min(0),
  /** `YYYYMM` of the last number, which a monthly reset compares with. */
  period: z.string().regex(/^\d{6}$/),
  ...stamps,
});
export type Counter = z.infer<typeof counter>;
