/** Reasons a payment fails. The callback carries the Turkish text; the customer reads the page's language. */
export interface Failure {
  /** `failed_reason_code` of the callback. */
  code: number;
  tr: string;
  en: string;
}

export const failures = {
  insufficientFunds: {
    code: 0,
    tr: 'Kart limiti yetersiz; banka işlemi onaylamadı.',
    en: 'The card limit is not sufficient; the bank did not approve the payment.',
  },
  wrongCardData: {
    code: 0,
    tr: 'Son kullanma tarihi veya güvenlik kodu (CVV) hatalı.',
    en: 'The expiry date or the security code (CVV) is wrong.',
  },
  notAuthenticated: {
    code: 1,
    tr: '3D Secure doğrulaması yapılmadı. Lütfen tekrar deneyin ve işlemi tamamlayın.',
    en: '3D Secure was not completed. Please try again and finish the check.',
  },
  authenticationFailed: {
    code: 2,
    tr: '3D Secure doğrulaması başarısız. Lütfen tekrar deneyin ve kodu doğru girin.',
    en: '3D Secure failed. Please try again and enter the right code.',
  },
  transferNotFound: {
    code: 4,
    tr: 'Havale/EFT ödemesi tespit edilemedi.',
    en: 'The bank transfer could not be found.',
  },
  abandoned: {
    code: 6,
    tr: 'Müşteri ödemeyi tamamlamadan sayfadan ayrıldı veya süre doldu.',
    en: 'The payment was left unfinished or its time ran out.',
  },
  noInstalments: {
    code: 8,
    tr: 'Bu karta seçilen taksit yapılamıyor.',
    en: 'The chosen instalments are not available for this card.',
  },
  cardNotAuthorised: {
    code: 9,
    tr: 'Mağazanın bu kartla işlem yetkisi bulunmuyor.',
    en: 'The merchant may not take payments with this card.',
  },
  threeDSecureNeeded: {
    code: 10,
    tr: 'Bu kartla 3D Secure doğrulaması olmadan ödeme yapılamaz.',
    en: 'This card cannot be charged without 3D Secure.',
  },
  fraudSuspected: {
    code: 11,
    tr: 'İşlem güvenlik denetiminden geçemedi.',
    en: 'The payment did not pass the security check.',
  },
} as const satisfies Record<string, Failure>;
