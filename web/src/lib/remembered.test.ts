import { remembered } from './remembered';

test('is made once for the same words and anew for others', () => {
  const make = jest.fn((locale: string, currency: string) => ({ locale, currency }));
  const format = remembered(make);
  const first = format('tr', 'TRY');
  expect(format('tr', 'TRY')).toBe(first);
  expect(format('en', 'TRY')).toEqual({ locale: 'en', currency: 'TRY' });
  expect(make.mock.calls).toEqual([
    ['tr', 'TRY'],
    ['en', 'TRY'],
  ]);
});
