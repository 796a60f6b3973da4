import '../testing/environment';
import type { EventEmitter } from 'node:events';
import { initializeApp } from 'firebase-admin/app';
import type { Firestore } from 'firebase-admin/firestore';
import { getFirestore } from 'firebase-admin/firestore';
import { create } from '../core/decision';
import { anInvoice } from '../invoices/testing/invoice-factory';
import { paths } from '../schema/paths';
import { firestore } from './firestore';
import { isAlreadyExists, transact, transactBesideCallbacks } from './transact';

const NOW = new Date('2026-03-10T12:00:00Z');
const db = firestore();

/** A decision that another one overtakes: the document that it creates is there when it commits. */
function overtaken(path: string) {
  let decided = 0;
  return async () => {
    decided += 1;
    if (decided > 1) return { writes: [], result: 'known already' };
    await db.doc(path).set({ by: 'the callback' });
    return { writes: [create(path, { by: 'the answer' })], result: 'first' };
  };
}

test('news that a callback has brought meanwhile is decided anew', async () => {
  const path = 'things/asked-for';
  expect(await transactBesideCallbacks(db, NOW, overtaken(path))).toBe('known already');
  expect((await db.doc(path).get()).get('by')).toBe('the callback');
});

test('a document that exists already is an error elsewhere', async () => {
  const failed = await transact(db, NOW, overtaken('things/told')).catch((error: unknown) => error);
  expect(isAlreadyExists(failed)).toBe(true);
});

test('a transaction that was closed under it is decided anew', async () => {
  // A client of its own, whose calls are watched.
  const own = getFirestore(initializeApp({}, 'closed-transaction'));
  const close = closer(own);
  const path = paths.invoice('closed');
  await own.doc(path).set(anInvoice());
  let decided = 0;
  const result = await transact(own, NOW, async (get) => {
    decided += 1;
    await get({ invoice: path });
    if (decided === 1) await close();
    await get({ invoice: path });
    return { writes: [create(paths.invoice(`copy${decided}`), anInvoice())], result: decided };
  });
  expect(result).toBe(2);
  expect((await own.doc(paths.invoice('copy1')).get()).exists).toBe(false);
  expect((await own.doc(paths.invoice('copy2')).get()).exists).toBe(true);
});

/** The client's inner methods, which its types do not show. */
interface Inner {
  formattedName: string;
  request: (method: string, body: object, tag: string) => Promise<unknown>;
  requestStream: (method: string, ...rest: unknown[]) => Promise<EventEmitter>;
}

/** Closes the transaction that the client has read in last, as the database does with one that waits too long. */
function closer(client: Firestore): () => Promise<void> {
  const inner = client as unknown as Inner;
  const { requestStream } = inner;
  let transaction: unknown;
  inner.requestStream = async (...call) => {
    const stream = await requestStream.apply(client, call);
    const emit = stream.emit.bind(stream);
    stream.emit = (event: string, ...values: unknown[]) => {
      const [answer] = values as [{ transaction?: Uint8Array } | undefined];
      if (event === 'data' && answer?.transaction?.length) ({ transaction } = answer);
      return emit(event, ...values);
    };
    return stream;
  };
  return async () => {
    await inner.request('rollback', { database: inner.formattedName, transaction }, 'test');
  };
}
