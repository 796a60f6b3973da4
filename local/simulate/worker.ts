/** The process of a simulation: the functions, and all that is around them. */
import { deploymentOf, gatewayKeys } from '../../functions/src/testing/deployment';
import type { SimulationSettings } from '../../functions/src/testing/simulation/simulate';
import type { Message } from './in-process';

async function work(settings: SimulationSettings): Promise<void> {
  const projectId = `demo-simulation-${process.pid}`;
  Object.assign(process.env, gatewayKeys('simulation'), deploymentOf(projectId, 'https://app.example'));
  const { simulate } = await import('../../functions/src/testing/simulation/simulate');
  const { firestore } = await import('../../functions/src/platform/firestore');
  const summary = await simulate(firestore(), settings, (month) => {
    tell({ month });
  });
  // Open clients of the code under test would keep the process alive.
  tell({ summary }, () => process.exit(0));
}

function tell(message: Message, then?: () => void): void {
  process.send?.(message, then);
}

// Nothing to report to: the run was interrupted.
process.once('disconnect', () => process.exit(1));

work(JSON.parse(process.argv[2] ?? '') as SimulationSettings).catch((error: unknown) => {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  tell({ reason }, () => process.exit(1));
});
