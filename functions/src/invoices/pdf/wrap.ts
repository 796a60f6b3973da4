/**
 * Breaks text into lines that `measure` finds no wider than `width`. Line feeds stay, other white space between
 * words becomes one space, a word wider than a line is cut.
 *
 * pdfkit lays out a text word by word, each with the space behind it, and remembers the result. Words are
 * measured in just that form here, so that drawing the lines measures nothing again.
 */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const line = paragraph
      .split(/[ \t\r\f\v]+/)
      .filter((word) => word !== '')
      .join(' ');
    return measure(line) <= width ? [line] : wrapParagraph(line, width, measure);
  });
}

function wrapParagraph(paragraph: string, width: number, measure: (text: string) => number): string[] {
  const space = measure(' ');
  const lines: string[] = [];
  let line = '';
  let lineWidth = 0;
  for (const word of paragraph.split(' ')) {
    const wordWidth = measure(`${word} `);
    if (line !== '' && lineWidth + wordWidth - space > width) {
      lines.push(line.trimEnd());
      line = '';
      lineWidth = 0;
    }
    if (wordWidth - space > width) {
      const pieces = cut(word, width, measure);
      const last = pieces.pop() ?? '';
      lines.push(...pieces);
      line = `${last} `;
      lineWidth = measure(line);
    } else {
      line += `${word} `;
      lineWidth += wordWidth;
    }
  }
  if (line !== '') lines.push(line.trimEnd());
  return lines;
}

/** Cuts a word into pieces that fit, by halving: at least one character a piece. */
function cut(word: string, width: number, measure: (text: string) => number): string[] {
  const pieces: string[] = [];
  let rest = Array.from(word);
  while (rest.length > 0) {
    let fits = 1;
    let tooLong = rest.length + 1;
    while (tooLong - fits > 1) {
      const middle = (fits + tooLong) >> 1;
      if (measure(rest.slice(0, middle).join('')) <= width) fits = middle;
      else tooLong = middle;
    }
    pieces.push(rest.slice(0, fits).join(''));
    rest = rest.slice(fits);
  }
  return pieces;
}
