import type { DocumentData, Firestore } from 'firebase-admin/firestore';
import { dump } from '../documents';
import type { NewStorage } from './world';

/** The Firestore emulator as a storage, emptied before each run. */
export function inEmulator(db: Firestore, projectId: string): NewStorage {
  return async () => {
    const host = process.env.FIRESTORE_EMULATOR_HOST;
    if (host === undefined) throw new Error('FIRESTORE_EMULATOR_HOST is not set');
    const emptied = await fetch(
      `http://${host}/emulator/v1/projects/${projectId}/databases/(default)/documents`,
      { method: 'DELETE' },
    );
    if (!emptied.ok) throw new Error(`The emulator could not be emptied: ${emptied.status}`);
    return {
      db,
      documents: () => dump(db),
      store: async (documents) => {
        const batch = db.batch();
        for (const [path, data] of documents) batch.set(db.doc(path), data as DocumentData);
        await batch.commit();
      },
    };
  };
}
