import fc from 'fast-check';
import { describePassage } from '../../../core/anchoring/selector.ts';
import type { PlacedHighlight } from '../../../core/highlights/highlight.ts';
import type { InsightSources } from '../../../core/insight/insight-sources.ts';
import type { Statement } from '../../../core/statements/statement.ts';
import type { Tag } from '../../../core/tags/tag.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { statementOf } from '../search/statements-for-search.ts';

/** A tag that is called by its id. */
export function tagOf(id: string, parent: string | null = null): Tag {
  return { id, name: id, parent, colour: 'blue', shortcut: null, description: '' };
}

/** `statement` with another date, EDTF or `null`. */
export function datedAs(statement: Statement, date: string | null): Statement {
  return { ...statement, summary: { ...statement.summary, date: { ...statement.summary.date, value: date } } };
}

let made = 0;

/** A highlight from `start` to `end`, anchored there. */
export function marked(
  statement: Statement,
  start: number,
  end: number,
  tags: readonly string[] = [],
): PlacedHighlight {
  const passage = { start: utf16(start), end: utf16(end) };
  made += 1;
  return {
    id: `h${made}`,
    statement: statement.summary.id,
    selector: describePassage(statement.text, passage, statement.sha256),
    tags: [...tags],
    note: '',
    isNotePrivate: false,
    orphan: false,
    created: '2026-03-01T10:00:00.000Z',
    modified: '2026-03-01T10:00:00.000Z',
    anchor: { state: 'anchored', ...passage },
    place: null,
  };
}

/** A highlight of the first `quote` in `statement`. */
export function markedWords(statement: Statement, quote: string, tags: readonly string[] = []): PlacedHighlight {
  const start = statement.text.indexOf(quote);
  if (start === -1) throw new Error(`The statement does not say “${quote}”.`);
  return marked(statement, start, start + quote.length, tags);
}

/** `highlight` whose words are gone from the text. */
export function lost(highlight: PlacedHighlight): PlacedHighlight {
  return { ...highlight, anchor: { state: 'orphaned' } };
}

const text = `${'They were detained, beaten and tortured. Arrests went on in Minsk. '.repeat(4)}\n\nПротесты продолжались, people’s “ill-treatment” too.`;

/** A tree: torture; detention with conditions and arrest under it, and cells under conditions; elections. */
export const treeOfTags: readonly Tag[] = [
  tagOf('torture'),
  tagOf('detention'),
  tagOf('conditions', 'detention'),
  tagOf('cells', 'conditions'),
  tagOf('arrest', 'detention'),
  tagOf('elections'),
];

const statements = ['one', 'two', 'three', 'four'].map((id) => statementOf(id, text));

/** Any highlights, some of them lost, of four statements (one of which is not in the collection), with any of six tags. */
export const anySources: fc.Arbitrary<InsightSources> = fc
  .array(
    fc.record({
      statement: fc.constantFrom(...statements),
      start: fc.nat({ max: text.length - 2 }),
      length: fc.integer({ min: 1, max: 120 }),
      tags: fc.uniqueArray(fc.constantFrom(...treeOfTags.map(({ id }) => id)), { maxLength: 4 }),
      isLost: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((choices) => ({
    summaries: statements.slice(0, 3).map(({ summary }) => summary),
    tags: treeOfTags,
    highlights: choices.map(({ statement, start, length, tags, isLost }) => {
      const highlight = marked(statement, start, Math.min(text.length, start + length), tags);
      return isLost ? lost(highlight) : highlight;
    }),
  }));
