/** Words of the hosted pages. */
export interface Texts {
  language: 'tr' | 'en';
  test: string;
  testNotice: string;
  merchant: string;
  back: string;
  pay: string;
  save: string;
  total: string;
  saveCardTitle: string;
  saveCardNotice: string;
  cardDetails: string;
  cardTitle: string;
  email: string;
  cardNumber: string;
  expiry: string;
  expiryHint: string;
  cvc: string;
  name: string;
  testCards: string;
  keptCards: string;
  debit: string;
  debitNotice: string;
  debitAgree: string;
  processing: string;
  quantity: (quantity: number, unitPrice: string) => string;
  errors: Record<FormError, string>;
  declines: Record<string, string>;
  declined: string;
  authenticationFailed: string;
  authenticationTitle: string;
  authenticationBody: string;
  authenticationComplete: string;
  authenticationFail: string;
  done: string;
  doneBody: string;
  expired: string;
  expiredBody: string;
  notFound: string;
  notFoundBody: string;
  continueLink: string;
  cards: Record<CardNote, string>;
}

export type FormError =
  | 'email_invalid'
  | 'number_incomplete'
  | 'number_unknown'
  | 'expiry_incomplete'
  | 'expiry_past'
  | 'cvc_incomplete'
  | 'name_missing';

export type CardNote = 'pays' | 'authenticates' | 'refused' | 'savable' | 'dispute' | 'inquiry';

const english: Texts = {
  language: 'en',
  test: 'TEST',
  testNotice: 'Test mode: no real card, no real money.',
  merchant: 'Test merchant',
  back: 'Back',
  pay: 'Pay',
  save: 'Save card',
  total: 'Total',
  saveCardTitle: 'Save a card',
  saveCardNotice: 'Nothing is charged now.',
  cardDetails: 'Card details',
  cardTitle: 'Pay by card',
  email: 'Email',
  cardNumber: 'Card number',
  expiry: 'Expiry date',
  expiryHint: 'MM / YY',
  cvc: 'Security code',
  name: 'Name on card',
  testCards: 'Test cards',
  keptCards: 'Your saved cards',
  debit: 'Pay by bank debit',
  debitNotice: 'The test account DE89 … 3000 is debited. Whether the bank pays is told some days later.',
  debitAgree: 'Agree to the debit',
  processing: 'Processing…',
  quantity: (quantity, unitPrice) => `${quantity} × ${unitPrice}`,
  errors: {
    email_invalid: 'Enter a valid email address.',
    number_incomplete: 'The card number is not valid. Check the digits.',
    number_unknown: 'Only test cards work here. Pick one from the list below.',
    expiry_incomplete: 'Enter the expiry date as MM / YY.',
    expiry_past: 'The expiry date is in the past.',
    cvc_incomplete: 'Enter the 3 digits on the back of the card.',
    name_missing: 'Enter the name on the card.',
  },
  declines: {
    insufficient_funds: 'The card has insufficient funds. Try another card.',
    expired_card: 'The card has expired. Try another card.',
    incorrect_cvc: 'The security code is incorrect.',
    processing_error: 'The card could not be processed. Try again in a moment or use another card.',
  },
  declined: 'The card was declined. Try another card.',
  authenticationFailed: 'Your bank could not confirm it was you. Try again or use another card.',
  authenticationTitle: '3D Secure test page',
  authenticationBody: 'This stands for the page of your bank. Choose how the confirmation ends.',
  authenticationComplete: 'Complete authentication',
  authenticationFail: 'Fail authentication',
  done: 'All done',
  doneBody: 'This payment page has been completed.',
  expired: 'This page has expired',
  expiredBody: 'Nothing was charged. Go back and start again.',
  notFound: 'Nothing here',
  notFoundBody: 'There is no such payment page.',
  continueLink: 'Continue',
  cards: {
    pays: 'pays',
    authenticates: 'asks for 3D Secure',
    refused: 'refused',
    savable: 'can be saved',
    dispute: 'pays, then disputes',
    inquiry: 'pays, then asks the bank',
  },
};

