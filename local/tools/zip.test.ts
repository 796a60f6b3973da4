import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { spawnSync } from 'node:child_process';
import { zipOfOneFile } from './zip';

/** A reader of its own, from the end backwards as unzip programs do. */
function readZip(zip: Buffer): { name: string; content: Buffer; crc: number } {
  const end = zip.length - 22;
  expect(zip.readUInt32LE(end)).toBe(0x06054b50);
  expect(zip.readUInt16LE(end + 10)).toBe(1);
  const central = zip.readUInt32LE(end + 16);
  expect(zip.readUInt32LE(central)).toBe(0x02014b50);
  expect(central + zip.readUInt32LE(end + 12)).toBe(end);
  const local = zip.readUInt32LE(central + 42);
  expect(zip.readUInt32LE(local)).toBe(0x04034b50);
  expect(zip.subarray(local + 4, local + 30)).toEqual(zip.subarray(central + 6, central + 32));
  const nameLength = zip.readUInt16LE(local + 26);
  const start = local + 30 + nameLength + zip.readUInt16LE(local + 28);
  const data = zip.subarray(start, start + zip.readUInt32LE(local + 18));
  return {
    name: zip.toString('ascii', local + 30, local + 30 + nameLength),
    content: zip.readUInt16LE(local + 8) === 8 ? inflateRawSync(data) : data,
    crc: zip.readUInt32LE(local + 14),
  };
}

test.each([
  ['text', 'hello\n', 0x363a3020],
  ['nothing', '', 0],
  ['the check value of CRC-32', '123456789', 0xcbf43926],
])('a zip of %s reads back', (_label, text, crc) => {
  const zip = zipOfOneFile('folder/file.txt', Buffer.from(text));
  expect(readZip(zip)).toEqual({ name: 'folder/file.txt', content: Buffer.from(text), crc });
});

test('the same content makes the same bytes', () => {
  expect(zipOfOneFile('a', Buffer.from('x'))).toEqual(zipOfOneFile('a', Buffer.from('x')));
});

const python = spawnSync('python3', ['--version']).status === 0 ? test : test.skip;
python("Python's zipfile, which checks every header, accepts it", () => {
  const directory = mkdtempSync(join(tmpdir(), 'zip-'));
  const path = join(directory, 'a.zip');
  writeFileSync(path, zipOfOneFile('META-INF/MANIFEST.MF', Buffer.from('Manifest-Version: 1.0\n')));
  const script = 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), z.namelist())';
  expect(spawnSync('python3', ['-c', script, path], { encoding: 'utf8' }).stdout.trim()).toBe(
    "None ['META-INF/MANIFEST.MF']",
  );
  rmSync(directory, { recursive: true });
});
