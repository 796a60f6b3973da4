/** The seller and the numbering of the demo, as the functions read them from their environment. All made up. */
export const sellerSettings = {
  INVOICE_NUMBER_PREFIX: 'HYB',
  CREDIT_NOTE_NUMBER_PREFIX: 'HYB-CN',
  INVOICE_NUMBER_RESET: 'never',
  SELLER_NAME: 'Hyble Bulut Bilişim A.Ş.',
  SELLER_ADDRESS: 'Örnek Mahallesi Çınarlı Sokak No: 12 Kat: 3\n34000 Şişli / İstanbul',
  SELLER_COUNTRY: 'TR',
  SELLER_TAX_OFFICE: 'Zincirlikuyu',
  SELLER_TAX_ID: '4740512697',
  SELLER_EMAIL: 'fatura@hyble.example',
} as const;
