/**
 * What XML 1.0 forbids in a document: control characters other than tab, line feed and carriage return, halves of
 * surrogate pairs, U+FFFE and U+FFFF (https://www.w3.org/TR/xml/#charsets).
 */
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/**
 * `text` as a document can carry it: each character that XML 1.0 forbids stands as U+FFFD, the mark for a character that
 * cannot be shown. Nothing else changes, the length in code points neither.
 */
export function printable(text: string): string {
  return text.replace(forbidden, '\uFFFD');
}
