/** Text as a line of print has it: white space, line ends too, is one space, and none at the ends. No-break spaces stay. */
export function onOneLine(text: string): string {
  return text.replace(/[\t\n\v\f\r\u0085\u2028\u2029 ]+/gu, ' ').trim();
}
