/**
 * Stands in the built program for `jszip`, with which mammoth would open archives: it is given the parts of a document, which were read
 * with our own limits, and never an archive.
 */
export function loadAsync(): never {
  throw new Error('Attest opens archives itself.');
}
