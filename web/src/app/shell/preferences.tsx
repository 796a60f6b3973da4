import { Group, NativeSelect, useMantineColorScheme } from '@mantine/core';
import type { MantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../../lib/i18n';
import { LANGUAGES, toLocale } from '../../lib/i18n/locale';
import { useLocale } from '../../lib/i18n/use-locale';

const SCHEMES: readonly MantineColorScheme[] = ['auto', 'light', 'dark'];

/** Language and appearance; both are remembered on this device. */
export function Preferences() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Group gap="xs" wrap="nowrap" grow>
      <NativeSelect
        size="xs"
        aria-label={t('language')}
        value={locale}
        onChange={(event) => {
          void changeLanguage(toLocale(event.currentTarget.value));
        }}
      >
        {LANGUAGES.map((language) => (
          <option key={language.locale} value={language.locale} lang={language.locale}>
            {language.name}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        size="xs"
        aria-label={t('colorScheme')}
        value={colorScheme}
        onChange={(event) => {
          const chosen = SCHEMES.find((scheme) => scheme === event.currentTarget.value);
          if (chosen !== undefined) setColorScheme(chosen);
        }}
      >
        {SCHEMES.map((scheme) => (
          <option key={scheme} value={scheme}>
            {t(`colorSchemes.${scheme}`)}
          </option>
        ))}
      </NativeSelect>
    </Group>
  );
}
