import type { Citation } from '../../core/citations/citer.ts';
import type { Report, ReportExcerpt, ReportSource, TextRun } from '../../core/report/report.ts';

const words = (text: string, start = 0): TextRun => ({
  kind: 'words',
  text,
  start,
  end: start + [...text].length,
});
const omission: TextRun = { kind: 'omission', text: '[…]' };
const withheld: TextRun = { kind: 'withheld', text: '[name withheld 1]' };

const plain = (text: string): Citation => [{ text, look: 'plain' }];

const hash = (digit: string): string => digit.repeat(64);

const sources: readonly ReportSource[] = [
  {
    statement: '003_7caa75fa661d9e47',
    title: 'Briefing on Belarus: “the Moscow Mechanism”',
    kind: 'transcript',
    publisher: 'US Department of State',
    date: '2023-05?',
    file: '003_7caa75fa661d9e47.txt',
    sha256: hash('3'),
    entry: [
      { text: 'Carpenter, Michael. ', look: 'plain' },
      { text: 'Briefing on Belarus: “the Moscow Mechanism.”', look: 'italic' },
      { text: ' US Department of State, May 2023.', look: 'plain' },
    ],
    csl: {
      id: 'source-1',
      type: 'speech',
      title: 'Briefing on Belarus: “the Moscow Mechanism”',
      author: [{ family: 'Carpenter', given: 'Michael' }],
      publisher: 'US Department of State',
      language: 'en',
      issued: { 'date-parts': [[2023, 5]], circa: true },
    },
  },
  {
    statement: 'tables',
    title: '[Заява | таблица: a `test` <b>&amp;</b>]',
    kind: 'statement',
    publisher: '=HYPERLINK("http://example.org","Праваабарончы цэнтр")',
    date: '',
    file: 'tables.txt',
    sha256: hash('b'),
    entry: plain(
      '[Заява | таблица: a `test` <b>&amp;</b>]. =HYPERLINK("http://example.org","Праваабарончы цэнтр"), n.d.',
    ),
    csl: {
      id: 'source-2',
      type: 'document',
      title: '[Заява | таблица: a `test` <b>&amp;</b>]',
      publisher: '=HYPERLINK("http://example.org","Праваабарончы цэнтр")',
      language: 'be',
    },
  },
  {
    statement: 'gone',
    title: 'gone',
    kind: '',
    publisher: '',
    date: '2020-11-05',
    file: '',
    sha256: hash('f'),
    entry: [
      { text: 'gone', look: 'small-caps' },
      { text: ', 5 November 2020.', look: 'plain' },
    ],
    csl: { id: 'source-3', type: 'document', title: 'gone', issued: { 'date-parts': [[2020, 11, 5]] } },
  },
];

interface Draft extends Partial<Omit<ReportExcerpt, 'kind'>> {
  readonly id: string;
  readonly quotation: TextRun[];
}

/** `draft` as the excerpt `number`; what it does not say is plain, and its position that of its first and last words. */
function excerptOf(draft: Draft, number: number): ReportExcerpt {
  const positions = draft.quotation.flatMap((run) => (run.kind === 'words' ? [run.start, run.end] : []));
  return {
    kind: 'excerpt',
    number,
    item: null,
    state: 'anchored',
    fixity: 'verified',
    before: [],
    after: [],
    tags: [],
    note: '',
    place: '¶ 1',
    speakers: [],
    source: 0,
    citation: plain(`A citation, ¶ 1, number ${number}.`),
    start: Math.min(...positions),
    end: Math.max(...positions),
    created: '2026-03-01T10:00:00.000Z',
    modified: '2026-03-02T11:30:00.000Z',
    ...draft,
  };
}

const chicago: Citation = [
  { text: 'Michael Carpenter, ', look: 'plain' },
  { text: 'Briefing on Belarus', look: 'italic' },
  { text: ', US Department of ', look: 'plain' },
  { text: 'State', look: 'small-caps' },
  { text: ', May 2023, ¶ 4, * and _ and [1] and <i>.', look: 'plain' },
];

