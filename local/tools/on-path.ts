import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Is this a file that we may run? */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false; // Absent or forbidden: either way it cannot be run.
  }
}

/** Every executable file called `name` in the directories of `searchPath`, in their order, as real paths. */
export function allOnPath(name: string, searchPath = process.env.PATH ?? ''): string[] {
  return searchPath
    .split(delimiter)
    .filter((directory) => directory !== '')
    .map((directory) => join(directory, name))
    .filter(isExecutable)
    .map((path) => realpathSync(path));
}
