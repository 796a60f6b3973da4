import type { GatewayName } from '../../functions/src/schema/payment';
import { paid } from './story';
import type { InvoiceStory, Step } from './story';

/**
 * One invoice in each status; `items` gets a number for each, so that they differ, and `shift` moves all of them
 * so many days back, so that customers differ.
 */
export function everyStatus(
  { customer, organizationId, shift }: Pick<InvoiceStory, 'customer' | 'organizationId'> & { shift: number },
  gateway: GatewayName,
  items: (n: number) => InvoiceStory['items'],
): InvoiceStory[] {
  const owner = organizationId ?? customer.uid;
  const duplicate = customer.profile.locale === 'tr' ? 'Mükerrer düzenlendi.' : 'Issued twice.';
  const stories: [status: string, issued: number | null, terms: number, then: Step[]][] = [
    ['paid', 44, 14, paid(gateway, 35)],
    ['overdue', 34, 14, []],
    ['overdue-in-part', 31, 14, paid(gateway, 20, { part: 25 })],
    ['cancelled', 22, 30, [{ daysAgo: 18, does: 'cancel', reason: duplicate }]],
    ['partial', 12, 30, paid(gateway, 10, { part: 40 })],
    ['pending', 2, 14, []],
    ['draft', null, 14, []],
  ];
  return stories.map(([status, issued, terms, then], index) => ({
    key: `${owner}-${status}`,
    customer,
    organizationId,
    items: items(index + 1),
    issued: issued === null ? null : issued + shift,
    terms,
    then: then.map((step) => ({ ...step, daysAgo: step.daysAgo + shift })),
  }));
}
