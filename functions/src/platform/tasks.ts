import { getFunctions } from 'firebase-admin/functions';
import { firestore } from './firestore';
import { REGION } from './params';

/** The queues of `index.ts`, and what a task of each is told. */
export interface TaskQueues {
  'tasks-checkPayment': { readonly paymentId: string };
  'tasks-advanceSubscription': { readonly subscriptionId: string };
  'tasks-retrySubscription': { readonly subscriptionId: string };
  'tasks-tellStripe': { readonly subscriptionId: string };
}

/** The one place that puts work into Cloud Tasks; a scheduled function makes one task of each subject that is due. */
export const tasks = {
  /**
   * @param id Names the work: the same again, while Cloud Tasks remembers it, is not queued twice.
   */
  async enqueue<Queue extends keyof TaskQueues>(
    queue: Queue,
    data: TaskQueues[Queue],
    id: string,
  ): Promise<void> {
    firestore(); // Starts the app that the queue belongs to.
    try {
      await getFunctions().taskQueue(`locations/${REGION}/functions/${queue}`).enqueue(data, { id });
    } catch (error) {
      if (!isQueuedAlready(error)) throw error;
    }
  },
};

const HOUR_MS = 60 * 60 * 1000;

/**
 * Names the work that is due for a subject in one hour's sweep. Twice in that hour it is the same work. The hour after
 * it is another: Cloud Tasks remembers names for some hours, and what failed must not wait for it to forget.
 */
export function dueTaskId(subjectId: string, dueAt: Date, now: Date): string {
  return `${subjectId}-${dueAt.getTime()}-${Math.floor(now.getTime() / HOUR_MS)}`;
}

function isQueuedAlready(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'functions/task-already-exists';
}
