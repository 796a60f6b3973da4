import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Problem } from '../tools/problem';
import type { Mutation } from './mutations';

/** Where a mutation's file is, in a checkout. */
export function fileOf(root: string, { file }: Pick<Mutation, 'file'>): string {
  return resolve(root, 'functions', 'src', file);
}

/**
 * The mutated text of a file.
 * @throws Problem when the text to replace does not stand there exactly once: the source has moved on
 */
export function mutated(root: string, mutation: Mutation): string {
  const source = readFileSync(fileOf(root, mutation), 'utf8');
  const parts = source.split(mutation.from);
  if (parts.length !== 2) {
    throw new Problem(
      `"${mutation.name}" finds its text ${parts.length - 1} times in ${mutation.file}; it must be once.`,
    );
  }
  return parts.join(mutation.to);
}
