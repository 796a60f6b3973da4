import { minorUnits } from '@hyble/billing-functions/src/core/money';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useDifferences } from '../../features/finance/use-differences';
import { CallError, call } from '../../lib/callable';
import { differenceWith } from '../../testing/factories';
import { live } from '../../testing/live-states';
import { renderInApp } from '../../testing/render';
import DifferencesPage from './differences-page';

jest.mock('../../lib/callable', () => ({
  ...jest.requireActual<object>('../../lib/callable'),
  call: jest.fn(),
}));
jest.mock('../../features/finance/use-differences', () => ({ useDifferences: jest.fn() }));
const differences = jest.mocked(useDifferences);
const callable = jest.mocked(call);

beforeEach(() => {
  callable.mockReset().mockResolvedValue({});
  differences.mockReset().mockReturnValue(live.rows(differenceWith()));
});

const open = (path = '/console/differences') => renderInApp(<DifferencesPage />, { locale: 'en', path });
const resolveButton = () => screen.getByRole('button', { name: /^Resolve: The gateway took money/ });

it('keeps its place while it loads', async () => {
  differences.mockReturnValue(live.loading);
  await open();
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.queryByText(/No open difference/)).toBeNull();
});

it('says that it could not be loaded, and tries again', async () => {
  const retry = jest.fn();
  differences.mockReturnValue(live.failed(retry));
  await open();
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(retry).toHaveBeenCalledTimes(1);
});

it.each([
  ['/console/differences', 'OPEN', 'No open difference: the books agree.'],
  ['/console/differences?status=RESOLVED', 'RESOLVED', 'No difference has been resolved yet.'],
])('%s that is empty has words of its own', async (path, status, words) => {
  differences.mockReturnValue(live.rows());
  await open(path);
  expect(differences).toHaveBeenLastCalledWith(status);
  expect(screen.getByText(words)).toBeTruthy();
});

it('shows both books side by side, and what the gateway calls a payment that we do not know', async () => {
  differences.mockReturnValue(
    live.rows(
      differenceWith(),
      differenceWith({
        id: 'd2',
        kind: 'AMOUNT_DIFFERS',
        paymentId: 'p1',
        ours: minorUnits(10_000),
        theirs: minorUnits(9_900),
      }),
    ),
  );
  await open();
  const [, unknown, differing] = screen.getAllByRole('row').map(({ textContent }) => textContent);
  expect(unknown).toContain('€50.00Unknown payment pi_unknown');
  expect(differing).toContain('The amounts differ.Stripe€100.00€99.00');
  expect(screen.getByRole('link', { name: 'Open payment' }).getAttribute('href')).toBe(
    '/console/payments/p1',
  );
});

it('is resolved with a note, which the resolved ones show', async () => {
  const { update } = await open();
  fireEvent.click(resolveButton());
  const dialog = within(screen.getByRole('dialog', { name: 'Resolve this difference?' }));
  fireEvent.click(dialog.getByRole('button', { name: 'Mark as resolved' }));
  expect(dialog.getByText('Write a note of 1 to 500 characters.')).toBeTruthy();
  fireEvent.change(dialog.getByLabelText(/^How was it settled/), { target: { value: ' Sent back ' } });
  fireEvent.click(dialog.getByRole('button', { name: 'Mark as resolved' }));
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  expect(callable.mock.calls).toEqual([
    ['finance-resolveDifference', { differenceId: 'difference-1', note: 'Sent back' }],
  ]);
  differences.mockReturnValue(live.rows(differenceWith({ status: 'RESOLVED', note: 'Sent back' })));
  update(<DifferencesPage />);
  expect(screen.getByText('Sent back')).toBeTruthy();
});

it('keeps the note when it cannot be resolved', async () => {
  callable.mockRejectedValue(new CallError('OFFLINE'));
  await open();
  fireEvent.click(resolveButton());
  const note = screen.getByLabelText<HTMLTextAreaElement>(/^How was it settled/);
  fireEvent.change(note, { target: { value: 'Sent back' } });
  fireEvent.click(screen.getByRole('button', { name: 'Mark as resolved' }));
  expect((await screen.findByRole('alert')).textContent).toContain('You are offline');
  expect(note.value).toBe('Sent back');
});
