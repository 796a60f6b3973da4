import { stripVTControlCharacters } from 'node:util';

export type SuiteNews = 'ready' | 'functions not loaded';

/** What a line of firebase-tools' output says about the start of the suite, if anything. */
export function readSuiteLine(line: string): SuiteNews | undefined {
  if (line.includes('All emulators ready')) return 'ready';
  if (line.includes('Failed to load function definition from source')) return 'functions not loaded';
  return undefined;
}

/** The line without the codes that colour it. */
export function withoutColour(line: string): string {
  return stripVTControlCharacters(line);
}

/**
 * Is this a line for whoever watches: a warning or an error, of a function or of the emulators? The rest is bookkeeping,
 * and the demo's mails alone would push the addresses off the screen.
 */
export function isWorthShowing(line: string): boolean {
  return /^(>|⬢|Error:)/.test(line) && !line.includes('"severity":"INFO"');
}
