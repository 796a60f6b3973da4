const turns = new WeakMap<object, Promise<unknown>>();

/**
 * Runs the tasks of one key one after another within this instance, whatever becomes of each. For transactions
 * that all want one document: at once they only undo each other. Between instances the database decides.
 */
export function inTurn<Result>(key: object, task: () => Promise<Result>): Promise<Result> {
  const before = turns.get(key) ?? Promise.resolve();
  const turn = before.then(task, task);
  turns.set(key, turn);
  return turn;
}