/** A word longer than any line, and than an implicit key of YAML may be. */
const veryLongWord = 'Перанакіраванне'.repeat(80);

/** Characters that XML 1.0 forbids, a control character of HTML, and half of a surrogate pair, between letters. */
const forbiddenCharacters =
  'nul \u0000 bell \u0007 vt \u000b esc \u001b c1 \u0085 \u0092 not a character \ufffe half \ud83d end';

const drafts: readonly Draft[] = [
  {
    id: '0b9f5c1e-5d0a-4c3e-9a51-3c1d9e8b7a21',
    before: [words('The mechanism was invoked. ', 473)],
    quotation: [words('They described “torture” and "beatings" of ', 500), withheld, words(' in Акрэсціна', 556)],
    after: [words('. Nobody was charged.', 569)],
    tags: ['torture', 'detention/conditions'],
    note: 'Compare with paragraph 9.\nNames are withheld: [name withheld 1].',
    place: '¶ 4',
    speakers: ['AMBASSADOR CARPENTER'],
    citation: chicago,
  },
  {
    id: '0b9f5c1e-5d0a-4c3e-9a51-6f0b41c2d7e8',
    quotation: [
      words('=SUM(A1:A9) stands first', 600),
      omission,
      words(" it's a\ttab, and then 😀 👩‍👩‍👧 🇧🇾 e\u0301", 700),
    ],
    tags: ['elections'],
    note: '=1+1',
    place: '¶¶ 5–6',
    speakers: ['MODERATOR', 'QUESTION'],
    citation: plain('Carpenter, “Briefing on Belarus,” ¶¶ 5–6.'),
  },
  {
    id: '0b9f5c1e-5d0a-4c3e-9a51-91e4a07c35bd',
    before: [words('\u00a0 Before it: '), withheld, words(' <b>bold?</b> &amp; ')],
    quotation: [
      words('# not a heading\n1. not a list\n- nor this\n    nor code\n\n> nor a quotation\n---\n[^1]: nor a note', 20),
    ],
    after: [words(' | after | it |  \n'), omission],
    tags: ['=cmd|calc', '@tag, with; marks'],
    note: '- a list?\n\n# a heading?\n  indented <img src=x onerror=alert(1)> ]]> -->',
    place: '¶¶ 1–7',
    source: 1,
    citation: plain('[Заява | таблица: a `test` <b>&amp;</b>], n.d., ¶¶ 1–7.'),
  },
  {
    id: '0b9f5c1e-5d0a-4c3e-9a51-c27d58f1906a',
    quotation: [
      words(
        '<script>alert("x")</script> </pre> ]]> --> <!-- &lt; &#65; \\ `code` *no* _less_ [than](that) ![x](y) True!',
        200,
      ),
    ],
    place: 'heading',
    source: 1,
  },
  {
    id: '0b9f5c1e-5d0a-4c3e-9a51-08ab7e63fc14',
    quotation: [words('سلام عليكم، قالوا: «لا تعذيب» (2020) — 42%', 320)],
    place: '¶ 9',
    source: 1,
  },
  {
    id: '0b9f5c1e-5d0a-4c3e-9a51-d5f2190b8c47',
    quotation: [words(forbiddenCharacters, 400), words(' and _x0041_ and carriage\rreturn', 470)],
    note: forbiddenCharacters,
    place: '¶ 10',
    source: 1,
  },
  {
    id: '0b9f5c1e-5d0a-4c3e-9a51-7be8036ad9f5',
    quotation: [words(veryLongWord, 900)],
    tags: ['torture'],
    place: '¶ 11',
    source: 1,
  },
  {
    id: '0b9f5c1e-5d0a-4c3e-9a51-e41c97b20d38',
    quotation: [words('  begins and ends with space, and with a line break\n', 3000)],
    place: 'website text',
    source: 1,
  },
  {
    id: '0b9f5c1e-5d0a-4c3e-9a51-a86f5d12e07b',
    state: 'needs-review',
    fixity: 'changed',
    quotation: [words('These words stand twice.', 42)],
    place: '',
    source: 0,
  },
  {
    id: '0b9f5c1e-5d0a-4c3e-9a51-205c8bd4f96e',
    state: 'orphaned',
    fixity: null,
    quotation: [words('+1 of a statement that is gone', 0)],
    place: '',
    source: 2,
    citation: plain(`gone, not in the collection, SHA-256 ${hash('f')}.`),
  },
  {
    id: '0b9f5c1e-5d0a-4c3e-9a51-3c1d9e8b7a21',
    quotation: [words('They described “torture”', 500)],
    tags: ['torture'],
    place: '¶ 4',
    speakers: ['AMBASSADOR CARPENTER'],
    citation: plain('Carpenter, “Briefing on Belarus,” ¶ 4.'),
  },
];

