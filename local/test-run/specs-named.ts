import { Problem } from '../tools/problem';

/**
 * The spec files whose names contain one of the parts, as Playwright's filters: expressions that it holds against the
 * whole path. Without parts there is nothing to filter by.
 * @throws Problem when a part names none of them
 */
export function specsNamed(parts: readonly string[], files: readonly string[]): string[] {
  const specs = files.filter((file) => file.endsWith('.spec.ts'));
  const lost = parts.filter((part) => !specs.some((file) => file.includes(part)));
  if (lost.length > 0) {
    const names = specs.map((file) => file.replace(/\.spec\.ts$/, '')).join(', ');
    throw new Problem(`No browser test is named like "${lost.join('", "')}". There are: ${names}.`);
  }
  return specs
    .filter((file) => parts.some((part) => file.includes(part)))
    .map((file) => `/${file.replaceAll('.', '\\.')}$`);
}
