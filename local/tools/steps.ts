/** `1.2 s`, of the time since `started` (as given by `Date.now()`). */
export function secondsSince(started: number): string {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}

/** Does a piece of work and says on one line what it is and how long it took. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now();
  process.stdout.write(`${name} … `);
  try {
    const result = await work();
    console.log(secondsSince(started));
    return result;
  } catch (error) {
    console.log('failed');
    throw error;
  }
}
