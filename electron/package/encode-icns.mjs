/**
 * The kinds of picture in a macOS icon that are kept as PNG, by the width of the picture in pixels. Several are one picture
 * for screens of one and of two pixels a point.
 *
 * @type {readonly (readonly [string, number])[]}
 */
const kinds = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

/** @param {string} kind @param {Uint8Array} content @returns {Buffer} with the length of both before it */
function toBlock(kind, content) {
  const head = Buffer.alloc(8, kind, 'latin1');
  head.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([head, content]);
}

/**
 * The pictures as a macOS icon (.icns).
 *
 * @param {ReadonlyMap<number, Uint8Array>} pngs by their width: 32, 64, 128, 256, 512 and 1024
 * @returns {Buffer}
 * @throws {Error} where one of them is not there
 */
export function encodeIcns(pngs) {
  const blocks = kinds.map(([kind, size]) => {
    const png = pngs.get(size);
    if (png === undefined) throw new Error(`An icon for macOS needs a picture of ${size} pixels.`);
    return toBlock(kind, png);
  });
  return toBlock('icns', Buffer.concat(blocks));
}
