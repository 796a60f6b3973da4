/** A failure that we expected and can explain: its message is one clear sentence with a way out, no stack needed. */
export class Problem extends Error {
  override readonly name = 'Problem';
}
