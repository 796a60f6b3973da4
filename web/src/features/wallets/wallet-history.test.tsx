import { fireEvent, screen } from '@testing-library/react';
import { walletEntryWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { WalletHistory } from './wallet-history';

const page = (rows: ReturnType<typeof walletEntryWith>[], loadMore: (() => void) | null = null) =>
  ({ status: 'ready', data: { rows, loadMore, isLoadingMore: false } }) as const;

it('shows a skeleton while loading takes long enough to notice', async () => {
  await renderInApp(<WalletHistory entries={{ status: 'loading' }} currency="TRY" />);
  expect(await screen.findByText('Yükleniyor…')).not.toBeNull();
});

it('says what failed and offers to try again', async () => {
  const retry = jest.fn();
  const failed = { status: 'failed', problem: 'OFFLINE', retry } as const;
  await renderInApp(<WalletHistory entries={failed} currency="TRY" />);
  fireEvent.click(screen.getByRole('button', { name: 'Tekrar dene' }));
  expect(retry).toHaveBeenCalledTimes(1);
});

it('says so when nothing has moved yet', async () => {
  await renderInApp(<WalletHistory entries={page([])} currency="TRY" />);
  expect(screen.getByText('Henüz hareket yok.')).not.toBeNull();
});

it('shows movements, and more when there are more', async () => {
  const loadMore = jest.fn();
  await renderInApp(<WalletHistory entries={page([walletEntryWith()], loadMore)} currency="TRY" />);
  expect(screen.getAllByRole('row')).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: 'Daha fazla göster' }));
  expect(loadMore).toHaveBeenCalledTimes(1);
});
