import type { Locale } from '../../schema/common';
import type { MailFacts, MailWords, SubscriptionMail } from './subscription-mail';

type Words = Record<SubscriptionMail, (facts: MailFacts) => MailWords>;

const mail = (
  leadsTo: MailWords['leadsTo'],
  button: string,
  subject: string,
  ...paragraphs: string[]
): MailWords => ({ leadsTo, button, subject, paragraphs });

const tr: Words = {
  started: ({ plan, amount, number }) =>
    mail(
      'SUBSCRIPTION',
      'Aboneliği aç',
      `${plan} aboneliğiniz başladı`,
      `${number} numaralı faturanın ${amount} tutarındaki ödemesi alındı ve aboneliğiniz başladı.`,
    ),
  trialStarted: ({ plan, amount, date }) =>
    mail(
      'SUBSCRIPTION',
      'Aboneliği aç',
      `${plan} aboneliğiniz başladı`,
      `Deneme süreniz ${date} tarihine kadar ücretsizdir. O gün ilk dönem için ${amount} tahsil edilir; dilediğiniz zaman iptal edebilirsiniz.`,
    ),
  paymentDue: ({ plan, amount, number }) =>
    mail(
      'INVOICE',
      'Faturayı öde',
      `${number} numaralı faturanız: ${amount}`,
      `${plan} aboneliğinizin yeni dönemi başladı. ${amount} tutarındaki faturanızı bugün ödeyin.`,
    ),
  paymentFailed: ({ plan, amount, number }) =>
    mail(
      'INVOICE',
      'Faturayı öde',
      `${number} numaralı faturanın ödemesi alınamadı`,
      `${plan} aboneliğinizin ${amount} tutarındaki ödemesini kartınızdan alamadık. Faturayı başka bir kartla ödeyebilirsiniz.`,
    ),
  retryAhead: ({ plan, amount, number, date }) =>
    mail(
      'CARDS',
      'Kartı güncelle',
      `${date} tarihinde tekrar deneyeceğiz: kartınızı güncelleyin`,
      `${plan} aboneliğinizin ${number} numaralı faturası için ${amount} tutarındaki ödemeyi kartınızdan alamadık.`,
      'Kartınızı güncellerseniz ödemeyi hemen deneriz. Hizmetiniz şu anda çalışmaya devam ediyor.',
    ),
  cardRefused: ({ plan, amount, number, date }) =>
    mail(
      'CARDS',
      'Kartı güncelle',
      `${number} numaralı faturanın ödemesi alınamadı`,
      `Bankanız ${plan} aboneliğinizin ${amount} tutarındaki ödemesini reddetti. Bu kartı tekrar denemeyeceğiz; başka bir kart ekleyin ya da faturayı ödeyin.`,
      `Ödenmezse ${date} tarihinde yeniden hatırlatacağız. Hizmetiniz şu anda çalışmaya devam ediyor.`,
    ),
  lastNotice: ({ plan, amount, number, date }) =>
    mail(
      'INVOICE',
      'Faturayı öde',
      `Son hatırlatma: hizmet ${date} tarihinde durdurulacak`,
      `${plan} aboneliğinizin ${number} numaralı, ${amount} tutarındaki faturası hâlâ ödenmedi. O güne kadar öderseniz hizmetiniz kesintisiz sürer.`,
    ),
  reminded: ({ plan, amount, number, date }) =>
    mail(
      'INVOICE',
      'Faturayı öde',
      `Hatırlatma: ${number} numaralı faturanız ödenmedi`,
      `${plan} aboneliğinizin ${amount} tutarındaki faturası açık. Ödenmezse ${date} tarihinde yeniden hatırlatacağız.`,
    ),
  suspended: ({ plan, amount, number }) =>
    mail(
      'INVOICE',
      'Faturayı öde',
      'Hizmetiniz durduruldu',
      `${plan} aboneliğinizin ${number} numaralı faturası ödenmediği için hizmetiniz durduruldu. ${amount} ödendiğinde hizmet hemen yeniden açılır; durduğu günler döneminizden düşülmez.`,
    ),
  resumed: ({ plan, number }) =>
    mail(
      'SUBSCRIPTION',
      'Aboneliği aç',
      'Hizmetiniz yeniden açıldı',
      `${number} numaralı fatura ödendi; ${plan} aboneliğiniz kaldığı yerden devam ediyor.`,
    ),
  changed: ({ plan }) =>
    mail(
      'SUBSCRIPTION',
      'Aboneliği aç',
      `${plan} aboneliğiniz güncellendi`,
      `Aboneliğiniz artık ${plan} planında.`,
    ),
  ending: ({ plan, date }) =>
    mail(
      'SUBSCRIPTION',
      'İptali geri al',
      `${plan} aboneliğiniz ${date} tarihinde sona erecek`,
      'O güne kadar hizmetiniz çalışmaya devam eder. Fikrinizi değiştirirseniz iptali o güne kadar geri alabilirsiniz.',
    ),
  cancelled: ({ plan }) =>
    mail(
      'SUBSCRIPTION',
      'Aboneliği aç',
      `${plan} aboneliğiniz sona erdi`,
      'Abonelik kapandı ve başka tahsilat yapılmayacak.',
    ),
  renewalAhead: ({ plan, amount, date }) =>
    mail(
      'SUBSCRIPTION',
      'Aboneliği aç',
      `${plan} aboneliğiniz ${date} tarihinde yenilenecek`,
      `Yeni dönem o gün başlar ve tutarı ${amount}. Devam etmek için bir şey yapmanız gerekmez; planı o güne kadar değiştirebilir ya da aboneliği iptal edebilirsiniz.`,
    ),
};

