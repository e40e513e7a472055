import { type Sentence, type SentenceValue, say, sayInTurn } from '../../sentence.ts';
import type { Query, QueryFilters, QueryNode, QueryPlace } from './query.ts';
import { listInWords, quoteQuery } from './quote-query.ts';

function describeNode(node: QueryNode): SentenceValue {
  if (node.kind === 'any') return sayInTurn(['(', listInWords(node.of.map(describeNode), 'or'), ')'], '');
  if (node.kind === 'near') {
    const { distance } = node;
    const words = listInWords(node.of.map(describeNode), 'and');
    return say(/*i18n*/ '({words} with at most {distance, plural, one {one word} other {# words}} between)', {
      words,
      distance,
    });
  }
  const shown = quoteQuery(node.words.map(({ written, isPrefix }) => (isPrefix ? `${written}*` : written)).join(' '));
  if (node.isExact) return say(/*i18n*/ 'exactly {shown}', { shown });
  return node.words.length > 1 ? say(/*i18n*/ '{shown} side by side', { shown }) : shown;
}

const namePlace = (place: QueryPlace): Sentence =>
  say(/*i18n*/ '{place, select, statements {statements} notes {notes} other {tags}}', { place });

function describeFilters(filters: QueryFilters): Sentence[] {
  const { tags, notTags, from, to, speakers, publishers, languages } = filters;
  const all = (values: readonly string[]): Sentence => listInWords(values.map(quoteQuery), 'and');
  const any = (values: readonly string[]): Sentence => listInWords(values.map(quoteQuery), 'or');
  const said: Sentence[] = [];
  if (tags.length > 0) said.push(say(/*i18n*/ 'tagged {names}', { names: all(tags) }));
  if (notTags.length > 0) said.push(say(/*i18n*/ 'not tagged {names}', { names: any(notTags) }));
  if (filters.in.length > 0)
    said.push(say(/*i18n*/ 'in {places} only', { places: listInWords(filters.in.map(namePlace), 'and') }));
  if (from !== null && to !== null) said.push(say(/*i18n*/ 'dated {from} to {to}', { from, to }));
  else if (from !== null) said.push(say(/*i18n*/ 'dated {from} or later', { from }));
  else if (to !== null) said.push(say(/*i18n*/ 'dated {to} or earlier', { to }));
  if (speakers.length > 0) said.push(say(/*i18n*/ 'said by {names}', { names: any(speakers) }));
  if (publishers.length > 0) said.push(say(/*i18n*/ 'published by {names}', { names: any(publishers) }));
  if (languages.length > 0) said.push(say(/*i18n*/ 'in the language {names}', { names: any(languages) }));
  return said;
}

/** One sentence that says what a query asks for. */
export function understandQuery({ all, none, filters }: Pick<Query, 'all' | 'none' | 'filters'>): Sentence {
  const conditions = describeFilters(filters);
  if (none.length > 0)
    conditions.unshift(say(/*i18n*/ 'without {what}', { what: listInWords(none.map(describeNode), 'or') }));
  if (all.length === 0 && conditions.length === 0) return say(/*i18n*/ 'There is nothing to search for yet.');
  const wanted = all.length === 0 ? say(/*i18n*/ 'anything') : listInWords(all.map(describeNode), 'and');
  return sayInTurn([sayInTurn([say(/*i18n*/ 'Looks for {wanted}', { wanted }), ...conditions], ', '), '.'], '');
}
