/**
 * Whether this is a Turkish tax number: VKN, ten digits, of companies and sole traders. The last digit is a checksum
 * over the others (Gelir İdaresi Başkanlığı).
 */
export function isVkn(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false;
  const digits = Array.from(text, Number);
  const sum = digits.slice(0, 9).reduce((total, digit, index) => {
    const moved = (digit + 9 - index) % 10;
    return total + (moved === 9 ? 9 : (moved * 2 ** (9 - index)) % 9);
  }, 0);
  return digits[9] === (10 - (sum % 10)) % 10;
}

/**
 * Whether this is a Turkish identity number: TCKN, eleven digits, of persons. The last two digits are checksums (Nüfus
 * ve Vatandaşlık İşleri).
 */
export function isTckn(text: string): boolean {
  if (!/^[1-9]\d{10}$/.test(text)) return false;
  const digits = Array.from(text, Number);
  const sumOf = (chosen: number[]) => chosen.reduce((total, digit) => total + digit, 0);
  const odd = sumOf(digits.slice(0, 9).filter((_, index) => index % 2 === 0));
  const even = sumOf(digits.slice(0, 8).filter((_, index) => index % 2 === 1));
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return digits[9] === tenth && digits[10] === sumOf(digits.slice(0, 10)) % 10;
}

/** Whether a number can stand on an invoice as the tax number of somebody in this country. Abroad anything can. */
export function isTaxId(text: string, country: string): boolean {
  return country !== 'TR' || isVkn(text) || isTckn(text);
}
