import PDFDocument from 'pdfkit';
import type { Locale } from '../../schema/common';
import type { DocumentContent } from './document-content';
import { FONTS } from './fonts';
import { HEAD_HEIGHT, itemTable } from './item-table';
import { BOTTOM } from './layout';
import { notesBoxes } from './notes';
import { drawOpening } from './opening';
import { BODY_TOP, drawFooter, drawRunningHead } from './page-frame';
import { paginate } from './paginate';
import { createPen } from './pen';
import type { Pen } from './pen';
import { totalsBoxes } from './totals';

/** What a file says of itself, in a reader's properties window. */
export interface DocumentIdentity {
  readonly id: string;
  readonly locale: Locale;
  readonly author: string | null;
  /** The only instant in the file, and what the file's id is made of: a clock here would change the bytes. */
  readonly date: Date;
}

/** Draws a document as a PDF of A4 pages. The same content and identity give the same bytes. */
export async function renderDocument(content: DocumentContent, identity: DocumentIdentity): Promise<Buffer> {
  const document = openDocument(content, identity);
  draw(createPen(document), content);
  document.end();
  return collect(document);
}

function draw(pen: Pen, content: DocumentContent) {
  pen.newPage();
  const bodyTop = drawOpening(pen, content);
  const table = itemTable(pen, content.columns, content.rows);
  const boxes = [...table.rows, ...totalsBoxes(pen, content.totals), ...notesBoxes(pen, content.notes)];
  const pages = paginate(boxes, {
    first: BOTTOM - bodyTop - HEAD_HEIGHT,
    next: BOTTOM - BODY_TOP - HEAD_HEIGHT,
  });
  pages.forEach((onPage, index) => {
    let y = bodyTop;
    if (index > 0) {
      pen.newPage();
      drawRunningHead(pen, content);
      y = BODY_TOP;
    }
    if (onPage[0]?.isTableRow === true) {
      table.drawHead(pen, y);
      y += HEAD_HEIGHT;
    }
    for (const box of onPage) {
      box.draw(pen, y);
      y += box.height;
    }
    drawFooter(pen, content, { number: index + 1, of: pages.length });
    pen.endPage();
  });
}

function openDocument(
  content: DocumentContent,
  { id, locale, author, date }: DocumentIdentity,
): PDFKit.PDFDocument {
  const document = new PDFDocument({
    autoFirstPage: false,
    // Otherwise pdfkit opens Helvetica, which the document never uses.
    font: '',
    pdfVersion: '1.7',
    lang: locale,
    displayTitle: true,
    info: {
      Title: content.reference,
      ...(author !== null && { Author: author }),
      Keywords: id,
      Creator: 'Hyble Billing',
      CreationDate: date,
    },
  });
  // pdfkit takes fonts that fontkit has parsed; its types know files and buffers, and no parsed font is either.
  for (const [name, font] of Object.entries(FONTS)) document.registerFont(name, font as unknown as Buffer);
  return document;
}

async function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of document) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
