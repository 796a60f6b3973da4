import { fireEvent, screen } from '@testing-library/react';
import { renderInApp } from '../../testing/render';
import { sendLink, sendProblem } from './email-link';
import type { SendProblem } from './email-link';
import { signIn, signInProblem } from './sign-in';
import { SignInForm } from './sign-in-form';

jest.mock('./email-link', () => ({ sendLink: jest.fn(), sendProblem: jest.fn() }));
jest.mock('./sign-in', () => ({ signIn: jest.fn(), signInProblem: jest.fn() }));
const send = jest.mocked(sendLink);
const password = jest.mocked(signIn);

beforeEach(() => {
  send.mockReset().mockResolvedValue();
  password.mockReset().mockResolvedValue();
});

const open = (locale: 'tr' | 'en' = 'en') => renderInApp(<SignInForm next="/invoices/a" />, { locale });
const type = (label: string, value: string) => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};
const press = (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
};

it('signs in by password', async () => {
  await open();
  type('E-mail address', 'ayse@hyble.example');
  type('Password', 'secret');
  press('Sign in');
  expect(password.mock.calls).toEqual([['ayse@hyble.example', 'secret']]);
  expect(send).not.toHaveBeenCalled();
});

it('asks for both fields for a password, and for the address alone for a link', async () => {
  await open();
  press('Sign in');
  expect(screen.getByText('Enter your e-mail address.')).not.toBeNull();
  expect(screen.getByText('Enter your password.')).not.toBeNull();
  press('E-mail me a sign-in link');
  expect(screen.getByText('Enter your e-mail address.')).not.toBeNull();
  expect(screen.queryByText('Enter your password.')).toBeNull();
  expect(send).not.toHaveBeenCalled();
});

it('says what is wrong with the password', async () => {
  password.mockRejectedValue(new Error('no'));
  jest.mocked(signInProblem).mockReturnValue('wrong');
  await open();
  type('E-mail address', 'ayse@hyble.example');
  type('Password', 'guess');
  press('Sign in');
  expect((await screen.findByRole('alert')).textContent).toBe(
    'The e-mail address or the password is not right.',
  );
});

it.each([
  ['en', 'E-mail me a sign-in link', 'If the address is registered, we have sent a link.'],
  ['tr', 'Giriş bağlantısı gönder', 'Adres kayıtlıysa bağlantıyı gönderdik.'],
] as const)(
  '%s: sends a link, says so without saying for whom, and takes the focus there',
  async (locale, button, words) => {
    await open(locale);
    type(locale === 'en' ? 'E-mail address' : 'E-posta adresi', 'ayse@hyble.example');
    press(button);
    expect(await screen.findByText(words)).not.toBeNull();
    expect(send.mock.calls).toEqual([['ayse@hyble.example', '/invoices/a', locale]]);
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2 }));
    expect(document.body.textContent).not.toContain('ayse@hyble.example');
  },
);

it('leads back to the form with the address still there', async () => {
  await open();
  type('E-mail address', 'ayse@hyble.example');
  press('E-mail me a sign-in link');
  fireEvent.click(await screen.findByRole('button', { name: 'Back to sign-in' }));
  expect(screen.getByLabelText<HTMLInputElement>('E-mail address').value).toBe('ayse@hyble.example');
});

it.each<[SendProblem, string]>([
  ['tooMany', 'Too many attempts. Wait a few minutes and try again.'],
  ['offline', 'We cannot be reached. Check your connection and try again.'],
  ['linkOff', 'Links by e-mail are not switched on here. Sign in with your password.'],
  ['failed', 'Signing in failed. Try again in a moment.'],
])('says that no link was sent: %s', async (problem, words) => {
  send.mockRejectedValue(new Error('no'));
  jest.mocked(sendProblem).mockReturnValue(problem);
  await open();
  type('E-mail address', 'ayse@hyble.example');
  press('E-mail me a sign-in link');
  expect((await screen.findByRole('alert')).textContent).toBe(words);
});

it('marks an address that is none', async () => {
  send.mockRejectedValue(new Error('no'));
  jest.mocked(sendProblem).mockReturnValue('emailInvalid');
  await open();
  type('E-mail address', 'ayse@');
  press('E-mail me a sign-in link');
  expect(await screen.findByText('This is not a whole e-mail address.')).not.toBeNull();
  expect(screen.getByLabelText('E-mail address').getAttribute('aria-invalid')).toBe('true');
  expect(screen.queryByRole('alert')).toBeNull();
});
