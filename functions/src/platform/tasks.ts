import { getFunctions } from 'firebase-admin/functions';
import { firestore } from './firestore';
import { REGION } from './params';

/** The queues of `index.ts`, and what a task of each is told. */
export interface TaskQueues {
  'tasks-checkPayment': { readonly paymentId: string };
  'tasks-advanceSubscription': { readonly subscriptionId: string };
  'tasks-retrySubscription': { readonly subscriptionId: string };
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

function isQueuedAlready(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'functions/task-already-exists';
}
