import type { TokenRequest } from '../get-token-rules';

export type Lang = TokenRequest['lang'];

const tr = {
  testNotice: 'Deneme ödeme sayfası: gerçek kart bilgisi girmeyin.',
  cardHeading: 'Kartla ödeme',
  amount: 'Sepet tutarı',
  cardNumber: 'Kart numarası',
  cardName: 'Kart üzerindeki ad soyad',
  expiry: 'Son kullanma (AA/YY)',
  cvv: 'Güvenlik kodu (CVV)',
  instalments: 'Taksit',
  singlePayment: 'Tek çekim',
  plan: (count: number, each: string) => `${count} taksit: ${count} × ${each}`,
  total: 'Ödenecek tutar',
  pay: 'Ödemeyi yap',
  leave: 'Vazgeç',
  numberProblem: 'Bu sayfa yalnız deneme kartlarıyla çalışır; kart numarasını kontrol edin.',
  nameProblem: 'Kart üzerindeki ad soyadı yazın.',
  expiryProblem: 'Son kullanma tarihini AA/YY biçiminde yazın.',
  cvvProblem: 'Güvenlik kodu 3 hanelidir.',
  tryAnother: 'Kartınızdan tahsilat yapılmadı. Başka bir kartla deneyebilirsiniz.',
  secureHeading: '3D Secure doğrulaması',
  secureText: (card: string) => `${card} ile biten kartınız için cep telefonunuza gönderilen kodu girin.`,
  smsCode: 'SMS kodu',
  confirm: 'Onayla',
  cancel: 'İptal',
  paidHeading: 'Ödemeniz alındı',
  paidText: 'Mağazaya yönlendiriliyorsunuz.',
  endedHeading: 'Ödeme tamamlanmadı',
  endedText: 'Kartınızdan tahsilat yapılmadı.',
  unknownHeading: 'Ödeme sayfası geçerli değil',
  unknownText: 'Bağlantı hatalı ya da bu sipariş için yeni bir ödeme sayfası açılmış.',
  backToShop: 'Mağazaya dön',
};

const en: typeof tr = {
  testNotice: 'Test payment page: do not enter real card details.',
  cardHeading: 'Pay by card',
  amount: 'Order amount',
  cardNumber: 'Card number',
  cardName: 'Name on card',
  expiry: 'Expiry date (MM/YY)',
  cvv: 'Security code (CVV)',
  instalments: 'Instalments',
  singlePayment: 'Single payment',
  plan: (count, each) => `${count} instalments: ${count} × ${each}`,
  total: 'Total to pay',
  pay: 'Pay',
  leave: 'Cancel payment',
  numberProblem: 'This page works with test cards only; check the card number.',
  nameProblem: 'Enter the name on the card.',
  expiryProblem: 'Enter the expiry date as MM/YY.',
  cvvProblem: 'The security code has 3 digits.',
  tryAnother: 'Your card was not charged. You can try another card.',
  secureHeading: '3D Secure check',
  secureText: (card) => `Enter the code sent to your phone for the card ending in ${card}.`,
  smsCode: 'SMS code',
  confirm: 'Confirm',
  cancel: 'Cancel',
  paidHeading: 'Payment received',
  paidText: 'Taking you back to the shop.',
  endedHeading: 'Payment not completed',
  endedText: 'Your card was not charged.',
  unknownHeading: 'This payment page is not valid',
  unknownText: 'The link is wrong, or a newer payment page was opened for this order.',
  backToShop: 'Back to the shop',
};

export type Texts = typeof tr;
export const texts: Record<Lang, Texts> = { tr, en };

/** Minor units in the page's language: "₺1.000,00". */
export function formatMoney(minorUnits: number, currency: string, lang: Lang): string {
  const options = {
    style: 'currency',
    currency: currency === 'TL' ? 'TRY' : currency,
    currencyDisplay: 'narrowSymbol',
  } as const;
  return new Intl.NumberFormat(lang === 'tr' ? 'tr-TR' : 'en', options).format(minorUnits / 100);
}
