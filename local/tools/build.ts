import { ROOT } from './paths';
import { Problem } from './problem';
import { run } from './run';

/**
 * Builds one workspace, with `env` in its environment.
 * @throws Problem with what the build printed
 */
export async function build(workspace: 'functions' | 'web', env: Record<string, string> = {}): Promise<void> {
  const { code, output } = await run('npm', ['run', '--silent', 'build', '-w', workspace], {
    cwd: ROOT,
    env,
  });
  if (code !== 0) throw new Problem(`The build of ${workspace} failed:\n${output.trimEnd()}`);
}
