/** Tasks that run at a time: the emulator does not answer more any sooner. */
const TOGETHER = 8;

/** Runs the tasks a few at a time and answers their results in their order. */
export async function together<T>(tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  for (let start = 0; start < tasks.length; start += TOGETHER) {
    results.push(...(await Promise.all(tasks.slice(start, start + TOGETHER).map((task) => task()))));
  }
  return results;
}
