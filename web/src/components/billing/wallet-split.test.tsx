import { screen, within } from '@testing-library/react';
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

it.each([
  ['en', 'By bank transfer', /The wallet part is set aside until the transfer arrives/],
  ['tr', 'Havale/EFT ile', /havale/i],
] as const)('%s: says what happens when a transfer does not come', async (locale, term, sentence) => {
  await renderInApp(
    <WalletSplit amount={10_000} fromWallet={2_000} byCard={8_000} currency="TRY" isTransfer />,
    { locale },
  );
  expect(terms()[1]).toBe(term);
  expect(within(screen.getByRole('region')).getAllByText(sentence).length).toBeGreaterThan(0);
});

it('is a named part of the page', async () => {
  await renderInApp(<WalletSplit amount={10_000} fromWallet={2_000} byCard={8_000} currency="TRY" />, {
    locale: 'en',
  });
  expect(screen.getByRole('region', { name: 'How the payment is divided' })).not.toBeNull();
});

it('follows the amount while it is typed, also down to nothing', async () => {
  const { container, update } = await renderInApp(
    <WalletSplit amount={10_000} fromWallet={2_500} byCard={7_500} currency="TRY" />,
  );
  const share = () => container.querySelector<HTMLElement>('[aria-hidden] > span')?.style.width;
  expect(share()).toBe('25%');
  update(<WalletSplit amount={5_000} fromWallet={2_500} byCard={2_500} currency="TRY" />);
  expect(share()).toBe('50%');
  expect(sums()).toEqual(['₺25,00', '₺25,00', '₺50,00']);
  update(<WalletSplit amount={0} fromWallet={0} byCard={0} currency="TRY" />);
  expect(share()).toBe('0%');
});

it('writes a currency without minor units as it is', async () => {
  await renderInApp(<WalletSplit amount={1_000} fromWallet={200} byCard={800} currency="JPY" />, {
    locale: 'en',
  });
  expect(sums()).toEqual(['¥200', '¥800', '¥1,000']);
});
