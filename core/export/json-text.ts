/** What JSON leaves as it is and XML, YAML or a terminal does not: controls, line separators, U+FEFF, U+FFFE, U+FFFF. */
const unsafe = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/gu;

/**
 * `value` as JSON on one line that may stand in XML, in HTML (once its markup is escaped) and in YAML: whatever one of
 * them forbids, and all control characters, are JSON escapes.
 */
export function writeJsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    unsafe,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
