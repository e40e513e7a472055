import { inEnglish, type Sentence, say } from '../../sentence.ts';
import { joinTokens, type QueryAlternatives } from './join-tokens.ts';
import type { NearNode, PhraseNode, Query, QueryNode } from './query.ts';
import { gatherFilters, readField } from './query-filters.ts';
import { readTokens } from './query-tokens.ts';
import { understandQuery } from './understand-query.ts';

/** The most remarks that are made on one query. */
const remarkLimit = 8;

/** Each remark once. */
function eachOnce(remarks: readonly Sentence[]): Sentence[] {
  return [...new Map(remarks.map((remark) => [inEnglish(remark), remark])).values()];
}

/** The same for two nodes that ask for the same, however they were written. */
function keyOf(node: QueryNode): string {
  if (node.kind !== 'phrase') {
    const keys = node.of.map(keyOf).sort();
    return JSON.stringify([node.kind, node.kind === 'near' ? node.distance : 0, keys]);
  }
  return JSON.stringify([node.isExact, node.words.map(({ parts, joined, isPrefix }) => [parts, joined, isPrefix])]);
}

function distinct<Node extends QueryNode>(nodes: readonly Node[]): Map<string, Node> {
  const byKey = new Map<string, Node>();
  for (const node of nodes) {
    const key = keyOf(node);
    if (!byKey.has(key)) byKey.set(key, node);
  }
  return byKey;
}

function simplifyNear(node: PhraseNode | NearNode): PhraseNode | NearNode {
  if (node.kind === 'phrase') return node;
  const of = [...distinct(node.of).values()];
  const [first] = of;
  return first && of.length === 1 ? first : { ...node, of };
}

function nodeOf(alternatives: QueryAlternatives): QueryNode[] {
  const of = [...distinct(alternatives.of.map(simplifyNear)).values()];
  return of.length > 1 ? [{ kind: 'any', of }] : of;
}

/**
 * Reads a query of the language that `languageHelp` describes. Never fails: anything is a query, what was odd in it is
 * told by `remarks`, and one of punctuation only asks for nothing. With `typing` a word at the very end counts as the
 * beginning of one, unless it is to be left out, and what is half-typed there as nothing. What is said twice counts
 * once. Time is linear, and of very long queries only the first part is read.
 */
export function parseQuery(text: string, options: { readonly typing: boolean }): Query {
  const { typing } = options;
  const { groups, fields, remarks: remarksOnTokens } = joinTokens(readTokens(text, typing), typing);
  const read = fields.map((token) => readField(token.field, token.text, token.isNegated, token.isTyped));
  const { filters, remarks: remarksOnFilters } = gatherFilters(read.flatMap((field) => field.filters));
  const all = distinct(groups.filter((group) => !group.isNegated).flatMap(nodeOf));
  const none = distinct(groups.filter((group) => group.isNegated).flatMap(nodeOf));

  const remarks = [...remarksOnTokens, ...read.flatMap((field) => field.remarks), ...remarksOnFilters];
  if ([...all.keys()].some((key) => none.has(key))) {
    remarks.push(say(/*i18n*/ 'The same is asked for and left out, so nothing can match.'));
  }
  const parts = { all: [...all.values()], none: [...none.values()], filters };
  const isEmpty =
    parts.all.length === 0 && parts.none.length === 0 && read.every((field) => field.filters.length === 0);
  if (isEmpty && !typing && text.trim() !== '') remarks.push(say(/*i18n*/ 'There is no word in it to search for.'));
  return { ...parts, understood: understandQuery(parts), remarks: eachOnce(remarks).slice(0, remarkLimit) };
}
