/**
 * Answers for the same words what it answered before. For Intl's formatters: to make one takes a hundred times as long
 * as to format with it, and a list asks for one in every cell.
 */
export function remembered<Words extends string[], Answer>(
  make: (...words: Words) => Answer,
): (...words: Words) => Answer {
  const made = new Map<string, Answer>();
  return (...words) => {
    const key = words.join(' ');
    const known = made.get(key);
    if (known !== undefined) return known;
    const answer = make(...words);
    made.set(key, answer);
    return answer;
  };
}
