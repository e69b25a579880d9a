import { inflateSync } from 'node:zlib';

interface Picture {
  readonly side: number;
  /** Red, green, blue and opacity of each dot. */
  readonly dots: Uint8ClampedArray;
}

const bytesPerDot = 4;

/** The dots of a square PNG file with four bytes a dot, as qrcode draws (W3C Portable Network Graphics, 9: filtering). */
export function readPng(file: Buffer): Picture {
  const side = file.readUInt32BE(16);
  const width = side * bytesPerDot;
  const data = inflateSync(Buffer.concat(chunksOf(file)));
  const dots = new Uint8ClampedArray(side * width);
  for (let y = 0; y < side; y += 1) {
    const filter = data[y * (width + 1)]!;
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const left = x < bytesPerDot ? 0 : dots[at - bytesPerDot]!;
      const up = y === 0 ? 0 : dots[at - width]!;
      const upLeft = x < bytesPerDot || y === 0 ? 0 : dots[at - width - bytesPerDot]!;
      const foretold = [0, left, up, (left + up) >> 1, nearest(left, up, upLeft)][filter]!;
      dots[at] = (data[y * (width + 1) + 1 + x]! + foretold) & 255;
    }
  }
  return { side, dots };
}

function chunksOf(file: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at))
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      found.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  return found;
}

/** Paeth: which of the three is nearest to what they foretell together. */
function nearest(left: number, up: number, upLeft: number): number {
  const far = (one: number): number => Math.abs(left + up - upLeft - one);
  if (far(left) <= far(up) && far(left) <= far(upLeft)) return left;
  return far(up) <= far(upLeft) ? up : upLeft;
}
