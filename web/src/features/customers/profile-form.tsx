import type { User } from '@hyble/billing-functions/src/schema/user';
import { Button, Group, NativeSelect, Text, TextInput, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice';
import { Problem } from '../../components/problem';
import { useIsOnline } from '../../lib/browser-state';
import { countriesByName } from '../../lib/countries';
import { currencyChoices } from '../../lib/currencies';
import { changeLanguage } from '../../lib/i18n';
import { LANGUAGES, toLocale } from '../../lib/i18n/locale';
import { useLocale } from '../../lib/i18n/use-locale';
import { useVisitor } from '../../lib/session';
import { useAction } from '../../lib/use-action';
import { draftOf, fieldsOf, hasTaxOffice, LONGEST, problemsOf } from './profile-draft';
import type { ProfileDraft } from './profile-draft';
import classes from './profile-form.module.css';
import { saveProfile } from './save-profile';

/** Whom invoices are made out to, and in what language and currency. Null is somebody without a profile yet. */
export function ProfileForm({ profile }: { profile: User | null }) {
  const { t } = useTranslation('account');
  const { t: common } = useTranslation();
  const visitor = useVisitor();
  const locale = useLocale();
  const isOnline = useIsOnline();
  const [draft, setDraft] = useState(() => draftOf(profile, locale));
  // A field is judged when it is left, and all of them when they are to be saved.
  const [left, setLeft] = useState<ReadonlySet<keyof ProfileDraft>>(new Set());
  const [isChecked, setIsChecked] = useState(false);
  const [isSaved, setIsSaved] = useState(false);
  const countries = useMemo(() => countriesByName(locale), [locale]);
  const problems = problemsOf(draft);
  const save = useAction(async () => {
    await saveProfile(visitor, fieldsOf(draft), profile === null);
    setIsSaved(true);
    await changeLanguage(draft.locale);
  });

  const field = (name: keyof ProfileDraft) => {
    const problem = problems[name];
    const isShown = problem !== undefined && (isChecked || (left.has(name) && draft[name] !== ''));
    return {
      name,
      value: draft[name],
      error: isShown ? t(`profile.problems.${problem}`, { field: t(`profile.${name}`) }) : null,
      onBlur: () => {
        setLeft(new Set([...left, name]));
      },
      onChange: (event: { currentTarget: { value: string } }) => {
        const { value } = event.currentTarget;
        setDraft({ ...draft, [name]: name === 'locale' ? toLocale(value) : value });
        setIsSaved(false);
      },
    };
  };
  const text = (name: keyof typeof LONGEST) => ({
    ...field(name),
    label: t(`profile.${name}`),
    maxLength: LONGEST[name],
  });
  const isTurkish = draft.country === 'TR';

  return (
    <form
      noValidate
      aria-label={common('profileTitle')}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        const [first] = Object.keys(problems);
        if (first === undefined) void save.run();
        else event.currentTarget.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      }}
    >
      <section className={classes.section}>
        <Title order={2}>{t('profile.billing')}</Title>
        <TextInput
          {...text('displayName')}
          description={t('profile.displayNameHint')}
          autoComplete="name"
          required
        />
        <NativeSelect
          {...field('country')}
          label={t('profile.country')}
          autoComplete="country"
          required
          data={[
            ...(draft.country === '' ? [{ value: '', label: t('profile.choose') }] : []),
            ...countries.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
        <TextInput {...text('line1')} autoComplete="address-line1" required />
        <TextInput {...text('line2')} autoComplete="address-line2" />
        <div className={classes.pair}>
          <TextInput {...text('postalCode')} autoComplete="postal-code" />
          <TextInput {...text('city')} autoComplete="address-level2" required />
        </div>
        <div className={classes.pair}>
          <TextInput
            {...text('taxId')}
            label={t(isTurkish ? 'profile.taxIdTurkish' : 'profile.taxId')}
            description={t(isTurkish ? 'profile.taxIdTurkishHint' : 'profile.taxIdHint')}
            inputMode={isTurkish ? 'numeric' : 'text'}
          />
          {hasTaxOffice(draft) && (
            <TextInput {...text('taxOffice')} description={t('profile.taxOfficeHint')} required />
          )}
        </div>
      </section>
      <section className={classes.section}>
        <Title order={2}>{t('profile.preferences')}</Title>
        <div className={classes.pair}>
          <NativeSelect
            {...field('locale')}
            label={t('profile.locale')}
            description={t('profile.localeHint')}
            data={LANGUAGES.map((language) => ({ value: language.locale, label: language.name }))}
          />
          <NativeSelect
            {...field('currency')}
            label={t('profile.currency')}
            description={t('profile.currencyHint')}
            data={currencyChoices(draft.currency)}
          />
        </div>
      </section>
      {save.error !== null && <Problem title={t('profile.failed')} />}
      {isSaved && <Notice meaning="good" role="status" icon={IconCircleCheck} title={t('profile.saved')} />}
      <Group gap="md">
        <Button type="submit" loading={save.isRunning} disabled={!isOnline}>
          {t('profile.save')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('profile.futureOnly')}
        </Text>
      </Group>
    </form>
  );
}
