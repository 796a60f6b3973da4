import { inflateSync } from 'node:zlib';

export interface PdfText {
  readonly text: string;
  /** Points from the page's left edge, and of the baseline from its top edge. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface PdfContent {
  /** Title, Author, … as a reader's properties window shows them. */
  readonly info: Readonly<Record<string, string>>;
  readonly language: string | null;
  /** The texts of each page in the order drawn. */
  readonly pages: readonly (readonly PdfText[])[];
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream: Buffer | null;
}

type Objects = ReadonlyMap<string, PdfObject>;

/**
 * Reads the text out of a PDF the way a reader copies it: by the embedded fonts' ToUnicode maps, so that a letter
 * counts only when its font says which one it is. Understands what pdfkit writes, not every PDF.
 */
export function readPdf(bytes: Buffer): PdfContent {
  const source = bytes.toString('latin1');
  const objects = readObjects(bytes, source);
  const trailer = source.slice(source.lastIndexOf('trailer'));
  const root = follow(objects, trailer, 'Root');
  const info = [...follow(objects, trailer, 'Info').dictionary.matchAll(/\/(\w+) (\d+) 0 R/g)];
  return {
    info: Object.fromEntries(
      info.map(([, key = '', id = '']) => [key, textString(get(objects, id).dictionary)]),
    ),
    language: /\/Lang \((\w+)\)/.exec(root.dictionary)?.[1] ?? null,
    pages: references(follow(objects, root.dictionary, 'Pages').dictionary, 'Kids').map((id) =>
      readPage(objects, get(objects, id)),
    ),
  };
}

/** The texts of a page on one line each, left to right, for looking up what stands beside what. */
export function linesOf(page: readonly PdfText[]): string[] {
  const lines = new Map<number, PdfText[]>();
  for (const text of page) lines.set(text.y, [...(lines.get(text.y) ?? []), text]);
  return [...lines.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, texts]) =>
      texts
        .toSorted((a, b) => a.x - b.x)
        .map((text) => text.text)
        .join(' | '),
    );
}

function readObjects(bytes: Buffer, source: string): Objects {
  const table = source.slice(Number(/startxref\s+(\d+)/.exec(source.slice(-64))?.[1]));
  const offsets = [...table.matchAll(/^(\d{10}) \d{5} n/gm)].map(([, offset]) => Number(offset));
  return new Map(offsets.map((offset, index) => [String(index + 1), readObject(bytes, source, offset)]));
}

const STREAM = '\nstream\n';

function readObject(bytes: Buffer, source: string, offset: number): PdfObject {
  const start = source.indexOf('\n', offset) + 1;
  const end = source.indexOf('\nendobj', offset);
  const streamAt = source.indexOf(STREAM, offset);
  if (streamAt === -1 || streamAt > end) return { dictionary: source.slice(start, end), stream: null };
  const dictionary = source.slice(start, streamAt);
  const from = streamAt + STREAM.length;
  const raw = bytes.subarray(from, from + Number(/\/Length (\d+)/.exec(dictionary)?.[1]));
  return { dictionary, stream: dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw };
}

function get(objects: Objects, id: string): PdfObject {
  const object = objects.get(id);
  if (object === undefined) throw new Error(`The PDF has no object ${id}`);
  return object;
}

function follow(objects: Objects, dictionary: string, key: string): PdfObject {
  return get(objects, new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1] ?? key);
}

function references(dictionary: string, key: string): string[] {
  const list = new RegExp(`/${key} \\[([^\\]]*)\\]`).exec(dictionary)?.[1] ?? '';
  return [...list.matchAll(/(\d+) 0 R/g)].map(([, id = '']) => id);
}

function readPage(objects: Objects, page: PdfObject): PdfText[] {
  const height = Number(/\/MediaBox \[0 0 \S+ ([\d.]+)\]/.exec(page.dictionary)?.[1]);
  const fontList =
    /\/Font <<([^>]*)>>/.exec(follow(objects, page.dictionary, 'Resources').dictionary)?.[1] ?? '';
  const fonts = new Map(
    [...fontList.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [
      name,
      toUnicode(follow(objects, get(objects, id).dictionary, 'ToUnicode')),
    ]),
  );
  const content = follow(objects, page.dictionary, 'Contents').stream?.toString('latin1') ?? '';
  return [...content.matchAll(/BT\n1 0 0 1 (\S+) (\S+) Tm\n\/(\w+) (\S+) Tf\n([\s\S]*?)ET\n/g)].map(
    ([, x, y, font = '', size, shown = '']) => ({
      text: [...shown.matchAll(/<([0-9a-f]+)>/g)]
        .flatMap(([, glyphs = '']) => glyphs.match(/.{4}/g) ?? [])
        .map((glyph) => fonts.get(font)?.[Number.parseInt(glyph, 16)] ?? '\uFFFD')
        .join(''),
      x: Number(x),
      y: Math.round((height - Number(y)) * 100) / 100,
      size: Number(size),
    }),
  );
}

/** The text of each glyph, by its number in the font. */
function toUnicode(map: PdfObject): string[] {
  const ranges = map.stream?.toString('latin1').matchAll(/^<\w+> <\w+> \[(.*)\]$/gm) ?? [];
  return [...ranges].flatMap(([, entries = '']) =>
    [...entries.matchAll(/<([^>]*)>/g)].map(([, units = '']) =>
      String.fromCharCode(...units.split(' ').map((unit) => Number.parseInt(unit, 16))),
    ),
  );
}

/** A string object's text: Latin letters as they are, anything else in UTF-16 behind a byte order mark. */
function textString(object: string): string {
  const raw = object
    .trim()
    .slice(1, -1)
    .replace(/\\([\s\S])/g, (_, escaped: string) => ESCAPES[escaped] ?? escaped);
  if (!raw.startsWith('\xFE\xFF')) return raw;
  return Buffer.from(raw.slice(2), 'latin1').swap16().toString('utf16le');
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
