import { constants, createInflate, inflateSync } from 'node:zlib';

/** Bytes that a stream of a document unpacks to at most; the largest are pictures of whole pages. */
const mostUnpacked = 512 * 1024 * 1024;

/** Bytes that a stream is looked into whose content is packed once more; nobody packs much twice. */
const mostPackedTwice = 64 * 1024 * 1024;

/** How many times more than it has bytes a packed stream unpacks to at most. */
const largestRatio = 1032;

/** How often packed a stream may be. */
const mostLayers = 3;

/** How many bytes of a stream are unpacked to see what is in it. */
const looked = 512;

/** Whether data begins as what zlib has packed does. */
function isPacked(data: Uint8Array): boolean {
  const [method = 0, flags = 0] = data;
  return (method & 0x0f) === 8 && method >> 4 <= 7 && ((method << 8) | flags) % 31 === 0;
}

/** How many bytes data unpacks to, as far as it can be; no more than one above `limit` are counted. */
async function countUnpacked(data: Uint8Array, limit: number): Promise<number> {
  const inflate = createInflate();
  inflate.end(data);
  let count = 0;
  try {
    for await (const chunk of inflate) {
      count += (chunk as Buffer).length; // zlib gives its output in buffers.
      if (count > limit) return limit + 1;
    }
  } catch {
    // What is broken or ends too early unpacks to what there was before.
  }
  return count;
}

/** The first bytes of what data unpacks to; none where it is not packed. */
function peek(data: Uint8Array): Uint8Array {
  try {
    return inflateSync(data.subarray(0, looked), { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    // That is how zlib tells that it did not pack this.
    return new Uint8Array();
  }
}

/** Whether data unpacks to more than is read, also where what comes out is packed again. */
async function isTooLarge(data: Uint8Array, layer: number): Promise<boolean> {
  if (!isPacked(data)) return false;
  if (data.length * largestRatio > mostUnpacked && (await countUnpacked(data, mostUnpacked)) > mostUnpacked)
    return true;
  const inner = peek(data);
  if (inner.length === 0 || !isPacked(inner) || peek(inner).length === 0) return false;
  if (layer >= mostLayers) return true;
  try {
    const options = { maxOutputLength: mostPackedTwice, finishFlush: constants.Z_SYNC_FLUSH };
    return await isTooLarge(inflateSync(data, options), layer + 1);
  } catch {
    // It unpacks to more than that, or is broken.
    return (await countUnpacked(data, mostPackedTwice)) > mostPackedTwice;
  }
}

/**
 * Whether a stream of the PDF would unpack to more than a document has, which pdf.js does not look at: it would take all memory there is. Streams
 * that are encrypted, or packed in other ways than zlib’s, are not looked into.
 */
export async function hasBomb(bytes: Uint8Array): Promise<boolean> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    const start = at + (file[at + 6] === 0x0d ? 8 : 7);
    const end = file.indexOf('endstream', start);
    if (await isTooLarge(file.subarray(start, end === -1 ? file.length : end), 1)) return true;
    if (end === -1) return false;
    at = end + 3;
  }
  return false;
}