const turkish: Texts = {
  language: 'tr',
  test: 'TEST',
  testNotice: 'Test modu: gerçek kart kullanılmaz, para çekilmez.',
  merchant: 'Test işletmesi',
  back: 'Geri',
  pay: 'Öde:',
  save: 'Kartı kaydet',
  total: 'Toplam',
  saveCardTitle: 'Kart kaydet',
  saveCardNotice: 'Şimdi tahsilat yapılmaz.',
  cardDetails: 'Kart bilgileri',
  cardTitle: 'Kartla öde',
  email: 'E-posta',
  cardNumber: 'Kart numarası',
  expiry: 'Son kullanma',
  expiryHint: 'AA / YY',
  cvc: 'Güvenlik kodu',
  name: 'Kart üzerindeki ad',
  testCards: 'Test kartları',
  keptCards: 'Kayıtlı kartlarınız',
  debit: 'Banka hesabından öde',
  debitNotice: 'DE89 … 3000 test hesabından çekilir. Bankanın ödeyip ödemediği birkaç gün sonra belli olur.',
  debitAgree: 'Hesaptan çekimi onayla',
  processing: 'İşleniyor…',
  quantity: (quantity, unitPrice) => `${quantity} × ${unitPrice}`,
  errors: {
    email_invalid: 'Geçerli bir e-posta adresi girin.',
    number_incomplete: 'Kart numarası geçerli değil. Rakamları kontrol edin.',
    number_unknown: 'Burada yalnızca test kartları çalışır. Aşağıdaki listeden birini seçin.',
    expiry_incomplete: 'Son kullanma tarihini AA / YY biçiminde girin.',
    expiry_past: 'Son kullanma tarihi geçmiş.',
    cvc_incomplete: 'Kartın arkasındaki 3 haneyi girin.',
    name_missing: 'Kart üzerindeki adı girin.',
  },
  declines: {
    insufficient_funds: 'Kartın bakiyesi yetersiz. Başka bir kart deneyin.',
    expired_card: 'Kartın süresi dolmuş. Başka bir kart deneyin.',
    incorrect_cvc: 'Güvenlik kodu yanlış.',
    processing_error: 'Kart işlenemedi. Biraz sonra tekrar deneyin ya da başka bir kart kullanın.',
  },
  declined: 'Kart reddedildi. Başka bir kart deneyin.',
  authenticationFailed:
    'Bankanız siz olduğunuzu doğrulayamadı. Tekrar deneyin ya da başka bir kart kullanın.',
  authenticationTitle: '3D Secure test sayfası',
  authenticationBody: 'Bu sayfa bankanızın sayfasının yerine geçer. Doğrulamanın nasıl biteceğini seçin.',
  authenticationComplete: 'Doğrulamayı tamamla',
  authenticationFail: 'Doğrulamayı başarısız yap',
  done: 'İşlem tamam',
  doneBody: 'Bu ödeme sayfası tamamlandı.',
  expired: 'Bu sayfanın süresi doldu',
  expiredBody: 'Tahsilat yapılmadı. Geri dönüp yeniden başlayın.',
  notFound: 'Sayfa bulunamadı',
  notFoundBody: 'Böyle bir ödeme sayfası yok.',
  continueLink: 'Devam et',
  cards: {
    pays: 'öder',
    authenticates: '3D Secure ister',
    refused: 'reddedilir',
    savable: 'kaydedilebilir',
    dispute: 'öder, sonra itiraz eder',
    inquiry: 'öder, sonra bankasına sorar',
  },
};

/** The page's words: those of the session's locale, or of the browser's language for `auto` and none. */
export function textsFor(locale: string | null, acceptLanguage: string | undefined): Texts {
  const wanted = locale === null || locale === 'auto' ? (acceptLanguage ?? '') : locale;
  return wanted.toLowerCase().startsWith('tr') ? turkish : english;
}
