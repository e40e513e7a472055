import { printable } from './print-text.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
};

/**
 * `text` for an element or a quoted attribute of HTML, where it stands for exactly that text; what XML forbids is printed
 * as U+FFFD. Line feeds stay.
 */
export function escapeHtml(text: string): string {
  return printable(text).replace(/[&<>"'\r]/gu, (character) => entities[character] ?? character);
}

/** `text` for an element of HTML, with each line feed as `<br>`. */
export function escapeHtmlLines(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>');
}

/** `text` as a string of CSS with its quotation marks, which may stand in a `<style>` element. */
export function quoteCss(text: string): string {
  const escaped = printable(text).replace(
    /[^\p{L}\p{N} ]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${escaped}"`;
}
