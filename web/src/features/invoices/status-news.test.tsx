import type { InvoiceStatus } from '@hyble/billing-functions/src/schema/invoice';
import { screen } from '@testing-library/react';
import { invoiceWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { useStatusNews } from './use-status-news';

function Listener({ statuses }: { statuses: readonly InvoiceStatus[] }) {
  useStatusNews(
    statuses.map((status, row) => invoiceWith({ id: `${row}`, invoiceNumber: `HYB-${row}`, status })),
  );
  return null;
}

const news = () => screen.getByRole('status').textContent;

it.each([
  ['en', 'Invoice HYB-0 is now paid'],
  ['tr', 'HYB-0 numaralı fatura ödendi'],
] as const)('%s: announces a change of status once, and nothing on arrival', async (locale, words) => {
  const { update } = await renderInApp(<Listener statuses={[]} />, { locale });
  update(<Listener statuses={['PENDING']} />);
  expect(news()).toBe('');
  update(<Listener statuses={['PAID']} />);
  expect(news()).toBe(words);
  const said = screen.getByRole('status').firstChild;
  update(<Listener statuses={['PAID']} />);
  // The same sentence in the same place: nothing is spoken again.
  expect(screen.getByRole('status').firstChild).toBe(said);
});

it('tells apart the rows of a list; more rows are no news', async () => {
  const { update } = await renderInApp(<Listener statuses={['PENDING', 'PENDING']} />, { locale: 'en' });
  update(<Listener statuses={['PENDING', 'PENDING', 'PAID']} />);
  expect(news()).toBe('');
  update(<Listener statuses={['OVERDUE', 'PENDING', 'CANCELLED']} />);
  expect(news()).toBe('Invoice HYB-0 is now overdue. Invoice HYB-2 was cancelled');
});
