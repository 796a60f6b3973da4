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
  invoicePageWeight,
  ...invoiceList,
  liveLatency,
];
