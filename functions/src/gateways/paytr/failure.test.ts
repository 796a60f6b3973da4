import { failureOf } from './failure';

test.each([
  ['0', 'Kart limiti yetersiz', 'FUNDS'],
  ['0', 'BAKİYE YETERSİZ', 'FUNDS'],
  ['0', 'Kartın son kullanma tarihi hatalı', 'EXPIRED_CARD'],
  ['0', 'KARTIN SÜRESİ DOLMUŞ', 'EXPIRED_CARD'],
  ['0', 'CVV HATALI', 'WRONG_DATA'],
  ['0', 'Kart numarası hatalı', 'WRONG_DATA'],
  ['0', 'Banka onay vermedi', 'GENERAL'],
  ['0', '', 'GENERAL'],
  ['1', '', 'AUTHENTICATION_FAILED'],
  ['2', '', 'AUTHENTICATION_FAILED'],
  ['3', '', 'SECURITY'],
  ['4', 'Havale/EFT ödemesi tespit edilemedi', 'TRANSFER_MISSING'],
  ['5', 'Havale/EFT ödeme tutarı yetersiz', 'TRANSFER_SHORT'],
  ['6', '', 'ABANDONED'],
  ['8', '', 'INSTALLMENT'],
  ['9', '', 'GENERAL'],
  ['10', '', 'AUTHENTICATION_REQUIRED'],
  ['11', '', 'SECURITY'],
  ['99', '', 'OUTAGE'],
  ['42', '', 'GENERAL'],
  ['', '', 'GENERAL'],
])('code %s with “%s” is %s', (code, message, failure) => {
  expect(failureOf(code, message)).toBe(failure);
});

test('a known code counts more than the words beside it', () => {
  expect(failureOf('11', 'limit')).toBe('SECURITY');
});
