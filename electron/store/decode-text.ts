/**
 * The decoded text that positions refer to: UTF-8, a byte order mark dropped, CRLF and CR turned into LF. `null` where
 * the bytes are not UTF-8: a replacement character would falsify a quotation in silence.
 */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/gu, '\n');
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
