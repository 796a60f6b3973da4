import type { Write } from '../../core/decision';
import type { Locale } from '../../schema/common';
import type { PaymentMethod } from '../../schema/payment-method';
import type { User } from '../../schema/user';
import { mailWrite } from './mail';

interface Words {
  readonly subject: (lastFour: string) => string;
  readonly paragraphs: (name: string, lastFour: string, month: string) => readonly string[];
  readonly button: string;
}

const WORDS: Record<Locale, Words> = {
  tr: {
    subject: (lastFour) => `${lastFour} ile biten kartınızın süresi doluyor`,
    paragraphs: (name, lastFour, month) => [
      `Sayın ${name},`,
      `Aboneliğinizin ödendiği, ${lastFour} ile biten kart ${month} sonuna kadar geçerli. Aboneliğiniz kesilmesin diye yeni kartınızı ekleyin.`,
    ],
    button: 'Kartı güncelle',
  },
  en: {
    subject: (lastFour) => `Your card ending ${lastFour} expires soon`,
    paragraphs: (name, lastFour, month) => [
      `Dear ${name},`,
      `The card ending ${lastFour} that pays for your subscription is valid to the end of ${month}. Add your new card so that your subscription goes on.`,
    ],
    button: 'Update the card',
  },
};

/** Warns of a card that expires, once for each number of days ahead. */
export function cardExpiring(
  {
    id,
    userId,
    lastFour,
    expMonth,
    expYear,
  }: Pick<PaymentMethod, 'userId' | 'lastFour' | 'expMonth' | 'expYear'> & { readonly id: string },
  { locale, displayName }: Pick<User, 'locale' | 'displayName'>,
  { daysAhead, appUrl }: { readonly daysAhead: number; readonly appUrl: string },
): Write {
  const { subject, paragraphs, button } = WORDS[locale];
  const digits = lastFour ?? '····';
  const month = `${String(expMonth ?? 0).padStart(2, '0')}/${String(expYear ?? 0)}`;
  return mailWrite(`cardExpiring_${id}_${daysAhead}`, userId, {
    locale,
    subject: subject(digits),
    paragraphs: paragraphs(displayName, digits, month),
    button: { label: button, url: `${appUrl}/payment-methods` },
  });
}
