import { XMLParser } from 'fast-xml-parser';
import { unreadable } from './statement';

/** An element: its text alone, or its children and attributes by name. */
export type XmlNode = string | { readonly [name: string]: XmlNode | readonly XmlNode[] };

const ATTRIBUTE = '@';
const TEXT = '#text';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: ATTRIBUTE,
  textNodeName: TEXT,
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  // Numeric character references, which the parser counts among HTML's.
  htmlEntities: true,
});

/**
 * Reads a document from outside. One that declares a document type is refused unread: a statement has none, and
 * only there can entities be declared that grow or reach out when expanded.
 * @throws BillingError STATEMENT_UNREADABLE
 */
export function parseXml(content: string): XmlNode {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(content)) unreadable('DOCUMENT_TYPE');
  try {
    // Without the check (`true`) a file that was cut short would lose lines and look whole. The parser's authors
    // mean to move it into a package of its own.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return parser.parse(content, true) as XmlNode;
  } catch {
    return unreadable('NOT_XML');
  }
}

/** The elements at the end of a path of names, all of them where some repeat. */
export function elements(node: XmlNode, ...path: readonly string[]): readonly XmlNode[] {
  return path.reduce<readonly XmlNode[]>((nodes, name) => nodes.flatMap((at) => named(at, name)), [node]);
}

/** The first such element that has text. */
export function textAt(node: XmlNode, ...path: readonly string[]): string | null {
  return (
    elements(node, ...path)
      .map(textOf)
      .find((text) => text !== '') ?? null
  );
}

/** The texts of all such elements. */
export function textsAt(node: XmlNode, ...path: readonly string[]): readonly string[] {
  return elements(node, ...path).map(textOf);
}

export function attributeOf(node: XmlNode, name: string): string | null {
  const [value] = named(node, `${ATTRIBUTE}${name}`);
  return typeof value === 'string' ? value : null;
}

function textOf(node: XmlNode): string {
  if (typeof node === 'string') return node.trim();
  const [text] = named(node, TEXT);
  return typeof text === 'string' ? text.trim() : '';
}

function named(node: XmlNode, name: string): readonly XmlNode[] {
  if (typeof node === 'string' || !Object.hasOwn(node, name)) return [];
  const found = node[name];
  if (found === undefined) return [];
  return isList(found) ? found : [found];
}

function isList(found: XmlNode | readonly XmlNode[]): found is readonly XmlNode[] {
  return Array.isArray(found);
}
