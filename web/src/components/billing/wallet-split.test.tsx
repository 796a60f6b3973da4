import { screen } from '@testing-library/react';
import { renderInApp } from '../../testing/render';
import { WalletSplit } from './wallet-split';

const terms = () => screen.getAllByRole('term').map(({ textContent }) => textContent);
const sums = () => screen.getAllByRole('definition').map(({ textContent }) => textContent);

it('names both parts and their sum, and what happens when the card fails', async () => {
  await renderInApp(<WalletSplit amount={10_000} fromWallet={2_000} byCard={8_000} currency="EUR" />, {
    locale: 'en',
  });
  expect(terms()).toEqual(['From the wallet', 'By card', 'Total']);
  expect(sums()).toEqual(['€20.00', '€80.00', '€100.00']);
  expect(screen.getByText(/If the card is declined or you leave, it goes back/)).not.toBeNull();
});

it('speaks of no card where the wallet pays all of it', async () => {
  await renderInApp(<WalletSplit amount={10_000} fromWallet={10_000} byCard={0} currency="TRY" />);
  expect(terms()).toEqual(['Cüzdandan', 'Toplam']);
  expect(screen.getByText('Tamamı cüzdandan ödenir; kart gerekmez.')).not.toBeNull();
});
