import { checkForm, hasValidChecksum, NO_VALUES } from './card-form';

const now = new Date('2026-11-20T12:00:00Z');
const good = { email: 'a@b.co', number: '4242 4242 4242 4242', expiry: '11 / 26', cvc: '123', name: 'Ada' };

test('a filled form becomes a card', () => {
  expect(checkForm(good, null, now)).toMatchObject({
    details: { card: { number: '4242424242424242' }, expMonth: 11, expYear: 2026, email: 'a@b.co' },
  });
});

test('a known e-mail address is kept', () => {
  expect(checkForm({ ...good, email: '' }, 'known@b.co', now)).toMatchObject({
    details: { email: 'known@b.co' },
  });
});

test.each([
  ['an empty form', NO_VALUES, ['email', 'number', 'expiry', 'cvc', 'name']],
  ['a number with a wrong digit', { ...good, number: '4242424242424241' }, ['number']],
  ['the month before', { ...good, expiry: '10/26' }, ['expiry']],
  ['a thirteenth month', { ...good, expiry: '13/30' }, ['expiry']],
  ['a short code', { ...good, cvc: '12' }, ['cvc']],
])('%s is refused', (_label, values, fields) => {
  const checked = checkForm(values, null, now);
  expect('errors' in checked && Object.keys(checked.errors)).toEqual(fields);
});

test.each(['11/26', '11 / 26', '1126', '11/2026', '1/30'])('an expiry may be written %s', (expiry) => {
  expect(checkForm({ ...good, expiry }, null, now)).toHaveProperty('details');
});

test('a real card is told apart from a mistyped one', () => {
  expect(hasValidChecksum('4111111111111111')).toBe(true);
  expect(checkForm({ ...good, number: '4111111111111111' }, null, now)).toEqual({
    errors: { number: 'number_unknown' },
  });
});
