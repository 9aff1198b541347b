// Screenshots as small files. An editor's window has few colors; most of what a PNG of it spends goes to the many shades
// at the edges of letters. Here, the most frequent colors become a palette, and each rare shade the nearest of these.
// The format is that of https://www.w3.org/TR/png-3; the tools that do this well are not in the npm registry as
// plain JavaScript that is kept up.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Colors that differ by less than this in every channel count as one. */
const ALIKE = 4;

/** A PNG of a browser (8 bits a channel, RGB or RGBA, not interlaced), with a palette of at most `most` colors. */
export function withPalette(png, most = 64) {
  const { width, height, pixels } = decode(png);
  const palette = frequentColors(pixels, most);
  const nearest = new Map();
  const rows = Buffer.alloc((width + 1) * height); // each row begins with a 0: it is not filtered
  pixels.forEach((color, i) => {
    let index = nearest.get(color);
    if (index === undefined) nearest.set(color, (index = nearestTo(color, palette)));
    rows[i + 1 + Math.floor(i / width)] = index;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // 8 bits, by palette
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Every pixel as 0xRRGGBB, row by row. */
function decode(png) {
  let header;
  const data = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const kind = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') header = body;
    if (kind === 'IDAT') data.push(body);
    at += length + 12;
  }
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const [depth, type, , , interlaced] = header.subarray(8);
  const step = { 2: 3, 6: 4 }[type];
  if (depth !== 8 || step === undefined || interlaced !== 0) throw new Error('This PNG is not one of a browser.');
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * step;
  const pixels = new Uint32Array(width * height);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    const row = raw.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1));
    unfilter(filter, row, above, step);
    for (let x = 0; x < width; x++)
      pixels[y * width + x] = (row[x * step] << 16) | (row[x * step + 1] << 8) | row[x * step + 2];
    above = row;
  }
  return { width, height, pixels };
}

function unfilter(filter, row, above, step) {
  for (let i = 0; i < row.length; i++) {
    const left = i < step ? 0 : row[i - step];
    const up = above[i];
    const corner = i < step ? 0 : above[i - step];
    if (filter === 1) row[i] += left;
    else if (filter === 2) row[i] += up;
    else if (filter === 3) row[i] += (left + up) >> 1;
    else if (filter === 4) row[i] += paeth(left, up, corner);
  }
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((value) => Math.abs(guess - value));
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function frequentColors(pixels, most) {
  const counts = new Map();
  for (const color of pixels) counts.set(color, (counts.get(color) ?? 0) + 1);
  const palette = [];
  for (const [color] of [...counts].sort((a, b) => b[1] - a[1])) {
    if (palette.length === most) break;
    if (!palette.some((chosen) => apart(color, chosen) < ALIKE)) palette.push(color);
  }
  return palette;
}

const channels = (color) => [color >> 16, (color >> 8) & 255, color & 255];

/** The greatest difference in a channel. */
function apart(one, other) {
  const [r, g, b] = channels(other);
  return Math.max(Math.abs((one >> 16) - r), Math.abs(((one >> 8) & 255) - g), Math.abs((one & 255) - b));
}

function nearestTo(color, palette) {
  let best = 0;
  palette.forEach((candidate, i) => {
    if (apart(color, candidate) < apart(color, palette[best])) best = i;
  });
  return best;
}

function chunk(kind, body) {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
