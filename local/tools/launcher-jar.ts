import { pathToFileURL } from 'node:url';
import { zipOfOneFile } from './zip';

/** A manifest line holds at most 72 bytes with its line break; longer ones go on in the next, after a space. */
const LINE_LENGTH = 70;

/**
 * A jar that holds nothing but a manifest: `java -jar` on it runs `mainClass` of the jar at `classPath`.
 * The Firestore emulator of the Google Cloud SDK needs it, because its own jar names no main class.
 * @param classPath absolute path of the jar to run
 */
export function launcherJar(mainClass: string, classPath: string): Buffer {
  return zipOfOneFile('META-INF/MANIFEST.MF', Buffer.from(launcherManifest(mainClass, classPath)));
}

/** The manifest's text; the path is written as a file: URL, so it may hold spaces. */
export function launcherManifest(mainClass: string, classPath: string): string {
  const lines = [
    'Manifest-Version: 1.0',
    `Main-Class: ${mainClass}`,
    `Class-Path: ${pathToFileURL(classPath).href}`,
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function folded(line: string): string {
  if (line.length <= LINE_LENGTH) return line;
  return `${line.slice(0, LINE_LENGTH)}\r\n${folded(` ${line.slice(LINE_LENGTH)}`)}`;
}
