import { fireEvent, screen } from '@testing-library/react';
import { renderInApp } from '../../testing/render';
import { followLink, followProblem, rememberedEmail } from './email-link';
import type { FollowProblem } from './email-link';
import { FollowLink } from './follow-link';

jest.mock('./email-link', () => ({
  followLink: jest.fn(),
  followProblem: jest.fn(),
  rememberedEmail: jest.fn(),
}));
const follow = jest.mocked(followLink);
const remembered = jest.mocked(rememberedEmail);

beforeEach(() => {
  follow.mockReset().mockResolvedValue();
  remembered.mockReset().mockReturnValue('ayse@hyble.example');
});

const open = (locale: 'tr' | 'en' = 'en') => renderInApp(<FollowLink next="/invoices/a" />, { locale });
const answerWith = (problem: FollowProblem) => {
  follow.mockRejectedValue(new Error('no'));
  jest.mocked(followProblem).mockReturnValue(problem);
};

it('signs in at once where the link was asked for', async () => {
  await open();
  expect(follow.mock.calls).toEqual([['ayse@hyble.example']]);
  expect(screen.getByText('Signing you in…')).not.toBeNull();
  expect(screen.queryByRole('textbox')).toBeNull();
});

it('asks for the address anywhere else', async () => {
  remembered.mockReturnValue(null);
  await open();
  expect(follow).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
  expect(screen.getByText('Enter your e-mail address.')).not.toBeNull();
  fireEvent.change(screen.getByLabelText('E-mail address'), { target: { value: 'ayse@hyble.example' } });
  fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
  expect(follow.mock.calls).toEqual([['ayse@hyble.example']]);
});

it.each([
  ['en', 'This link has expired; request a new one.', 'Request a new link'],
  ['tr', 'Bağlantının süresi doldu; yenisini isteyin.', 'Yeni bağlantı iste'],
] as const)(
  '%s: leads on to a new link when this one has expired, with the way kept',
  async (locale, words, link) => {
    answerWith('expired');
    await open(locale);
    expect((await screen.findByRole('alert')).textContent).toBe(words);
    expect(screen.getByRole('link', { name: link }).getAttribute('href')).toBe(
      '/sign-in?next=%2Finvoices%2Fa',
    );
  },
);

it('asks again when the address is another', async () => {
  answerWith('otherAddress');
  await open();
  expect((await screen.findByRole('alert')).textContent).toBe('The link was sent to another address.');
  follow.mockReset().mockResolvedValue();
  fireEvent.change(screen.getByLabelText('E-mail address'), { target: { value: 'gul@hyble.example' } });
  fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
  expect(follow.mock.calls).toEqual([['gul@hyble.example']]);
});