const excerpts = drafts.map((draft, index) => ({ ...excerptOf(draft, index + 1), item: `item-${index + 1}` }));

/**
 * A report with whatever is hard on a format: every kind of run, part and state, headings of three levels, an excerpt
 * that stands in it twice, and text with markup, formulas, several scripts and characters that XML forbids.
 */
export const sampleReport: Report = {
  title: 'Torture & “detention” in <Belarus>: Зняволенне',
  author: 'Алесь "Author" O’Neill <a@example.org>',
  madeAt: '2026-03-03T12:00:00.000Z',
  style: 'chicago',
  context: 'sentence',
  parts: [
    { kind: 'text', text: 'A first paragraph before any heading.\n\nA second one; 1 < 2 & 3 > 2.\nWith a line break.' },
    { kind: 'heading', level: 1, text: 'What happened' },
    ...excerpts.slice(0, 2),
    { kind: 'heading', level: 2, text: '# Hard | text *here*\nand there' },
    { kind: 'text', text: '=1+1 is no formula, - no list, and ]]> --> </style> no end.' },
    ...excerpts.slice(2, 6),
    { kind: 'heading', level: 3, text: 'مكان' },
    ...excerpts.slice(6, 9),
    { kind: 'heading', level: 1, text: 'gone' },
    ...excerpts.slice(9),
    { kind: 'text', text: 'The end.' },
  ],
  sources: [...sources],
  tags: [
    { path: 'detention/conditions', description: 'Cells, food, care; "quoted", and\na line break.', count: 1 },
    { path: 'elections', description: '', count: 1 },
    { path: 'torture', description: '=description()', count: 3 },
    { path: '=cmd|calc', description: '', count: 1 },
    { path: '@tag, with; marks', description: '', count: 1 },
  ],
  withheld: [
    { mark: '[name withheld 1]', count: 3 },
    { mark: '[name withheld 2]', count: 0 },
  ],
  warnings: [
    { kind: 'needs-review', number: 9 },
    { kind: 'orphaned', number: 10 },
  ],
};

/** The sample report with `text` as the quotation of its first excerpt, for properties of the formats. */
export function reportQuoting(text: string): Report {
  const [first] = excerpts;
  if (!first) throw new Error('The sample report has excerpts.');
  const quotation = text === '' ? [] : [words(text, first.start)];
  return { ...sampleReport, parts: [{ ...first, quotation }] };
}

/** The sample report with `text` wherever a report has text, and as the quotation of each of its excerpts. */
export function reportOf(text: string): Report {
  const runs = text === '' ? [] : [words(text)];
  return {
    ...sampleReport,
    title: text,
    author: text,
    parts: [
      { kind: 'heading', level: 1, text },
      { kind: 'text', text },
      ...excerpts.map((excerpt) => ({
        ...excerpt,
        before: runs,
        quotation: runs,
        after: runs,
        tags: [text],
        note: text,
        place: text,
        speakers: [text],
        citation: [{ text, look: 'italic' as const }, ...plain(text)],
      })),
    ],
    sources: sources.map((source) => ({ ...source, title: text, publisher: text, file: text, entry: plain(text) })),
  };
}
