import type * as english from '../en/errors';

export const errors: typeof english.errors = {
  OFFLINE: 'Çevrimdışısınız ya da bize ulaşılamıyor. Bağlantınızı kontrol edip tekrar deneyin.',
  UNAUTHENTICATED: 'Oturumunuz sona erdi. Yeniden giriş yapın.',
  PERMISSION_DENIED: 'Hesabınızın bu işlem için yetkisi yok; finans rolü gerekir.',
  INVALID_REQUEST: 'Formda geçersiz bir bilgi var. Kontrol edip tekrar deneyin.',
  INTERNAL: 'Bizden kaynaklanan bir sorun oluştu. Biraz sonra tekrar deneyin.',
  USER_NOT_FOUND: 'Böyle bir müşteri yok.',
  ORGANIZATION_NOT_FOUND: 'Böyle bir kuruluş yok.',
  NOT_A_MEMBER: 'Müşteri bu kuruluşun üyesi değil.',
  PRODUCT_NOT_FOUND: 'Faturadaki bir ürün artık yok.',
  PRODUCT_INACTIVE: 'Faturadaki bir ürün artık satılmıyor.',
  CURRENCY_MISMATCH: 'Bir ürünün fiyatı faturadan farklı bir para biriminde.',
  NEGATIVE_TOTAL: 'İndirimler faturanın geri kalanından büyük.',
  AMOUNT_TOO_LARGE: 'Toplam, tek fatura için çok büyük.',
  DUE_DATE_PAST: 'Vade tarihi geçmiş. Bugünü ya da ileri bir günü seçin.',
  SELLER_INCOMPLETE: 'Şirket bilgileri eksik. Eksik olan: {{missing}}.',
  BUYER_INCOMPLETE: 'Müşteri bilgileri eksik. Eksik olan: {{missing}}.',
  INVOICE_NOT_FOUND: 'Böyle bir fatura yok ya da görme yetkiniz bulunmuyor.',
  INVOICE_NOT_DRAFT: 'Fatura kesilmiş; artık değiştirilemez.',
  INVOICE_NOT_ISSUED: 'Fatura henüz taslak.',
  INVOICE_ALREADY_PAID: 'Bu fatura zaten ödenmiş. Tahsilat yapılmadı.',
  INVOICE_CANCELLED: 'Bu fatura iptal edildi; ödeme yapmanız gerekmez.',
  INVOICE_HAS_PAYMENTS: 'Faturanın ödemeleri var. İptal etmeden önce iade edin.',
  PAYMENT_PROCESSING: 'Devam eden bir ödeme var. Yeniden ödemeden önce sonucunu bekleyin.',
  PAYMENT_FINISHED: 'Bu ödeme denemesi sona erdi. Yeni bir deneme başlatın.',
  PAYMENT_NOT_FOUND: 'Böyle bir ödeme yok ya da görme yetkiniz bulunmuyor.',
  AMOUNT_MISMATCH: 'Tutar bu arada değişti. Kontrol edip tekrar deneyin.',
  CURRENCY_UNSUPPORTED: '{{gateway}} bu para biriminde ödeme alamıyor: {{currency}}.',
  TEST_MODE_MISMATCH: 'Ödeme hizmeti başka bir modda kurulmuş. Bize yazın.',
  GATEWAY_DECLINED: 'Ödeme hizmeti bu ödemeyi başlatmayı reddetti. Tahsilat yapılmadı; diğerini deneyin.',
  GATEWAY_UNAVAILABLE:
    'Ödeme hizmetine ulaşılamıyor. Tahsilat yapılmadı; birkaç dakika sonra tekrar deneyin.',
  GATEWAY_RESULT_UNKNOWN: 'Ödeme hizmeti henüz yanıt vermedi. Tekrar deneyin; iki kez tahsilat yapılmaz.',
  GATEWAY_NOT_CONFIGURED: 'Bu ödeme hizmeti şu anda kullanılamıyor. Diğerini seçin.',
  BAD_SIGNATURE: 'İstek doğrulanamadı.',
  STALE_SIGNATURE: 'İstek çok eski. Tekrar deneyin.',
  MALFORMED_BODY: 'İstek okunamadı.',
  BODY_TOO_LARGE: 'İstek çok büyük.',
};

export const paymentFailures: typeof english.paymentFailures = {
  GENERAL: 'Bankanız ödemeyi onaylamadı. Başka bir kart deneyin ya da bankanızı arayın.',
  FUNDS: 'Kart limiti veya bakiyesi yetersiz. Başka bir kart kullanın.',
  WRONG_DATA: 'Kart numarasını, son kullanma tarihini ve güvenlik kodunu kontrol edin.',
  EXPIRED_CARD: 'Kartın süresi dolmuş. Başka bir kart kullanın.',
  AUTHENTICATION_FAILED:
    '3D Secure doğrulaması tamamlanamadı. Bankadaki telefon numaranızı kontrol edip tekrar deneyin.',
  AUTHENTICATION_REQUIRED: 'Bu kartta 3D Secure zorunlu. Tekrar ödeyip onaylayın.',
  NOT_ALLOWED:
    'Kart bu işleme kapalı. Bankanızın uygulamasından internet alışverişine açın veya başka kart kullanın.',
  CURRENCY: 'Kart bu para birimiyle ödemeye uygun değil: {{currency}}.',
  INSTALLMENT: 'Bu karta taksit yapılamıyor. Tek çekim seçin.',
  SECURITY: 'Ödeme güvenlik kontrolünden geçemedi. Başka bir kart deneyin ya da bize yazın.',
  ABANDONED: 'Ödeme tamamlanmadı; kartınızdan tahsilat yapılmadı.',
  OUTAGE: 'Geçici bir sorun oluştu; tahsilat yapılmadı. Birkaç dakika sonra tekrar deneyin.',
};

export const liveProblems: typeof english.liveProblems = {
  DENIED: 'Burada bir şey yok ya da görme yetkiniz bulunmuyor.',
  OFFLINE: 'Şu anda bize ulaşılamıyor. Para hareketi olmadı.',
  FAILED: 'Bu bölüm yüklenemedi. Para hareketi olmadı.',
};

export const missingFields: typeof english.missingFields = {
  name: 'ad veya unvan',
  address: 'adres',
  taxId: 'vergi numarası',
  taxOffice: 'vergi dairesi',
  email: 'e-posta adresi',
  country: 'ülke',
};
