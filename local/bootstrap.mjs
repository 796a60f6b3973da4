// What `npm start`, `npm test` and `npm run bench` do first. It runs before anything is installed, so it imports
// nothing but Node's own modules.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Not `import.meta.dirname`: a Node too old to know it must come as far as the check below.
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OLDEST_NODE = [20, 19];

/**
 * Why this Node cannot run the project, or undefined if it can.
 * @param {string} version as in `process.versions.node`
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
  return `This project needs Node.js ${OLDEST_NODE.join('.')} or newer, and this is ${version}. Get it from nodejs.org.`;
}

/** The file that says for which lock file the dependencies were installed. */
const noteOf = (root) => join(root, 'node_modules', '.hyble-install');

function lockHash(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/**
 * Must dependencies be installed: is there none, or did the lock file change since?
 * @param {string} root the folder of package-lock.json and node_modules
 */
export function isInstallNeeded(root) {
  return !existsSync(noteOf(root)) || readFileSync(noteOf(root), 'utf8') !== lockHash(root);
}

/**
 * Notes that the dependencies of the present lock file are installed.
 * @param {string} root the folder of package-lock.json and node_modules
 */
export function noteInstalled(root) {
  writeFileSync(noteOf(root), lockHash(root));
}

async function install() {
  const started = Date.now();
  // Not to standard output, which belongs to the program that follows: `npm run bench -- --json` prints data.
  process.stderr.write('Installing dependencies (about a minute) … ');
  const { code, output } = await runNpmCi();
  if (code !== 0) {
    console.error('failed');
    console.error(output.trimEnd());
    console.error(
      '\n`npm ci` failed; the reason is above. Check that this machine reaches the npm registry ' +
        '(`npm ping`), then run the same command again.',
    );
    process.exit(1);
  }
  noteInstalled(ROOT);
  console.error(`${((Date.now() - started) / 1000).toFixed(0)} s`);
}

function runNpmCi() {
  // npm tells its scripts where it is; without that, the shell finds it (on Windows as npm.cmd).
  const npm = process.env.npm_execpath;
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm, 'ci']] : ['npm', ['ci']];
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, shell: command === 'npm' });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/**
 * Checks Node, installs what is missing and runs a TypeScript file in this same process.
 * @param {string} file relative to the root of the project
 */
export async function runTypeScript(file) {
  const problem = nodeProblem(process.versions.node);
  if (problem !== undefined) {
    console.error(problem);
    process.exit(1);
  }
  if (isInstallNeeded(ROOT)) await install();

  const { register } = await import('tsx/cjs/api');
  register();
  createRequire(import.meta.url)(join(ROOT, file));
}
