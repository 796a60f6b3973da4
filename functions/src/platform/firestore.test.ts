import '../testing/environment';
import { initializeApp } from 'firebase-admin/app';
import { firestore } from './firestore';

test('another app in the process, such as the one of a Firestore trigger, does not count as ours', () => {
  initializeApp({ projectId: 'demo-another' }, 'another');
  expect(() => firestore()).not.toThrow();
});
