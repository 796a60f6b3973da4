import { paymentWith } from '../../testing/factories';
import { timelineEntries } from './timeline-entries';

it('puts acts and payments together, newest first, a payment when it ended', () => {
  const at = (time: string) => new Date(`2026-11-20T${time}:00Z`);
  const act = (id: string, createdAt: Date) => ({
    id,
    actorId: 'ipek',
    actorRole: 'finance',
    action: 'invoice.issue' as const,
    subject: 'invoices/invoice-1',
    reason: null,
    createdAt,
    updatedAt: createdAt,
  });
  const entries = timelineEntries(
    [act('issued', at('09:00')), act('created', at('08:00'))],
    [
      paymentWith({ id: 'paid', createdAt: at('09:30'), processedAt: at('11:00') }),
      paymentWith({ id: 'open', createdAt: at('10:00') }),
    ],
  );
  expect(entries.map(({ id }) => id)).toEqual(['paid', 'open', 'issued', 'created']);
});
