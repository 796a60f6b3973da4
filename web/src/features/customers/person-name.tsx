import { useProfile } from './use-profile';

/** A person's name by their id, for staff; the id while there is no profile, nothing yet while it is read. */
export function PersonName({ uid }: { uid: string }) {
  const profile = useProfile(uid);
  if (profile.status === 'loading') return <span aria-busy="true" />;
  return profile.status === 'ready' ? (profile.data?.displayName ?? uid) : null;
}
