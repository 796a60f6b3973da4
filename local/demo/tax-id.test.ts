import { organization } from './people';
import { sellerSettings } from './seller';

/** The check digit of a Turkish tax number (VKN), from its first nine digits. */
function checkDigit(digits: string): number {
  const sum = Array.from(digits.slice(0, 9)).reduce((total, digit, index) => {
    const shifted = (Number(digit) + 9 - index) % 10;
    const weighted = (shifted * 2 ** (9 - index)) % 9;
    return total + (shifted !== 0 && weighted === 0 ? 9 : weighted);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

test.each([
  ['the seller', sellerSettings.SELLER_TAX_ID],
  ['the organization', organization.fields.taxId],
])('%s has a tax number that Turkish forms accept', (_label, taxId) => {
  expect(taxId).toMatch(/^\d{10}$/);
  expect(Number(taxId?.at(9))).toBe(checkDigit(taxId ?? ''));
});
