import { Parser } from 'htmlparser2';

/** The text nodes of `html` one after the other, as a browser has them: what Taguette counts its offsets in. */
export function textOfHtml(html: string): string {
  const pieces: string[] = [];
  const parser = new Parser({ ontext: (text) => pieces.push(text) }, { decodeEntities: true });
  parser.end(html.replace(/\r\n?/gu, '\n'));
  return pieces.join('');
}
