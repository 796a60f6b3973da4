import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useGatewayEvents } from '../../features/finance/use-gateway-events';
import { CallError, call } from '../../lib/callable';
import { gatewayEventWith } from '../../testing/factories';
import { live } from '../../testing/live-states';
import { renderInApp } from '../../testing/render';
import EventsPage from './events-page';

jest.mock('../../lib/callable', () => ({
  ...jest.requireActual<object>('../../lib/callable'),
  call: jest.fn(),
}));
jest.mock('../../features/finance/use-gateway-events', () => ({
  ...jest.requireActual<object>('../../features/finance/use-gateway-events'),
  useGatewayEvents: jest.fn(),
}));
const events = jest.mocked(useGatewayEvents);
const callable = jest.mocked(call);

beforeEach(() => {
  callable.mockReset();
  events.mockReset().mockReturnValue(live.rows(gatewayEventWith()));
});

const open = (path = '/console/events') => renderInApp(<EventsPage />, { locale: 'en', path });
const settleButton = () => screen.queryByRole('button', { name: 'Mark as settled: success' });

it('keeps its place while it loads', async () => {
  events.mockReturnValue(live.loading);
  await open();
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.queryByText('No event has arrived yet.')).toBeNull();
});

it('says that it could not be loaded, and tries again', async () => {
  const retry = jest.fn();
  events.mockReturnValue(live.failed(retry));
  await open();
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(retry).toHaveBeenCalledTimes(1);
});

it.each([
  ['/console/events', null, 'No event has arrived yet.', false],
  ['/console/events?show=WAITING', 'WAITING', 'No failed event waits for you.', true],
  ['/console/events?show=IGNORED', 'IGNORED', 'No event matches.', true],
])('%s that is empty has words of its own', async (path, filter, words, canClear) => {
  events.mockReturnValue(live.rows());
  await open(path);
  expect(events).toHaveBeenLastCalledWith(filter);
  expect(screen.getByText(words)).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Clear filters' }) !== null).toBe(canClear);
});

it('tells what became of each: in words why it failed, and the gateway’s own words', async () => {
  const gatewayReason = { code: '0', message: 'Limit yetersiz' };
  events.mockReturnValue(
    live.rows(
      gatewayEventWith(),
      gatewayEventWith({
        id: 'e2',
        outcome: 'APPLIED',
        result: 'PAYMENT_FAILED',
        error: null,
        gatewayReason,
      }),
    ),
  );
  await open();
  const [, failed, applied] = screen.getAllByRole('row');
  expect(failed?.textContent).toContain('AMOUNT_MISMATCH');
  expect(failed?.textContent).toContain('Failed');
  expect(applied?.textContent).toContain('PAYMENT_FAILED0: Limit yetersiz');
  expect(screen.getAllByRole('button')).toHaveLength(2);
});

it('asks the gateway about the payment of a failed one', async () => {
  callable.mockResolvedValue({ before: 'PENDING', after: 'SUCCEEDED' });
  await open();
  fireEvent.click(screen.getByRole('button', { name: 'Ask the gateway about payment payment-1' }));
  await screen.findByText('The gateway answered: Pending → Succeeded.');
  expect(callable.mock.calls).toEqual([['payment-check', { paymentId: 'payment-1' }]]);
});

it('has nothing to ask about a payment that nobody knows, which can still be settled', async () => {
  events.mockReturnValue(live.rows(gatewayEventWith({ error: 'PAYMENT_NOT_FOUND' })));
  await open();
  expect(screen.queryByRole('button', { name: /^Ask/ })).toBeNull();
  expect(screen.queryByRole('link', { name: 'Open payment' })).toBeNull();
  expect(settleButton()).not.toBeNull();
});

it('is settled with a note, and then waits for nobody', async () => {
  callable.mockResolvedValue({});
  const { update } = await open();
  fireEvent.click(screen.getByRole('button', { name: 'Mark as settled: success' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Settle this failed event?' }));
  fireEvent.click(dialog.getByRole('button', { name: 'Mark as settled' }));
  expect(dialog.getByText('Write a note of 1 to 500 characters.')).toBeTruthy();
  fireEvent.change(dialog.getByLabelText(/^How was it settled/), { target: { value: ' Of another shop ' } });
  fireEvent.click(dialog.getByRole('button', { name: 'Mark as settled' }));
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  expect(callable.mock.calls).toEqual([
    ['finance-acknowledgeEvent', { gatewayEventId: 'paytr_order1_success', note: 'Of another shop' }],
  ]);
  const acknowledgement = { at: new Date('2026-11-21T09:00:00Z'), by: 'ipek', note: 'Of another shop' };
  events.mockReturnValue(live.rows(gatewayEventWith({ acknowledgement })));
  update(<EventsPage />);
  expect(screen.getByText('Settled on 21 Nov 2026: Of another shop')).toBeTruthy();
  expect(settleButton()).toBeNull();
});

it('says that it was applied meanwhile', async () => {
  callable.mockRejectedValue(new CallError('GATEWAY_EVENT_NOT_FAILED'));
  await open();
  fireEvent.click(screen.getByRole('button', { name: 'Mark as settled: success' }));
  fireEvent.change(screen.getByLabelText(/^How was it settled/), { target: { value: 'x' } });
  fireEvent.click(screen.getByRole('button', { name: 'Mark as settled' }));
  expect((await screen.findByRole('alert')).textContent).toContain('was applied meanwhile');
});
