import type { Figure } from '../harness/figure';
import { coldStart } from './cold-start';
import { invoiceList } from './invoice-list';
import { invoicePageWeight } from './invoice-page-weight';
import { liveLatency } from './live-latency';
import { numbering } from './numbering';
import { pdf } from './pdf';
import { webhookCalls } from './webhook-calls';
import { webhookThroughput } from './webhook-throughput';

/** Every figure, in the order of the report. */
export const figures: readonly Figure[] = [
  ...webhookCalls,
  webhookThroughput,
  numbering,
  ...coldStart,
  ...pdf,
  // Before the figures that load pages anew: the emulator goes on serving the listeners of the pages before, and every
  // write waits for that, two seconds after a list of ten thousand invoices.
  liveLatency,
  invoicePageWeight,
  ...invoiceList,
];
