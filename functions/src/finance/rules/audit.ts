import type { Write } from '../../core/decision';
import { create } from '../../core/decision';
import type { AuditEntry } from '../../schema/audit-entry';
import { paths } from '../../schema/paths';

/** Who acts, and the id under which the act is recorded. */
export interface Actor {
  readonly uid: string;
  readonly role: string | null;
  readonly auditId: string;
}

/** The record of an act, to be committed with it. `subject` is the document's path. */
export function auditWrite(
  actor: Actor,
  action: AuditEntry['action'],
  subject: string,
  reason: string | null = null,
): Write {
  return create(paths.auditEntry(actor.auditId), {
    actorId: actor.uid,
    actorRole: actor.role,
    action,
    subject,
    reason,
  });
}
