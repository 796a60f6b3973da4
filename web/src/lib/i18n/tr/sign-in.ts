import type { Words } from '../catalogue';
import type english from '../en/sign-in';

export default {
  title: 'Giriş yap',
  lead: 'Faturalarınızı görün ve ödeyin.',
  email: 'E-posta adresi',
  password: 'Parola',
  submit: 'Giriş yap',
  showPassword: 'Parolayı göster',
  wrong: 'E-posta adresi veya parola doğru değil.',
  tooMany: 'Çok fazla deneme yapıldı. Birkaç dakika bekleyip tekrar deneyin.',
  offline: 'Bize ulaşılamıyor. Bağlantınızı kontrol edip tekrar deneyin.',
  failed: 'Giriş yapılamadı. Biraz sonra tekrar deneyin.',
  emailMissing: 'E-posta adresinizi girin.',
  passwordMissing: 'Parolanızı girin.',
  or: 'Parola olmadan',
  sendLink: 'Giriş bağlantısı gönder',
  emailInvalid: 'E-posta adresi eksik ya da hatalı.',
  sentTitle: 'E-postanıza bakın',
  sent: 'Adres kayıtlıysa bağlantıyı gönderdik.',
  sentHint:
    'Bağlantı bir kez ve yalnızca kısa bir süre geçerlidir. Bu tarayıcıda açarsanız adresi yeniden yazmanız gerekmez.',
  back: 'Girişe dön',
  linkOff: 'E-posta bağlantısıyla giriş burada açık değil. Parolanızla giriş yapın.',
  following: 'Giriş yapılıyor…',
  confirmEmail: 'Bağlantının gönderildiği adresi yazın.',
  follow: 'Devam et',
  expired: 'Bağlantının süresi doldu; yenisini isteyin.',
  otherAddress: 'Bağlantı başka bir adrese gönderilmişti.',
  newLink: 'Yeni bağlantı iste',
} satisfies Words<typeof english>;
