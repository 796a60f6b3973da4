import { parseArgs } from 'node:util';
import type { Figure } from './figure';

export interface Arguments {
  /** One JSON object a line instead of a table. */
  readonly json: boolean;
  /** The figures to measure. */
  readonly figures: readonly Figure[];
}

/**
 * Reads `--json` and `--only name` (several times for several; `webhook` means every figure `webhook.…`).
 * @throws Error, to be shown as it is, for what is neither
 */
export function readArguments(args: readonly string[], all: readonly Figure[]): Arguments {
  const options = { json: { type: 'boolean' }, only: { type: 'string', multiple: true } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const { json = false, only } = values;
  if (only === undefined) return { json, figures: all };
  const isMeant = (wanted: string, { name }: Figure) => name === wanted || name.startsWith(`${wanted}.`);
  const unknown = only.filter((wanted) => !all.some((figure) => isMeant(wanted, figure)));
  if (unknown.length > 0) {
    const names = all.map(({ name }) => `  ${name}`).join('\n');
    throw new Error(`There is no figure ${unknown.join(', ')}. There are:\n${names}`);
  }
  return { json, figures: all.filter((figure) => only.some((wanted) => isMeant(wanted, figure))) };
}
