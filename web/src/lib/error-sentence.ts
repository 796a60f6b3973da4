import i18next from 'i18next';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { CallError } from './callable';
import type { CallErrorCode } from './callable';

export interface ErrorWords {
  readonly sentence: string;
  /** What to tell support. */
  readonly code: CallErrorCode;
}

/** A failed call in the reader's language. A code that is newer than this app reads as a general fault. */
export function errorWords(t: TFunction, error: unknown): ErrorWords {
  const { code, facts } =
    error instanceof CallError ? error : new CallError('INTERNAL', {}, { cause: error });
  // Those of subscriptions are worded beside their screens, which have loaded them.
  const key = [`errors.${code}`, `subscriptions:errors.${code}`].find((known) => i18next.exists(known));
  return { code, sentence: t((key ?? 'errors.INTERNAL') as 'errors.INTERNAL', readableFacts(t, facts)) };
}

export function useErrorWords(error: unknown): ErrorWords | null {
  const { t } = useTranslation();
  return error === null || error === undefined ? null : errorWords(t, error);
}

/** The server's names of fields, gateways and reasons, as people call them. */
function readableFacts(t: TFunction, facts: CallError['facts']): Record<string, string | number> {
  const named = { ...facts };
  if (typeof facts.missing === 'string') {
    named.missing = facts.missing
      .split(', ')
      .map((field) =>
        i18next.exists(`missingFields.${field}`)
          ? t(`missingFields.${field}` as 'missingFields.name')
          : field,
      )
      .join(', ');
  }
  const { problem } = facts;
  if (typeof problem === 'string' && i18next.exists(`statementProblems.${problem}`)) {
    named.problem = t(`statementProblems.${problem}` as 'statementProblems.ROW_DATE', facts);
  }
  if (facts.gateway === 'stripe' || facts.gateway === 'paytr') named.gateway = t(`gateways.${facts.gateway}`);
  return named;
}
