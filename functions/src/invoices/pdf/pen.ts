import type { FontName, RuleStyle, TextStyle } from './layout';
import { PAGE } from './layout';
import { wrap } from './wrap';

type Document = PDFKit.PDFDocument;

/**
 * Draws on the current page. Heights of text are baselines, so that different sizes stand on one line. Font,
 * size and colour are set only when they change, and rules are stroked once a page: in a table of five hundred
 * lines these switches would cost as much as the text.
 */
export interface Pen {
  readonly text: (style: TextStyle, text: string, x: number, baseline: number) => void;
  /** Text that ends at `right`. `width` spares measuring it again. */
  readonly textRight: (
    style: TextStyle,
    text: string,
    right: number,
    baseline: number,
    width?: number,
  ) => void;
  readonly width: (style: TextStyle, text: string) => number;
  readonly wrap: (style: TextStyle, text: string, width: number) => string[];
  readonly rule: (style: RuleStyle, from: number, to: number, y: number) => void;
  readonly outline: (color: string, x: number, y: number, width: number, height: number) => void;
  readonly newPage: () => void;
  /** Strokes the page's rules; nothing may be drawn on it afterwards. */
  readonly endPage: () => void;
}

const ON_BASELINE: PDFKit.Mixins.TextOptions = { lineBreak: false, baseline: 'alphabetic' };
const OUTLINE_WIDTH = 1;
const OUTLINE_RADIUS = 3;

export function createPen(document: Document): Pen {
  let font: FontName | null = null;
  let size = 0;
  let color = '';
  const rules = new Map<RuleStyle, [from: number, to: number, y: number][]>();

  function select(style: TextStyle) {
    if (style.font !== font) document.font((font = style.font));
    if (style.size !== size) document.fontSize((size = style.size));
  }
  function measured(style: TextStyle) {
    select(style);
    return (text: string) => document.widthOfString(text);
  }
  function text(style: TextStyle, value: string, x: number, baseline: number) {
    select(style);
    if (style.color !== color) document.fillColor((color = style.color));
    document.text(value, x, baseline, ON_BASELINE);
  }

  return {
    text,
    textRight: (style, value, right, baseline, width = measured(style)(value)) => {
      text(style, value, right - width, baseline);
    },
    width: (style, value) => measured(style)(value),
    wrap: (style, value, width) => wrap(value, width, measured(style)),
    rule: (style, from, to, y) => {
      const ofStyle = rules.get(style);
      if (ofStyle === undefined) rules.set(style, [[from, to, y]]);
      else ofStyle.push([from, to, y]);
    },
    outline: (strokeColor, x, y, width, height) => {
      document.lineWidth(OUTLINE_WIDTH).roundedRect(x, y, width, height, OUTLINE_RADIUS).stroke(strokeColor);
    },
    newPage: () => {
      document.addPage({ size: [PAGE.width, PAGE.height], margin: 0 });
      color = '';
    },
    endPage: () => {
      for (const [style, lines] of rules) {
        for (const [from, to, y] of lines) document.moveTo(from, y).lineTo(to, y);
        document.lineWidth(style.width).stroke(style.color);
      }
      rules.clear();
    },
  };
}
