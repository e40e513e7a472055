import { resolveSelector } from '../../../core/anchoring/resolve.ts';
import { describePassage } from '../../../core/anchoring/selector.ts';
import type { PlacedHighlight } from '../../../core/highlights/highlight.ts';
import type { ReportSources } from '../../../core/report/build-report.ts';
import { placeOf } from '../../../core/statements/place.ts';
import type { Statement } from '../../../core/statements/statement.ts';
import { initialTags } from '../../../core/tags/tag.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import type { Passage } from '../../../core/text/passage.ts';
import { initialSettings } from '../../../core/workspace/settings.ts';
import { statementOf } from '../search/statements-for-search.ts';

/** Text that is hard on every export format, one trap to a paragraph. */
const hardText = [
  '=SUM(A1:A9) stands first. It is “quoted” and "quoted", it\'s a\ttab.',
  '# not a heading\n1. not a list\n- nor this\n    nor code',
  'AMBASSADOR CARPENTER:\u00a0 Torture 😀 is | a `crime` <script>alert(1)</script> & *no* _less_ [than](that). True!',
  'Лукашенка і Ўладзімір; سلام عليكم; -- dash ... dots\\',
  '@cell +1 -1 $x^2$ ~gone~ :smile: {id}',
].join('\n\n');

/** Highlights `passage` of `statement`, anchored. */
export function highlightAt(
  statement: Statement,
  passage: Passage,
  tags: readonly string[],
  note = '',
  isNotePrivate = false,
): PlacedHighlight {
  const selector = describePassage(statement.text, passage, statement.sha256);
  return {
    id: `h-${passage.start}-${passage.end - passage.start}`,
    statement: statement.summary.id,
    selector,
    tags: [...tags],
    note,
    isNotePrivate,
    orphan: false,
    created: '2026-03-01T10:00:00.000Z',
    modified: '2026-03-02T11:30:00.000Z',
    anchor: resolveSelector(statement.text, statement.sha256, selector),
    place: placeOf(statement, passage),
  };
}

/** Highlights the first `quote` in `statement`, anchored. */
export function highlightOf(
  statement: Statement,
  quote: string,
  tags: readonly string[],
  note = '',
  isNotePrivate = false,
): PlacedHighlight {
  const start = statement.text.indexOf(quote);
  return highlightAt(statement, { start: utf16(start), end: utf16(start + quote.length) }, tags, note, isNotePrivate);
}

const [torture = '', detention = ''] = initialTags.map(({ id }) => id);

/**
 * Two statements, highlights of every kind (tagged, untagged, twice tagged, overlapping, with a private note, in review,
 * orphaned), and a dossier of some of them, twice one of them, with words left out and a highlight that is deleted.
 */
export function hardSources(): ReportSources {
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
  const quoted = (quote: string, tags: readonly string[], note = '', isNotePrivate = false): PlacedHighlight =>
    highlightOf(named, quote, tags, note, isNotePrivate);
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
  const crime = quoted('😀 is | a `crime` <script>alert(1)</script> & *no* _less_ [than](that). True!', [
    torture,
    detention,
  ]);
  const script = '<script>alert(1)</script>';
  const scriptAt = crime.selector.quote.indexOf(script);
  return {
    summaries: [named.summary, supplied.summary],
    statements: [named, supplied],
    tags: initialTags,
    highlights: [
      doubtful,
      quoted('@cell +1 -1 $x^2$ ~gone~ :smile: {id}', []),
      crime,
      quoted('Torture 😀', [torture], '=a note, with "quotes"\n- and lines'),
      quoted('# not a heading\n1. not a list\n- nor this\n    nor code', [detention]),
      quoted('=SUM(A1:A9) stands first.', [], 'Only for me: <b>secret</b>', true),
      quoted('-- dash ... dots\\\n\n@cell', []),
      highlightOf(supplied, 'two', []),
      lost,
    ],
    dossiers: [
      {
        id: 'd-hard',
        name: 'A dossier: “hard” & *more*',
        items: [
          { kind: 'heading', id: 'i-1', level: 1, text: '# Crimes <b>' },
          { kind: 'text', id: 'i-2', text: 'First words.\n\n=SUM(A1) and a second paragraph.' },
          {
            kind: 'excerpt',
            id: 'i-3',
            highlight: crime.id,
            omissions: [{ start: scriptAt, end: scriptAt + script.length, words: script }],
          },
          { kind: 'heading', id: 'i-4', level: 2, text: 'The rest' },
          { kind: 'excerpt', id: 'i-5', highlight: 'h-deleted', omissions: [] },
          { kind: 'excerpt', id: 'i-6', highlight: 'h-lost', omissions: [] },
          {
            kind: 'excerpt',
            id: 'i-7',
            highlight: crime.id,
            omissions: [{ start: 0, end: 2, words: 'no' }],
          },
        ],
        created: '2026-03-01T10:00:00.000Z',
        modified: '2026-03-02T11:30:00.000Z',
      },
    ],
    settings: { ...initialSettings, name: 'Ada Researcher' },
  };
}
