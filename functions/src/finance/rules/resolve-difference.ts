import type { Decision } from '../../core/decision';
import { update } from '../../core/decision';
import { must } from '../../platform/errors';
import type { Difference } from '../../schema/difference';
import { paths } from '../../schema/paths';
import type { Actor } from './audit';
import { auditWrite } from './audit';

/** Takes a parked difference off finance's list. Nothing else changes; a settled one keeps its first note. */
export function resolve(
  documents: { readonly difference: Difference | null },
  { differenceId, note, actor }: { differenceId: string; note: string; actor: Actor },
): Decision<{ differenceId: string }> {
  const { status } = must(documents.difference, 'DIFFERENCE_NOT_FOUND', { differenceId });
  const path = paths.difference(differenceId);
  return {
    writes:
      status === 'OPEN'
        ? [
            update(path, { status: 'RESOLVED', note }),
            auditWrite(actor, 'finance.resolveDifference', path, note),
          ]
        : [],
    result: { differenceId },
  };
}
