import type { DocumentData } from 'firebase-admin/firestore';
import type { Documents } from '../documents';

/** A document that a query found, as much of it as the functions look at. */
interface Found {
  readonly id: string;
  readonly path: string;
  data(): DocumentData;
}

interface Answer {
  readonly docs: readonly Found[];
  readonly size: number;
  readonly empty: boolean;
}

/** As much of a Firestore query as the functions of the fuzz use. Nothing happens before `get`. */
export interface MemoryQuery {
  where(field: string, operator: '==' | 'in' | '<', value: unknown): MemoryQuery;
  orderBy(field: string): MemoryQuery;
  /** Whole documents come all the same; whoever asks for less reads less. */
  select(...fields: string[]): MemoryQuery;
  limit(most: number): MemoryQuery;
  startAfter(last: Found | undefined): MemoryQuery;
  get(): Promise<Answer>;
}

type Test = (data: DocumentData) => boolean;

interface Asked {
  readonly tests: readonly Test[];
  readonly order: string | null;
  readonly most: number;
  readonly after: Found | null;
}

/**
 * A query of one collection.
 * @param stored What is there when it is asked.
 * @param handedOut A document's fields as Firestore would hand them back.
 */
export function memoryQuery(
  stored: () => Documents,
  collection: string,
  handedOut: (data: DocumentData) => DocumentData,
  asked: Asked = { tests: [], order: null, most: Infinity, after: null },
): MemoryQuery {
  const narrowed = (more: Partial<Asked>) =>
    memoryQuery(stored, collection, handedOut, { ...asked, ...more });
  const query: MemoryQuery = {
    where: (field, operator, value) =>
      narrowed({ tests: [...asked.tests, (data) => holds(data[field], operator, value)] }),
    orderBy: (order) => narrowed({ order }),
    select: () => query,
    limit: (most) => narrowed({ most }),
    startAfter: (after) => narrowed({ after: after ?? null }),
    get: () => {
      const inOrder = [...stored()]
        .filter(([path, data]) => isIn(collection, path) && asked.tests.every((test) => test(data)))
        .sort(byFieldAndPath(asked.order));
      const from = 1 + inOrder.findIndex(([path]) => path === asked.after?.path);
      const docs = inOrder.slice(from, from + asked.most).map(([path, data]) => ({
        id: path.slice(collection.length + 1),
        path,
        data: () => handedOut(data),
      }));
      return Promise.resolve({ docs, size: docs.length, empty: docs.length === 0 });
    },
  };
  return query;
}

function isIn(collection: string, path: string): boolean {
  return path.startsWith(`${collection}/`) && !path.slice(collection.length + 1).includes('/');
}

function holds(actual: unknown, operator: '==' | 'in' | '<', value: unknown): boolean {
  switch (operator) {
    case '==':
      return actual === value;
    case 'in':
      return (value as readonly unknown[]).includes(actual);
    case '<':
      return (actual as Date) < (value as Date);
  }
}

/** As Firestore sorts: by the field, and what is alike there by name. */
function byFieldAndPath(field: string | null) {
  return ([aPath, a]: readonly [string, DocumentData], [bPath, b]: readonly [string, DocumentData]) => {
    const [left, right] = field === null ? [0, 0] : [Number(a[field]), Number(b[field])];
    return left === right ? (aPath < bPath ? -1 : 1) : left - right;
  };
}
