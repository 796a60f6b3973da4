import type { Request } from 'express';

/** Posted form fields; a field that was not posted counts as the empty string. */
export type Fields = Readonly<Partial<Record<string, string>>>;

/** The urlencoded fields of a request. A field posted twice is left out: PayTR knows no lists. */
export function postedFields(request: Request): Fields {
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** An optional field that was left empty is as good as not sent. */
export function nonEmpty(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : value;
}
