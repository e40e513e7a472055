/** A stretch of a query by its form alone. `isLast` where the text ends with it; `isNegated` where a minus is before it. */
export type QueryPiece = { readonly isNegated: boolean; readonly isLast: boolean } & (
  | { readonly kind: 'parenthesis' }
  | { readonly kind: 'bar' }
  /** What stands in quotation marks, with the word before a colon that leads it in, or `null`. */
  | { readonly kind: 'quotation'; readonly field: string | null; readonly text: string; readonly isClosed: boolean }
  | { readonly kind: 'field'; readonly field: string; readonly text: string }
  | { readonly kind: 'chunk'; readonly text: string }
);

/** The names that may stand before a colon. */
export const queryFields = ['tag', 'in', 'from', 'to', 'speaker', 'publisher', 'lang'] as const;
/** One of the names that may stand before a colon. */
export type QueryField = (typeof queryFields)[number];

const doubleMarks = '"“”„‟″＂';
const angleMarks = '«»';
const minus = '[-−－﹣](?![-−－﹣])';
const delimiter = `\\s${doubleMarks}${angleMarks}()（）`;
const quotation =
  `[${doubleMarks}](?<double>[^${doubleMarks}]*)(?<doubleEnd>[${doubleMarks}])?` +
  `|[${angleMarks}](?<angle>[^${angleMarks}]*)(?<angleEnd>[${angleMarks}])?`;
/** A number grouped by spaces, and a word hyphenated at a line's end, go on after white space. */
const goesOn = '(?<=\\d)[\\u00A0\\u202F\\u2009](?=\\d{3})|(?<=\\p{L})[-‐\\u00AD][^\\S\\n]*\\n[^\\S\\n]*(?=\\p{L})';
const piece = new RegExp(
  [
    '(?<parenthesis>[()（）])',
    '(?<bar>\\|+)',
    `(?<minus>${minus})?(?:(?<lead>\\p{L}{1,20}):)?(?:${quotation})`,
    `(?<fieldMinus>${minus})?(?<field>${queryFields.join('|')}):(?<value>[^${delimiter}]*)`,
    `(?<chunkMinus>${minus}(?=[^|${delimiter}]))?(?<chunk>(?:${goesOn}|[^|${delimiter}])+)`,
  ].join('|'),
  'giu',
);

/**
 * Takes a query apart, in time linear in its length: parentheses, bars, what is in quotation marks, fields, and chunks
 * without white space between them. Marks of one family (“” „“ "", or «») close each other; without a second one the
 * quotation runs to the end. Pieces come as they are asked for.
 */
export function* scanQuery(text: string): Generator<QueryPiece, void> {
  for (const match of text.matchAll(piece)) {
    const found = match.groups ?? {};
    const isLast = match.index + match[0].length === text.length;
    const isNegated = (found['minus'] ?? found['fieldMinus'] ?? found['chunkMinus']) !== undefined;
    const form = { isNegated, isLast };
    const quoted = found['double'] ?? found['angle'];
    if (found['parenthesis'] !== undefined) yield { ...form, kind: 'parenthesis' };
    else if (found['bar'] !== undefined) yield { ...form, kind: 'bar' };
    else if (quoted !== undefined) {
      const isClosed = (found['doubleEnd'] ?? found['angleEnd']) !== undefined;
      yield { ...form, kind: 'quotation', field: found['lead'] ?? null, text: quoted, isClosed };
    } else if (found['field'] !== undefined) {
      yield { ...form, kind: 'field', field: found['field'], text: found['value'] ?? '' };
    } else yield { ...form, kind: 'chunk', text: found['chunk'] ?? '' };
  }
}
