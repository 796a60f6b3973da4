import { crc32 } from 'node:zlib';

/** Sizes and signatures of the three records of a zip file: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16. */
const LOCAL_HEADER = { signature: 0x04034b50, size: 30 };
const CENTRAL_HEADER = { signature: 0x02014b50, size: 46 };
const END_OF_DIRECTORY = { signature: 0x06054b50, size: 22 };

/** 1 January 1980, the first day that a zip can say: the same bytes for the same content, whenever it is written. */
const FIRST_DAY = (1 << 5) | 1;
const VERSION_NEEDED = 10;

/** A zip file that holds one file, stored without compression. `name` is its path, plain ASCII with `/`. */
export function zipOfOneFile(name: string, content: Buffer): Buffer {
  const path = Buffer.from(name, 'ascii');

  // The 26 bytes that the local and the central header have in common.
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(VERSION_NEEDED, 0);
  facts.writeUInt16LE(FIRST_DAY, 8); // after flags 0, method 0 (stored) and time 0
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(content.length, 14); // compressed
  facts.writeUInt32LE(content.length, 18); // uncompressed
  facts.writeUInt16LE(path.length, 22);

  const local = Buffer.alloc(LOCAL_HEADER.size);
  local.writeUInt32LE(LOCAL_HEADER.signature, 0);
  facts.copy(local, 4);

  const central = Buffer.alloc(CENTRAL_HEADER.size); // the file's local header is at offset 0
  central.writeUInt32LE(CENTRAL_HEADER.signature, 0);
  central.writeUInt16LE(VERSION_NEEDED, 4);
  facts.copy(central, 6);

  const end = Buffer.alloc(END_OF_DIRECTORY.size);
  end.writeUInt32LE(END_OF_DIRECTORY.signature, 0);
  end.writeUInt16LE(1, 8); // entries on this disk
  end.writeUInt16LE(1, 10); // entries
  end.writeUInt32LE(central.length + path.length, 12);
  end.writeUInt32LE(local.length + path.length + content.length, 16);

  return Buffer.concat([local, path, content, central, path, end]);
}
