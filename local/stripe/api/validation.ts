import type { z } from 'zod';
import { invalidRequest, missingParameter, type ApiError } from './errors';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** A parameter's name as Stripe writes it: `line_items[0][price_data][currency]`. */
function parameterName(path: Path): string {
  const [first, ...rest] = path.map(String);
  return (first ?? '') + rest.map((part) => `[${part}]`).join('');
}

function valueAt(sent: unknown, path: Path): unknown {
  let value = sent;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

/** The issues of the alternative that the value was meant for: the one that got furthest into it. */
function flatten(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const alternatives = issue.errors.map((issues) => issues.flatMap(flatten));
  const depth = (issues: Issue[]) => Math.max(0, ...issues.map((inner) => inner.path.length));
  const best = alternatives.toSorted((a, b) => depth(b) - depth(a));
  const meant = best[0] !== undefined && depth(best[0]) > 0 ? best[0] : (alternatives.at(-1) ?? []);
  return meant.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function unknownParameters(issue: z.core.$ZodIssueUnrecognizedKeys): ApiError {
  const names = issue.keys.map((key) => parameterName([...issue.path, key]));
  const plural = names.length > 1 ? 's' : '';
  return invalidRequest(`Received unknown parameter${plural}: ${names.join(', ')}`, {
    code: 'parameter_unknown',
    ...(names[0] !== undefined && { param: names[0] }),
  });
}

function emptyParameter(param: string): ApiError {
  return invalidRequest(
    `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; ` +
      `however '${param}' cannot be unset. You should remove '${param}' from your request or supply a ` +
      'non-empty value.',
    { code: 'parameter_invalid_empty', param },
  );
}

/** What Stripe would answer to parameters that zod refused. Stripe names one fault at a time. */
export function refusal(error: z.ZodError, sent: unknown): ApiError {
  const issues = error.issues.flatMap(flatten);
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys');
  if (unknown) return unknownParameters(unknown);
  const missing = issues.find((issue) => valueAt(sent, issue.path) === undefined);
  if (missing) return missingParameter(parameterName(missing.path));
  const [issue] = issues;
  const param = parameterName(issue?.path ?? []);
  if (issue === undefined || valueAt(sent, issue.path) === '') return emptyParameter(param);
  if (issue.code === 'invalid_type') return invalidRequest(`Invalid ${issue.expected}`, { param });
  const code: unknown = issue.code === 'custom' ? issue.params?.code : undefined;
  return invalidRequest(issue.message, { param, ...(typeof code === 'string' && { code }) });
}
