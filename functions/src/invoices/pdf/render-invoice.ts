import PDFDocument from 'pdfkit';
import type { Invoice } from '../../schema/invoice';
import { invoiceContent } from './content';
import type { InvoiceContent } from './content';
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

/**
 * Draws an invoice as a PDF of A4 pages, in the invoice's language. The same invoice gives the same bytes.
 * Import this module only when a document is wanted: it brings pdfkit and the fonts.
 */
export async function renderInvoicePdf(invoice: Invoice & { id: string }): Promise<Buffer> {
  const content = invoiceContent(invoice);
  const document = openDocument(invoice, content);
  drawInvoice(createPen(document), content);
  document.end();
  return collect(document);
}

function drawInvoice(pen: Pen, content: InvoiceContent) {
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

function openDocument(invoice: Invoice & { id: string }, content: InvoiceContent): PDFKit.PDFDocument {
  const document = new PDFDocument({
    autoFirstPage: false,
    // Otherwise pdfkit opens Helvetica, which the document never uses.
    font: '',
    pdfVersion: '1.7',
    lang: invoice.locale,
    displayTitle: true,
    info: {
      Title: content.reference,
      ...(invoice.seller && { Author: invoice.seller.name }),
      Keywords: invoice.id,
      Creator: 'Hyble Billing',
      // The only instant in the file, and what its id is made of: a clock here would change the bytes.
      CreationDate: invoice.issueDate ?? invoice.createdAt,
    },
  });
  // pdfkit takes parsed fonts; its types know only files and buffers.
  for (const [name, font] of Object.entries(FONTS)) document.registerFont(name, font as unknown as Buffer);
  return document;
}

async function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of document) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
