/** What means something anywhere in a line, in CommonMark, GitHub's dialect or Pandoc's with its typographic quotes. */
const activeAnywhere = /[\\`*_{}[\]<>&|~$^@"']|--+|\.\.+|!$|:(?=[\w+-]+:)/gu;
const activeAtLineStart = /^[#+=%:-]/u;
const listNumber = /^(\(?(?:\d+|[a-z]|[ivxlcdm]+))([.)])(?=\s|$)/iu;
const lostSpace = /^[ \t\f\v]+|[ \t\f\v]+$|[ \t]{2,}|[\t\r]/gu;

const escapeEach = (characters: string): string => [...characters].map((character) => `\\${character}`).join('');
const entitiesFor = (characters: string): string =>
  [...characters].map((character) => `&#${character.charCodeAt(0)};`).join('');

function escapeLine(line: string): string {
  return line
    .replace(activeAnywhere, escapeEach)
    .replace(activeAtLineStart, escapeEach)
    .replace(listNumber, '$1\\$2')
    .replace(lostSpace, entitiesFor);
}

/**
 * `text` as Markdown that renders as exactly that text: nothing in it is read as markup or made typographically nicer,
 * and its white space is kept. A line break becomes a hard one; `indent` is what the next line of source begins with,
 * for instance `> ` in a quotation. Something must follow in the same paragraph where `text` ends with a line break.
 */
export function escapeMarkdown(text: string, indent: string): string {
  return text.split('\n').map(escapeLine).join(`\\\n${indent}`);
}
