import type { DocumentPath } from '../../schema/paths';
import { paths } from '../../schema/paths';
import type { Trial } from '../../schema/trial';

/** A place where a trial is noted. */
export interface TrialRecord {
  readonly path: DocumentPath<Trial>;
  /** Of the record of an organization. */
  readonly organizationId: string | null;
}

/**
 * Where the trial of a customer is noted: as theirs, and as their organization's if it is for one. So neither a second
 * account in a company nor a second company of a customer brings another; a plan that is ended or changed meanwhile
 * does not either.
 */
export function trialsOf({
  userId,
  organizationId,
}: {
  readonly userId: string;
  readonly organizationId: string | null;
}): TrialRecord[] {
  const own = { path: paths.trial('user', userId), organizationId: null };
  if (organizationId === null) return [own];
  return [own, { path: paths.trial('organization', organizationId), organizationId }];
}
