import { inflateSync } from 'node:zlib';

const bytesPerPixel = 4;

/** @param {Buffer} png @returns {Buffer} what its IDAT chunks hold together */
function readImageData(png) {
  const parts = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return inflateSync(Buffer.concat(parts));
}

/** @param {number} left @param {number} above @param {number} aboveLeft @returns {number} PNG's guess of a byte */
function guess(left, above, aboveLeft) {
  const sum = left + above - aboveLeft;
  const [toLeft, toAbove, toBoth] = [Math.abs(sum - left), Math.abs(sum - above), Math.abs(sum - aboveLeft)];
  if (toLeft <= toAbove && toLeft <= toBoth) return left;
  return toAbove <= toBoth ? above : aboveLeft;
}

/** @param {number} filter @param {number} left @param {number} above @param {number} aboveLeft @returns {number} */
function predict(filter, left, above, aboveLeft) {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  return filter === 4 ? guess(left, above, aboveLeft) : 0;
}

/**
 * The pixels of a picture, RGBA from the top.
 *
 * @param {Uint8Array} picture a PNG with eight bits for each of RGBA, not interlaced
 * @returns {{ width: number, height: number, pixels: Buffer }}
 * @throws {Error} where it is another kind of PNG
 */
export function readPixels(picture) {
  const png = Buffer.from(picture);
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  if (png.readUInt32BE(24) !== 0x08_06_00_00 || png[28] !== 0) throw new Error('The PNG is not of 8-bit RGBA.');
  const data = readImageData(png);
  const row = width * bytesPerPixel;
  const pixels = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (row + 1)] ?? 0;
    for (let x = 0; x < row; x += 1) {
      const at = y * row + x;
      const left = x < bytesPerPixel ? 0 : (pixels[at - bytesPerPixel] ?? 0);
      const above = y === 0 ? 0 : (pixels[at - row] ?? 0);
      const aboveLeft = x < bytesPerPixel || y === 0 ? 0 : (pixels[at - row - bytesPerPixel] ?? 0);
      pixels[at] = ((data[y * (row + 1) + 1 + x] ?? 0) + predict(filter, left, above, aboveLeft)) & 0xff;
    }
  }
  return { width, height, pixels };
}
