import type { Actor } from '../../finance/rules/audit';
import { derivedId } from '../../platform/ids';

const AUDIT_ID_LENGTH = 20;

/** The engine as the audit log names it. `subject` is the invoice that it acts on, `act` what it does. */
export function engineActor(act: 'issue' | 'cancel' | 'give-up', subject: string): Actor {
  return {
    uid: 'subscription-engine',
    role: null,
    auditId: derivedId(AUDIT_ID_LENGTH, 'audit', act, subject),
  };
}
