import { type Sentence, say } from '../../sentence.ts';
import type { NearNode, PhraseNode, QueryWord } from './query.ts';
import { findField } from './query-filters.ts';
import { plainPhrasesOf, queryWordLimit, queryWordsOf } from './query-words.ts';
import { listInWords, quoteQuery } from './quote-query.ts';
import { type QueryField, type QueryPiece, queryFields, scanQuery } from './scan-query.ts';

/** A condition, a field or an operator of a query, in the order of the query. */
export type QueryToken =
  | { readonly kind: 'term'; readonly isNegated: boolean; readonly node: PhraseNode | NearNode }
  | {
      readonly kind: 'field';
      readonly isNegated: boolean;
      readonly field: QueryField;
      readonly text: string;
      /** Whether it may still go on, because the query is being typed and ends here. */
      readonly isTyped: boolean;
    }
  | QueryOperator;

/** An operator; `distance` is for `NEAR` alone. `AND` says what holds anyway. */
export interface QueryOperator {
  readonly kind: 'operator';
  readonly name: 'AND' | 'OR' | 'NOT' | 'NEAR';
  readonly distance: number;
}

/** Tokens, with what was odd in the query so far. */
export interface QueryTokens {
  readonly tokens: readonly QueryToken[];
  readonly remarks: readonly Sentence[];
}

/** How many other words may stand between the words around `NEAR`, where no number says so. */
const usualDistance = 10;
const distanceLimit = 1000;
/** The most pieces of a query that are looked at, for one of nothing but punctuation, and the most UTF-16 units. */
const pieceLimit = 1000;
const textLimit = 8192;

const near = /^NEAR(?:\/(\d*))?$/u;
const nearWithNumber = /^near\/(\d+)$/iu;
const halfOperator = /^(?:O|N|NO|NE|NEA|A|AN)$/u;
const looksLikeField = /^(\p{L}{2,20}):(?=[\p{L}\p{N}])/u;

const remarkOnLength = say(/*i18n*/ 'The query is too long: only its beginning was used, at most {limit} words.', {
  limit: queryWordLimit,
});
const remarkOnParentheses = say(/*i18n*/ 'Parentheses mean nothing in a query and were left out.');
const remarkOnStar = say(/*i18n*/ 'A * stands for the rest of a word only right after its beginning, as in detain*.');

const remarkOnField = (name: string): Sentence => {
  const fields = listInWords(
    queryFields.map((field) => `${field}:`),
    'and',
  );
  return say(/*i18n*/ '{shown} is no field and was taken as a word; there are {fields}.', {
    shown: quoteQuery(`${name}:`),
    fields,
  });
};

const operator = (name: QueryOperator['name'], distance = 0): QueryToken => ({ kind: 'operator', name, distance });
const term = (node: PhraseNode, isNegated: boolean): QueryToken => ({ kind: 'term', node, isNegated });
const phrase = (words: readonly QueryWord[], isExact: boolean): PhraseNode => ({ kind: 'phrase', words, isExact });

function readOperator(text: string): QueryToken | null {
  if (text === 'AND' || text === 'OR' || text === 'NOT') return operator(text);
  const match = near.exec(text) ?? nearWithNumber.exec(text);
  if (!match) return null;
  return operator('NEAR', match[1] ? Math.min(Number(match[1]), distanceLimit) : usualDistance);
}

function readChunk(text: string, isNegated: boolean, isOpen: boolean): QueryTokens {
  const phrases = plainPhrasesOf(text, isOpen && !isNegated);
  const field = looksLikeField.exec(text)?.[1];
  const remarks = field === undefined ? [] : [remarkOnField(field)];
  if (/(?:^|[^\p{L}\p{M}\p{N}])\*|\*[\p{L}\p{N}]/u.test(text)) remarks.push(remarkOnStar);
  // What is left out is left out as it stands: `-either/or` must not leave out every “or”.
  if (isNegated && phrases.length > 1) {
    const words = phrases.flatMap((node) => node.words);
    return { tokens: [term(phrase(words, false), true)], remarks };
  }
  return { tokens: phrases.map((node) => term(node, isNegated)), remarks };
}

