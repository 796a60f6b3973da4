import { startFirestore, type RunningFirestore } from './firestore';

let running: RunningFirestore | undefined;

/** Starts the one emulator of a Jest run and tells its address to the workers, which inherit our environment. */
export async function startForJest(): Promise<void> {
  running = await startFirestore();
  process.env.FIRESTORE_EMULATOR_HOST = running.host;
}

/** Ends the emulator of the Jest run. */
export async function stopForJest(): Promise<void> {
  await running?.stop();
}
