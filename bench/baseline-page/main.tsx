/**
 * What the invoice page cannot do without, and nothing else: React, who is signed in, one document listened to. It
 * lies beside the app on the same host, and so shares its sign-in and its emulators.
 */
import { initializeApp } from 'firebase/app';
import {
  connectAuthEmulator,
  indexedDBLocalPersistence,
  initializeAuth,
  onAuthStateChanged,
} from 'firebase/auth';
import { connectFirestoreEmulator, doc, getFirestore, onSnapshot } from 'firebase/firestore';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

const settings = new URLSearchParams(location.search);
const setting = (name: string) => settings.get(name) ?? '';

const app = initializeApp({ projectId: setting('projectId'), apiKey: setting('apiKey') });
const auth = initializeAuth(app, { persistence: indexedDBLocalPersistence });
connectAuthEmulator(auth, `http://${setting('authHost')}`, { disableWarnings: true });
const firestore = getFirestore(app);
connectFirestoreEmulator(firestore, '127.0.0.1', Number(setting('firestorePort')));

function useStatus(path: string): string {
  const [status, setStatus] = useState('');
  useEffect(() => {
    let stop: (() => void) | undefined;
    const stopAuth = onAuthStateChanged(auth, (user) => {
      stop?.();
      if (user === null) return;
      stop = onSnapshot(doc(firestore, path), (snapshot) => {
        if (snapshot.exists()) setStatus(String(snapshot.get('status')));
      });
    });
    return () => {
      stop?.();
      stopAuth();
    };
  }, [path]);
  return status;
}

function Status() {
  const status = useStatus(setting('document'));
  return <p data-status={status}>{status}</p>;
}

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Status />);