const en: Words = {
  started: ({ plan, amount, number }) =>
    mail(
      'SUBSCRIPTION',
      'Open the subscription',
      `Your ${plan} subscription has started`,
      `We received ${amount} for invoice ${number}, and your subscription has started.`,
    ),
  trialStarted: ({ plan, amount, date }) =>
    mail(
      'SUBSCRIPTION',
      'Open the subscription',
      `Your ${plan} subscription has started`,
      `Your trial is free until ${date}. On that day the first period costs ${amount}; you can cancel whenever you like.`,
    ),
  paymentDue: ({ plan, amount, number }) =>
    mail(
      'INVOICE',
      'Pay the invoice',
      `Invoice ${number}: ${amount} due today`,
      `A new period of your ${plan} subscription has begun. Please pay ${amount} today.`,
    ),
  paymentFailed: ({ plan, amount, number }) =>
    mail(
      'INVOICE',
      'Pay the invoice',
      `Your payment for invoice ${number} failed`,
      `We could not charge your card ${amount} for your ${plan} subscription. You can pay the invoice with another card.`,
    ),
  retryAhead: ({ plan, amount, number, date }) =>
    mail(
      'CARDS',
      'Update the card',
      `We will try again on ${date}: update your card`,
      `We could not charge your card ${amount} for invoice ${number} of your ${plan} subscription.`,
      'When you update your card we try again at once. Your service keeps running for now.',
    ),
  cardRefused: ({ plan, amount, number, date }) =>
    mail(
      'CARDS',
      'Update the card',
      `Your payment for invoice ${number} failed`,
      `Your bank refused ${amount} for your ${plan} subscription. We will not charge this card again; add another one, or pay the invoice.`,
      `Unpaid, we will remind you on ${date}. Your service keeps running for now.`,
    ),
  lastNotice: ({ plan, amount, number, date }) =>
    mail(
      'INVOICE',
      'Pay the invoice',
      `Last notice: service pauses on ${date}`,
      `Invoice ${number} over ${amount} of your ${plan} subscription is still not paid. Paid by then, your service goes on without a break.`,
    ),
  reminded: ({ plan, amount, number, date }) =>
    mail(
      'INVOICE',
      'Pay the invoice',
      `Reminder: invoice ${number} is not paid`,
      `The invoice over ${amount} of your ${plan} subscription is open. Unpaid, we will remind you on ${date}.`,
    ),
  suspended: ({ plan, amount, number }) =>
    mail(
      'INVOICE',
      'Pay the invoice',
      'Your service is paused',
      `Your service is paused since invoice ${number} of your ${plan} subscription was not paid. It resumes as soon as you pay ${amount}; the days it stood still are not counted.`,
    ),
  resumed: ({ plan, number }) =>
    mail(
      'SUBSCRIPTION',
      'Open the subscription',
      'Your service is active again',
      `Invoice ${number} is paid; your ${plan} subscription goes on where it stopped.`,
    ),
  changed: ({ plan }) =>
    mail(
      'SUBSCRIPTION',
      'Open the subscription',
      `Your ${plan} subscription has changed`,
      `Your subscription is on the ${plan} plan now.`,
    ),
  ending: ({ plan, date }) =>
    mail(
      'SUBSCRIPTION',
      'Keep the subscription',
      `Your ${plan} subscription ends on ${date}`,
      'Your service runs until then, and until then you can change your mind.',
    ),
  cancelled: ({ plan }) =>
    mail(
      'SUBSCRIPTION',
      'Open the subscription',
      `Your ${plan} subscription has ended`,
      'It is closed, and nothing more will be charged.',
    ),
  renewalAhead: ({ plan, amount, date }) =>
    mail(
      'SUBSCRIPTION',
      'Open the subscription',
      `${plan} renews on ${date}`,
      `The new period begins that day and costs ${amount}. You need do nothing to go on; until then you can change the plan or cancel.`,
    ),
};

/** The words of every mail about a subscription, in both languages. */
export const SUBSCRIPTION_WORDS: Record<Locale, Words> = { tr, en };
