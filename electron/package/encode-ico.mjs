/** A picture this large is kept as PNG, which Windows reads since Vista; smaller ones as pixels, which everything reads. */
const pngFrom = 256;

/** @typedef {{ size: number, png: Uint8Array, pixels: Uint8Array }} Picture a square one; `pixels` are RGBA from the top */

/** @param {Picture} picture @returns {Buffer} as a bitmap without its file header: bottom up, BGRA, and an empty mask */
function toBitmap({ size, pixels }) {
  const header = Buffer.alloc(40);
  header.writeUInt32LE(header.length, 0);
  header.writeInt32LE(size, 4);
  // Twice the height: the mask is counted too.
  header.writeInt32LE(2 * size, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const image = Buffer.alloc(4 * size * size);
  for (let row = 0; row < size; row += 1) {
    const source = Buffer.from(pixels.subarray(4 * size * row, 4 * size * (row + 1)));
    for (let at = 0; at < source.length; at += 4) source.subarray(at, at + 3).reverse();
    source.copy(image, 4 * size * (size - 1 - row));
  }
  const maskRow = 4 * Math.ceil(size / 32);
  return Buffer.concat([header, image, Buffer.alloc(maskRow * size)]);
}

/**
 * The pictures as a Windows icon (.ico).
 *
 * @param {readonly Picture[]} pictures from 16 to 256 pixels wide
 * @returns {Buffer}
 */
export function encodeIco(pictures) {
  const bodies = pictures.map((picture) => (picture.size >= pngFrom ? Buffer.from(picture.png) : toBitmap(picture)));
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, { size }] of pictures.entries()) {
    const at = 6 + 16 * index;
    const length = bodies[index]?.length ?? 0;
    // One byte each for width and height, in which 0 stands for 256.
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += length;
  }
  return Buffer.concat([header, ...bodies]);
}
