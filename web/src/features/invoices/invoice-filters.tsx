import { dayOf } from '@hyble/billing-functions/src/core/calendar';
import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../components/announcer';
import { useNow } from '../../lib/browser-state';
import { daysOf, periodOf, PERIODS } from '../../lib/invoice-period';
import type { Days } from '../../lib/invoice-period';
import { INVOICE_SORTS, readDay, sortOf } from '../../lib/invoice-search';
import type { InvoiceSearch } from '../../lib/invoice-search';
import { useDraft } from '../../lib/use-draft';
import classes from './invoice-filters.module.css';

/** How long somebody stops typing before the list follows, in milliseconds. */
const PAUSE = 300;

interface InvoiceFiltersProps {
  readonly search: InvoiceSearch;
  /** `replace` where it only goes on with the change before, so that Back undoes them together. */
  readonly onChange: (change: Partial<InvoiceSearch>, options?: { readonly replace: boolean }) => void;
  /** How many invoices the search shows; null while it is on its way. */
  readonly shown: number | null;
}

/** Finds invoices by number and by day of issue, and puts them in order. */
export function InvoiceFilters({ search, onChange, shown }: InvoiceFiltersProps) {
  const { t } = useTranslation('invoiceSearch');
  useFoundNews(search, shown);
  return (
    <div role="search" aria-label={t('label')} className={classes.filters}>
      <NumberField search={search} onChange={onChange} />
      <PeriodFields search={search} onChange={onChange} />
      <NativeSelect
        className={classes.sort}
        label={t('sort')}
        value={sortOf(search)}
        // A search by number has an order of its own.
        disabled={search.number !== ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          const sort = INVOICE_SORTS.find((known) => known === value);
          if (sort !== undefined) onChange({ sort });
        }}
        data={INVOICE_SORTS.map((sort) => ({ value: sort, label: t(`sorts.${sort}`) }))}
      />
    </div>
  );
}

type FieldProps = Pick<InvoiceFiltersProps, 'search' | 'onChange'>;

function NumberField({ search, onChange }: FieldProps) {
  const { t } = useTranslation('invoiceSearch');
  const [draft, setDraft] = useDraft(search.number);
  const find = (text: string) => {
    const number = text.trim();
    if (number !== search.number) onChange({ number }, { replace: search.number !== '' });
  };
  const findSoon = useDebouncedCallback(find, PAUSE);
  return (
    <TextInput
      className={classes.number}
      type="search"
      name="number"
      autoComplete="off"
      spellCheck={false}
      maxLength={40}
      label={t('number')}
      placeholder={t('numberExample')}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={draft}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
        findSoon(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') find(draft);
      }}
    />
  );
}

function areSame(a: Days, b: Days): boolean {
  return a.from === b.from && a.to === b.to;
}

/** A period by its name, or by its first and last day once those are asked for. */
function PeriodFields({ search, onChange }: FieldProps) {
  const { t } = useTranslation('invoiceSearch');
  const today = dayOf(useNow(60_000));
  const named = periodOf(search, today);
  const [asksForDays, setAsksForDays] = useState(false);
  const [known, setKnown] = useState<Days>(search);
  const [typed, setTyped] = useState<Days>(search);
  if (!areSame(known, search)) {
    setKnown(search);
    // What changed the days otherwise, such as Back, or clearing the filters, asks for no days.
    if (!areSame(typed, search)) setAsksForDays(false);
  }
  const change = (days: Partial<Days>, options: { readonly replace: boolean }) => {
    setTyped({ from: search.from, to: search.to, ...days });
    setAsksForDays(true);
    onChange(days, options);
  };
  const shown = asksForDays ? 'own' : named;
  const isBackwards = search.from !== null && search.to !== null && search.to < search.from;
  return (
    <>
      <NativeSelect
        className={classes.period}
        label={t('period')}
        value={shown}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setAsksForDays(value === 'own');
          const period = PERIODS.find((known) => known === value);
          if (value === 'any') onChange({ from: null, to: null });
          else if (period !== undefined) onChange(daysOf(period, today));
        }}
        data={(['any', ...PERIODS, 'own'] as const).map((period) => ({
          value: period,
          label: t(`periods.${period}`),
        }))}
      />
      {shown === 'own' && (
        <>
          <DayField
            label={t('from')}
            day={search.from}
            onChange={(from) => {
              change({ from }, { replace: search.from !== null });
            }}
          />
          <DayField
            label={t('to')}
            day={search.to}
            error={isBackwards ? t('backwards') : null}
            onChange={(to) => {
              change({ to }, { replace: search.to !== null });
            }}
          />
        </>
      )}
    </>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly day: string | null;
  readonly error?: string | null;
  readonly onChange: (day: string | null) => void;
}

/** A day that counts once its year is whole. */
function DayField({ label, day, error = null, onChange }: DayFieldProps) {
  const [draft, setDraft] = useDraft(day ?? '');
  return (
    <TextInput
      className={classes.day}
      type="date"
      label={label}
      error={error}
      value={draft}
      onChange={(event) => {
        const { value } = event.currentTarget;
        setDraft(value);
        const read = readDay(value);
        if (read !== null || value === '') onChange(read);
      }}
    />
  );
}

/** Tells screen readers once what a changed search shows. */
function useFoundNews(search: InvoiceSearch, shown: number | null): void {
  const { t } = useTranslation('invoiceSearch');
  const announce = useAnnounce();
  const { tab, number, from, to, sort } = search;
  const asked = [tab, number, from, to, sort].join('|');
  const told = useRef(asked);
  useEffect(() => {
    if (shown === null || told.current === asked) return;
    told.current = asked;
    announce(t('found', { count: shown }));
  }, [asked, shown, announce, t]);
}