function readQuotation(piece: QueryPiece & { readonly kind: 'quotation' }, typing: boolean): QueryTokens {
  const { text, isNegated, isClosed, isLast } = piece;
  const remarks: Sentence[] = [];
  if (!isClosed && !typing && text.trim() !== '') {
    remarks.push(
      say(/*i18n*/ 'The quotation mark before {shown} is not closed: it was taken to reach to the end.', {
        shown: quoteQuery(text),
      }),
    );
  }
  const field = piece.field === null ? null : findField(piece.field);
  if (field) return { tokens: [{ kind: 'field', field, text, isNegated, isTyped: typing && isLast }], remarks };
  const tokens: QueryToken[] = [];
  if (piece.field !== null) {
    remarks.push(remarkOnField(piece.field));
    tokens.push(...readChunk(piece.field, isNegated, false).tokens);
  }
  const words = queryWordsOf(text, typing && isLast && !isClosed && !isNegated);
  if (words.length > 0) tokens.push(term(phrase(words, true), isNegated));
  return { tokens, remarks };
}

function readPiece(piece: QueryPiece, before: QueryToken | undefined, typing: boolean): QueryTokens {
  const isOpen = typing && piece.isLast;
  const isNegated = piece.isNegated || (before?.kind === 'operator' && before.name === 'NOT');
  if (piece.kind === 'parenthesis') return { tokens: [], remarks: [remarkOnParentheses] };
  if (piece.kind === 'bar') return { tokens: [operator('OR')], remarks: [] };
  if (piece.kind === 'quotation') return readQuotation({ ...piece, isNegated }, typing);
  const { text } = piece;
  if (piece.kind === 'field') {
    const field = findField(piece.field);
    if (field) return { tokens: [{ kind: 'field', field, text, isNegated, isTyped: isOpen }], remarks: [] };
    return readChunk(`${piece.field}:${text}`, isNegated, isOpen);
  }
  if (!piece.isNegated) {
    if (isOpen && before && halfOperator.test(text)) return { tokens: [], remarks: [] };
    const found = readOperator(text);
    if (found) return { tokens: [found], remarks: [] };
  }
  return readChunk(text, isNegated, isOpen);
}

function partsIn(token: QueryToken): number {
  if (token.kind !== 'term') return token.kind === 'field' ? 1 : 0;
  const phrases = token.node.kind === 'phrase' ? [token.node] : token.node.of;
  return phrases.reduce((sum, { words }) => sum + words.reduce((parts, word) => parts + word.parts.length, 0), 0);
}

/** The beginning of a phrase that has at most `parts` parts; `null` where not even its first word has so few. */
function cutTerm(token: QueryToken, parts: number): QueryToken | null {
  if (token.kind !== 'term' || token.node.kind !== 'phrase') return null;
  let left = parts;
  const words = token.node.words.filter((word) => {
    left -= word.parts.length;
    return left >= 0;
  });
  return words.length === 0 ? null : { ...token, node: { ...token.node, words } };
}

function cutText(query: string): string {
  if (query.length <= textLimit) return query;
  const space = query.lastIndexOf(' ', textLimit);
  return query.slice(0, space > 0 ? space : textLimit);
}

/**
 * The tokens of a query. Nothing is an error: what is odd comes with a remark, except, with `typing`, at the end of the
 * query, where it may go on. Of a long query only the first words count.
 */
export function readTokens(query: string, typing: boolean): QueryTokens {
  const text = cutText(query);
  const isCut = text.length < query.length;
  const tokens: QueryToken[] = [];
  const remarks: Sentence[] = isCut ? [remarkOnLength] : [];
  let left = queryWordLimit;
  let pieces = 0;
  for (const piece of scanQuery(text)) {
    const before = tokens.findLast((token) => token.kind !== 'operator' || token.name !== 'AND');
    const read = readPiece(piece, before, typing && !isCut);
    remarks.push(...read.remarks);
    for (const token of read.tokens) {
      const size = partsIn(token);
      const fitting = size <= left ? token : cutTerm(token, left);
      if (fitting) tokens.push(fitting);
      left -= size;
    }
    pieces += 1;
    if (left < 0 || pieces > pieceLimit) return { tokens, remarks: [...remarks, remarkOnLength] };
  }
  return { tokens, remarks };
}
