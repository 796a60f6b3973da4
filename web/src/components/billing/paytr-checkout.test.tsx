import { fireEvent, screen } from '@testing-library/react';
import { renderInApp } from '../../testing/render';
import { PayTRCheckout } from './paytr-checkout';

const session = {
  method: 'card' as const,
  url: 'https://paytr.example/token',
  expiresAt: new Date('2026-11-20T09:30:00Z'),
};

it("shows PayTR's form in a named frame with a way back", async () => {
  const onLeave = jest.fn();
  await renderInApp(<PayTRCheckout session={session} onLeave={onLeave} />);
  expect(screen.getByTitle('Güvenli ödeme formu').getAttribute('src')).toBe(session.url);
  fireEvent.click(screen.getByRole('button', { name: 'Ödemeden geri dön' }));
  expect(onLeave).toHaveBeenCalledTimes(1);
});

it.each([
  ['en', 'Preparing the secure payment page…'],
  ['tr', 'Güvenli ödeme sayfası hazırlanıyor…'],
] as const)('%s: says that the form is on its way, until it is there', async (locale, words) => {
  await renderInApp(<PayTRCheckout session={session} onLeave={jest.fn()} />, { locale });
  expect(screen.getByText(words)).not.toBeNull();
  fireEvent.load(screen.getByTitle(/ödeme formu|payment form/));
  expect(screen.queryByText(words)).toBeNull();
});

it('can be left while the form is on its way', async () => {
  const onLeave = jest.fn();
  await renderInApp(<PayTRCheckout session={session} onLeave={onLeave} />, { locale: 'en' });
  fireEvent.click(screen.getByRole('button', { name: 'Go back without paying' }));
  expect(onLeave).toHaveBeenCalledTimes(1);
});

it('says of a card that the bank confirms it, and until what time, on the reader’s clock', async () => {
  await renderInApp(<PayTRCheckout session={session} onLeave={jest.fn()} />, { locale: 'en' });
  expect(screen.getByText('You will confirm with your bank (3D Secure).')).not.toBeNull();
  expect(screen.getByText(/^The form stays open until \d\d:30\.$/)).not.toBeNull();
});

it('says of a bank transfer what to do, and until what day', async () => {
  const transfer = { ...session, method: 'bankTransfer' as const };
  await renderInApp(<PayTRCheckout session={transfer} onLeave={jest.fn()} />, { locale: 'en' });
  expect(screen.getByTitle('Bank transfer form')).not.toBeNull();
  expect(screen.getByText(/Send the money to the account below/)).not.toBeNull();
  expect(screen.getByText('The payment waits for your money until 20 Nov 2026.')).not.toBeNull();
  expect(screen.getByRole('button', { name: 'Close the form' })).not.toBeNull();
});
