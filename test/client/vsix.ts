import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/* A .vsix file is a ZIP archive: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.7 and 4.3.12. */

const CENTRAL_ENTRY = 0x02014b50;
const CENTRAL_END = 0x06054b50;
const DEFLATED = 8;

/** The files of an archive by their names, unpacked. Without what this one never has: encryption, ZIP64, comments. */
export function listVSIX(file: string): ReadonlyMap<string, Buffer> {
  const data = readFileSync(file);
  const end = data.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || data.readUInt32LE(end) !== CENTRAL_END) throw new Error(`${file} is no archive`);
  const files = new Map<string, Buffer>();
  let at = data.readUInt32LE(end + 16);
  for (let left = data.readUInt16LE(end + 10); left > 0; left--) {
    if (data.readUInt32LE(at) !== CENTRAL_ENTRY) throw new Error(`${file} is damaged`);
    const method = data.readUInt16LE(at + 10);
    const size = data.readUInt32LE(at + 20);
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => data.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const name = data.toString('utf8', at + 46, at + 46 + nameLength);
    const local = data.readUInt32LE(at + 42);
    const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    const packed = data.subarray(start, start + size);
    files.set(name, method === DEFLATED ? inflateRawSync(packed) : packed);
    at += 46 + nameLength + extra + comment;
  }
  return files;
}
