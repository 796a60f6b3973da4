// Loaded into firebase-tools before it starts. It changes nothing of what the emulators do.
const { createRequire } = require('node:module');
const process = require('node:process');

// If the process that started the suite dies without stopping it, its end of our standard input closes: stop then.
process.stdin.on('end', () => process.kill(process.pid, 'SIGINT'));
process.stdin.resume();
process.stdin.unref();

// The Auth emulator compiles a validator for each of its hundreds of requests before it starts, which takes ten
// seconds of a core. Its library can also compile each one when it is first needed: choose that.
try {
  const options = createRequire(require.resolve('firebase-tools/package.json'))('exegesis/lib/options.js');
  const { compileOptions } = options;
  options.compileOptions = (given) => ({ ...compileOptions(given), lazyCompileValidationSchemas: true });
} catch (error) {
  process.emitWarning(`the emulators will start ten seconds later than they could: ${error.message}`);
}
