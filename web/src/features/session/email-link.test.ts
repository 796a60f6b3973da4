import { FirebaseError } from 'firebase/app';
import { sendSignInLinkToEmail, signInWithEmailLink } from 'firebase/auth';
import { followLink, followProblem, rememberedEmail, sendLink, sendProblem } from './email-link';

jest.mock('firebase/auth', () => ({ sendSignInLinkToEmail: jest.fn(), signInWithEmailLink: jest.fn() }));
const mockAuth = { languageCode: null };
jest.mock('../../lib/firebase', () => ({ firebase: () => ({ auth: mockAuth }) }));

const send = jest.mocked(sendSignInLinkToEmail);
const follow = jest.mocked(signInWithEmailLink);
const refusal = (code: string) => new FirebaseError(code, code);

beforeEach(() => {
  localStorage.clear();
  send.mockReset().mockResolvedValue();
  follow.mockReset();
});

it('sends a link that leads back to where the visitor wanted to go, in the visitor’s language', async () => {
  await sendLink(' ayse@hyble.example ', '/invoices/a?x=1', 'tr');
  expect(send.mock.calls).toEqual([
    [
      mockAuth,
      'ayse@hyble.example',
      { url: 'http://localhost/sign-in?next=%2Finvoices%2Fa%3Fx%3D1', handleCodeInApp: true },
    ],
  ]);
  expect(mockAuth.languageCode).toBe('tr');
  expect(rememberedEmail()).toBe('ayse@hyble.example');
});

it.each(['auth/user-not-found', 'auth/user-disabled', 'auth/admin-restricted-operation'])(
  'answers %s like any other address',
  async (code) => {
    send.mockRejectedValue(refusal(code));
    await expect(sendLink('nobody@hyble.example', '/', 'en')).resolves.toBeUndefined();
    expect(rememberedEmail()).toBe('nobody@hyble.example');
  },
);

it('remembers no address when nothing was sent', async () => {
  send.mockRejectedValue(refusal('auth/network-request-failed'));
  await expect(sendLink('ayse@hyble.example', '/', 'en')).rejects.toThrow();
  expect(rememberedEmail()).toBeNull();
});

it.each([
  ['auth/invalid-email', 'emailInvalid'],
  ['auth/missing-email', 'emailInvalid'],
  ['auth/too-many-requests', 'tooMany'],
  ['auth/quota-exceeded', 'tooMany'],
  ['auth/network-request-failed', 'offline'],
  ['auth/operation-not-allowed', 'linkOff'],
  ['auth/internal-error', 'failed'],
])('to send: %s is %s', (code, problem) => {
  expect(sendProblem(refusal(code))).toBe(problem);
});

it.each([
  ['auth/expired-action-code', 'expired'],
  ['auth/invalid-action-code', 'expired'],
  ['auth/user-disabled', 'expired'],
  ['auth/invalid-email', 'otherAddress'],
  ['auth/too-many-requests', 'tooMany'],
  ['auth/network-request-failed', 'offline'],
  ['auth/internal-error', 'failed'],
])('to follow: %s is %s', (code, problem) => {
  expect(followProblem(refusal(code))).toBe(problem);
});

it('takes any other fault as a failure', () => {
  expect([sendProblem(new Error('x')), followProblem('x')]).toEqual(['failed', 'failed']);
});

it('forgets the address once the link was followed, and not before', async () => {
  await sendLink('ayse@hyble.example', '/', 'en');
  follow.mockRejectedValueOnce(refusal('auth/network-request-failed'));
  await expect(followLink('ayse@hyble.example')).rejects.toThrow();
  expect(rememberedEmail()).toBe('ayse@hyble.example');
  await followLink(' ayse@hyble.example ');
  expect(follow).toHaveBeenLastCalledWith(mockAuth, 'ayse@hyble.example', window.location.href);
  expect(rememberedEmail()).toBeNull();
});
