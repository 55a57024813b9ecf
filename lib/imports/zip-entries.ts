import { createInflateRaw } from 'node:zlib';

/** A file in a ZIP archive, as the archive's directory has it. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated; others are not read. */
  method: number;
  packed: number;
  unpacked: number;
  /** Where its local header begins. */
  offset: number;
}

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;

/**
 * Lists an archive's files from its directory.
 *
 * @returns null when the directory is missing or damaged, as in a file that was cut off; or when it is one of ZIP64's.
 */
export function listZipEntries(bytes: Buffer): ZipEntry[] | null {
  const end = findEnd(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  let place = bytes.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (place + 46 > bytes.length || bytes.readUInt32LE(place) !== ENTRY_MARK) return null;
    const nameLength = bytes.readUInt16LE(place + 28);
    entries.push({
      name: bytes.toString('utf8', place + 46, place + 46 + nameLength),
      method: bytes.readUInt16LE(place + 10),
      packed: bytes.readUInt32LE(place + 20),
      unpacked: bytes.readUInt32LE(place + 24),
      offset: bytes.readUInt32LE(place + 42),
    });
    place += 46 + nameLength + bytes.readUInt16LE(place + 30) + bytes.readUInt16LE(place + 32);
  }
  return entries;
}

function findEnd(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT);
  for (let place = bytes.length - END_SIZE; place >= first; place--) {
    if (bytes.readUInt32LE(place) === END_MARK) return place;
  }
  return null;
}

/** The packed bytes of an entry; null when they are not where the directory says. */
function findPacked(bytes: Buffer, { offset, packed }: ZipEntry): Buffer | null {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_MARK) return null;
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  return start + packed <= bytes.length ? bytes.subarray(start, start + packed) : null;
}

/** Thrown when an archive is not what its directory says. */
export class DamagedZip extends Error {}

/**
 * Unpacks an entry piece by piece, and no further than the directory says: an archive that lies about its size is found out
 * before it fills the memory.
 *
 * @throws DamagedZip when it is damaged, or is longer than it says.
 */
export async function* unpackEntry(bytes: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  const packed = findPacked(bytes, entry);
  if (!packed) throw new DamagedZip();
  if (entry.method === 0) {
    yield packed;
    return;
  }
  if (entry.method !== 8) throw new DamagedZip();
  const inflate = createInflateRaw();
  inflate.end(packed);
  let size = 0;
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      size += piece.byteLength;
      if (size > entry.unpacked) throw new DamagedZip();
      yield piece;
    }
  } catch {
    throw new DamagedZip();
  } finally {
    inflate.destroy();
  }
}
