import { launcherManifest } from './launcher-jar';

/** Joins continuation lines as Java does. */
const unfolded = (manifest: string): string => manifest.replaceAll('\r\n ', '');

test.each([
  ['a short path', '/opt/a.jar', 'file:///opt/a.jar'],
  ['a path with a space', '/Users/a b/emulator.jar', 'file:///Users/a%20b/emulator.jar'],
  ['a path longer than a line', `/${'long/'.repeat(60)}e.jar`, `file:///${'long/'.repeat(60)}e.jar`],
  ['a path of exactly one line', `/${'x'.repeat(50)}`, `file:///${'x'.repeat(50)}`],
])('%s', (_label, path, url) => {
  const manifest = launcherManifest('com.example.Main', path);
  expect(unfolded(manifest)).toBe(
    `Manifest-Version: 1.0\r\nMain-Class: com.example.Main\r\nClass-Path: ${url}\r\n`,
  );
  for (const line of manifest.split('\r\n')) expect(line.length).toBeLessThanOrEqual(70);
});
