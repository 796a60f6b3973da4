import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

/** The root of the checkout. */
export const ROOT = resolve(__dirname, '..', '..');

/** The folder of everything that is made while the project runs on this machine; git ignores it. */
export const LOCAL_FILES = resolve(ROOT, '.local');

/** A folder under `.local`, made if it is not there. */
export function localFolder(...names: string[]): string {
  const path = resolve(LOCAL_FILES, ...names);
  mkdirSync(path, { recursive: true });
  return path;
}
