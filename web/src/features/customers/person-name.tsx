import { useProfile } from './use-profile';

/** A person's name by their id, for staff; the id while there is no profile. */
export function PersonName({ uid }: { uid: string }) {
  const profile = useProfile(uid);
  return profile.status === 'ready' ? (profile.data?.displayName ?? uid) : null;
}
