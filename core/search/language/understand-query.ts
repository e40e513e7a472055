import type { Query, QueryFilters, QueryNode } from './query.ts';
import { listInWords, quoteQuery } from './quote-query.ts';

function describeNode(node: QueryNode): string {
  if (node.kind === 'any') return `(${listInWords(node.of.map(describeNode), 'or')})`;
  if (node.kind === 'near') {
    const words = node.distance === 1 ? 'one word' : `${node.distance} words`;
    return `(${listInWords(node.of.map(describeNode), 'and')} with at most ${words} between)`;
  }
  const shown = quoteQuery(node.words.map(({ written, isPrefix }) => (isPrefix ? `${written}*` : written)).join(' '));
  if (node.isExact) return `exactly ${shown}`;
  return node.words.length > 1 ? `${shown} side by side` : shown;
}

function describeFilters(filters: QueryFilters): string[] {
  const { tags, notTags, from, to, speakers, publishers, languages } = filters;
  const all = (values: readonly string[]): string => listInWords(values.map(quoteQuery), 'and');
  const any = (values: readonly string[]): string => listInWords(values.map(quoteQuery), 'or');
  const said: string[] = [];
  if (tags.length > 0) said.push(`tagged ${all(tags)}`);
  if (notTags.length > 0) said.push(`not tagged ${any(notTags)}`);
  if (filters.in.length > 0) said.push(`in ${listInWords(filters.in, 'and')} only`);
  if (from !== null && to !== null) said.push(`dated ${from} to ${to}`);
  else if (from !== null) said.push(`dated ${from} or later`);
  else if (to !== null) said.push(`dated ${to} or earlier`);
  if (speakers.length > 0) said.push(`said by ${any(speakers)}`);
  if (publishers.length > 0) said.push(`published by ${any(publishers)}`);
  if (languages.length > 0) said.push(`in the language ${any(languages)}`);
  return said;
}

/** One English sentence that says what a query asks for. */
export function understandQuery({ all, none, filters }: Pick<Query, 'all' | 'none' | 'filters'>): string {
  const conditions = describeFilters(filters);
  if (none.length > 0) conditions.unshift(`without ${listInWords(none.map(describeNode), 'or')}`);
  if (all.length === 0 && conditions.length === 0) return 'There is nothing to search for yet.';
  const wanted = all.length === 0 ? 'anything' : listInWords(all.map(describeNode), 'and');
  return `${[`Looks for ${wanted}`, ...conditions].join(', ')}.`;
}
