import type { Locale } from '@hyble/billing-functions/src/schema/common';
import { useTranslation } from 'react-i18next';
import { toLocale } from './locale';

export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return toLocale(i18n.language);
}
