import { screen } from '@testing-library/react';
import { invoiceWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { useStatusNews } from './use-status-news';

function Listener({ status }: { status: 'PENDING' | 'PAID' | null }) {
  useStatusNews(status === null ? null : invoiceWith({ status }));
  return null;
}

it('announces a change of status once, and nothing on arrival', async () => {
  const { update } = await renderInApp(<Listener status={null} />, { locale: 'en' });
  const region = screen.getByRole('status');
  update(<Listener status="PENDING" />);
  expect(region.textContent).toBe('');
  update(<Listener status="PAID" />);
  expect(region.textContent).toBe('Invoice HYB-202611-0042 is now paid');
});
