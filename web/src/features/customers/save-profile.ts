import { paths } from '@hyble/billing-functions/src/schema/paths';
import { doc, serverTimestamp, setDoc, updateDoc } from 'firebase/firestore';
import { firebase } from '../../lib/firebase';
import type { Visitor } from '../../lib/session';
import type { ProfileFields } from './profile-draft';

/**
 * Writes the visitor's own profile, the one document that the security rules let a browser write; the first time with
 * what identifies them. Resolves when the server has it.
 */
export async function saveProfile(
  { uid, email }: Visitor,
  fields: ProfileFields,
  isNew: boolean,
): Promise<void> {
  const reference = doc(firebase().firestore, paths.user(uid));
  const changed = { ...fields, updatedAt: serverTimestamp() };
  if (isNew)
    await setDoc(reference, { email, organizationIds: [], createdAt: serverTimestamp(), ...changed });
  else await updateDoc(reference, changed);
}
