/**
 * Stands in the built program for the modules that citation-js would fetch addresses with (`sync-fetch`, `node-fetch`):
 * Attest gives it parsed objects only, and opens no connection.
 */
export default function fetchNothing(): never {
  throw new Error('Attest opens no connection.');
}

/** What citation-js asks of those modules besides. */
export class Headers {}

fetchNothing.Headers = Headers;
