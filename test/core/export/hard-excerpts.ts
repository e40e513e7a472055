import { resolveSelector } from '../../../core/anchoring/resolve.ts';
import { describePassage } from '../../../core/anchoring/selector.ts';
import type { ExcerptSources } from '../../../core/export/build-excerpts.ts';
import type { PlacedHighlight } from '../../../core/highlights/highlight.ts';
import { placeOf } from '../../../core/statements/block.ts';
import type { Statement } from '../../../core/statements/statement.ts';
import { initialTags } from '../../../core/tags/tag.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { statementOf } from '../search/statements-for-search.ts';

/** Text that is hard on every export format, one trap to a paragraph. */
const hardText = [
  '=SUM(A1:A9) stands first. It is “quoted” and "quoted", it\'s a\ttab.',
  '# not a heading\n1. not a list\n- nor this\n    nor code',
  'AMBASSADOR CARPENTER:\u00a0 Torture 😀 is | a `crime` <script>alert(1)</script> & *no* _less_ [than](that). True!',
  'Лукашенка і Ўладзімір; سلام عليكم; -- dash ... dots\\',
  '@cell +1 -1 $x^2$ ~gone~ :smile: {id}',
].join('\n\n');

/** Highlights `quote` in `statement`, whole and anchored. */
export function highlightOf(statement: Statement, quote: string, tags: readonly string[], note = ''): PlacedHighlight {
  const start = statement.text.indexOf(quote);
  const passage = { start: utf16(start), end: utf16(start + quote.length) };
  const selector = describePassage(statement.text, passage, statement.sha256);
  return {
    id: `h-${start}-${quote.length}`,
    statement: statement.summary.id,
    selector,
    tags: [...tags],
    note,
    orphan: false,
    created: '2026-03-01T10:00:00.000Z',
    modified: '2026-03-02T11:30:00.000Z',
    anchor: resolveSelector(statement.text, statement.sha256, selector),
    place: placeOf(statement.blocks, passage),
  };
}

const [torture, detention] = initialTags.map(({ id }) => id);

/** Two statements, and highlights of every kind: tagged, untagged, twice tagged, overlapping, in review, orphaned. */
export function hardSources(): ExcerptSources {
  const hard = statementOf('hard', hardText);
  const plain = statementOf('plain', 'A plain statement. It has two sentences.');
  const supplied = {
    ...plain,
    summary: {
      ...plain.summary,
      title: { value: '[A supplied title]', basis: 'inferred' as const, from: 'The text.' },
    },
  };
  const named = {
    ...hard,
    summary: {
      ...hard.summary,
      title: { value: 'Hard | text: a `test`', basis: 'stated' as const, from: 'Line 1.' },
      date: { value: '2023-05?', basis: 'inferred' as const, from: 'The text.' },
      people: {
        value: [
          { name: 'Michael Carpenter', role: 'Ambassador', as: 'speaker' as const },
          { name: 'Danila Galperovich', role: 'reporter', as: 'author' as const },
        ],
        basis: 'stated' as const,
        from: 'Line 5.',
      },
    },
  };
  const quoted = (quote: string, tags: readonly (string | undefined)[], note = ''): PlacedHighlight =>
    highlightOf(
      named,
      quote,
      tags.flatMap((tag) => tag ?? []),
      note,
    );
  const lost = {
    ...quoted('nor this', [detention]),
    id: 'h-lost',
    anchor: { state: 'orphaned' as const },
    place: null,
  };
  const doubtful = {
    ...highlightOf(supplied, 'plain', []),
    id: 'h-doubtful',
    anchor: { state: 'needs-review' as const, candidates: [] },
    place: null,
  };
  return {
    summaries: [named.summary, supplied.summary],
    statements: [named, supplied],
    tags: initialTags,
    highlights: [
      doubtful,
      quoted('@cell +1 -1 $x^2$ ~gone~ :smile: {id}', []),
      quoted('😀 is | a `crime` <script>alert(1)</script> & *no* _less_ [than](that). True!', [torture, detention]),
      quoted('Torture 😀', [torture], '=a note, with "quotes"\n- and lines'),
      quoted('# not a heading\n1. not a list\n- nor this\n    nor code', [detention]),
      quoted('=SUM(A1:A9) stands first.', []),
      quoted('-- dash ... dots\\\n\n@cell', []),
      highlightOf(supplied, 'two', []),
      lost,
    ],
  };
}
