import { describe, expect, it } from 'vitest';
import { citationText } from '../../../core/citations/citer.ts';
import type { DossierItem } from '../../../core/dossiers/dossier.ts';
import { type ExcerptFilter, type ExcerptGrouping, everyExcerpt } from '../../../core/excerpts/excerpt-filter.ts';
import { describeState, leadExcerpts } from '../../../core/export/report-words.ts';
import { buildReport, type ReportSources } from '../../../core/report/build-report.ts';
import { excerptsOf, Report, type ReportExcerpt, runsText } from '../../../core/report/report.ts';
import { initialReportOptions, type ReportOptions, type ReportSelection } from '../../../core/report/report-request.ts';
import type { Result } from '../../../core/result.ts';
import { initialTags } from '../../../core/tags/tag.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { hardSources, highlightOf } from '../export/hard-excerpts.ts';
import { statementOf } from '../search/statements-for-search.ts';
import { plainCiter } from './plain-citer.ts';

const sources = hardSources();
const [hard] = sources.statements;
const [dossier] = sources.dossiers;
if (!hard || !dossier) throw new Error('There are two statements and a dossier.');

const allOf = (filter: Partial<ExcerptFilter> = {}, groupBy: ExcerptGrouping = 'none'): ReportSelection => ({
  of: 'excerpts',
  filter: { ...everyExcerpt, ...filter },
  groupBy,
});

function tryReport(
  selection: ReportSelection,
  options: Partial<ReportOptions> = {},
  from: ReportSources = sources,
): Result<Report> {
  const request = { selection, options: { ...initialReportOptions, ...options } };
  return buildReport(from, request, { citer: plainCiter, madeAt: '2026-04-01T09:00:00.000Z' });
}

function reportOf(...asked: Parameters<typeof tryReport>): Report {
  const report = tryReport(...asked);
  if (!report.ok) throw new Error(report.fault.message);
  return report.value;
}

const faultOf = (...asked: Parameters<typeof tryReport>): string => {
  const report = tryReport(...asked);
  return report.ok ? 'There is none.' : report.fault.message;
};

const withItems = (items: readonly DossierItem[]): ReportSources => ({
  ...sources,
  dossiers: [{ ...dossier, items: [...items] }],
});

const ofDossier: ReportSelection = { of: 'dossier', dossier: dossier.id };

const quoted = (report: Report, words: string): ReportExcerpt => {
  const found = excerptsOf(report).find(({ quotation }) => runsText(quotation).includes(words));
  if (!found) throw new Error(`Nothing quotes “${words}”.`);
  return found;
};

const outline = (report: Report): string[] =>
  report.parts.map((part) => (part.kind === 'excerpt' ? String(part.number) : `${part.kind}: ${part.text}`));

describe('a report of excerpts', () => {
  it('is well formed, and numbers its excerpts in reading order', () => {
    const report = reportOf(allOf());
    expect(Report.parse(report)).toEqual(report);
    expect(report.title).toBe('Excerpts');
    expect(outline(report)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
    const order = excerptsOf(report).map(({ source, start }) => [source, start] as const);
    expect(order).toEqual([...order].sort(([a, x], [b, y]) => a - b || x - y));
  });

  it('quotes exactly: its words are those of the statement between their code points', () => {
    const report = reportOf(allOf(), { context: 'paragraph' });
    for (const { before, quotation, after, start, end, source } of excerptsOf(report)) {
      const id = report.sources[source]?.statement;
      const text = [...(sources.statements.find(({ summary }) => summary.id === id)?.text ?? '')];
      expect(runsText(quotation)).toBe(text.slice(start, end).join(''));
      for (const run of [...before, ...quotation, ...after]) {
        if (run.kind !== 'words') throw new Error('Nothing is left out.');
        expect(run.text).toBe(text.slice(run.start, run.end).join(''));
      }
    }
  });

  it('marks every excerpt of a statement whose text is not whole, and warns of it', () => {
    const spoil = (fixity: 'changed' | 'missing' | 'unreadable'): Report =>
      reportOf(
        allOf(),
        {},
        {
          ...sources,
          summaries: sources.summaries.map((summary) =>
            summary.id === hard.summary.id ? { ...summary, fixity } : summary,
          ),
        },
      );
    expect(reportOf(allOf()).warnings.map(({ kind }) => kind)).not.toContain('source-changed');
    for (const fixity of ['changed', 'missing', 'unreadable'] as const) {
      const report = spoil(fixity);
      const kind = fixity === 'changed' ? 'source-changed' : 'source-missing';
      const marked = excerptsOf(report).filter((excerpt) => excerpt.fixity === fixity);
      expect(marked.length).toBeGreaterThan(0);
      expect(marked.length).toBeLessThan(excerptsOf(report).length);
      expect(marked.every(({ source }) => report.sources[source]?.statement === hard.summary.id)).toBe(true);
      expect(report.warnings.filter((warning) => warning.kind === kind).map(({ number }) => number)).toEqual(
        marked.map(({ number }) => number),
      );
      for (const excerpt of marked) expect(describeState(excerpt)).toMatch(new RegExp(`Source ${fixity}: `, 'u'));
    }
  });

  it('has a heading for each group', () => {
    expect(outline(reportOf(allOf({}, 'tag')))).toEqual([
      'heading: torture',
      '1',
      '2',
      'heading: detention',
      '3',
      '4',
      '5',
      'heading: Without a tag',
      '6',
      '7',
      '8',
      '9',
      '10',
    ]);
    const headings = (groupBy: ExcerptGrouping): string[] =>
      reportOf(allOf({}, groupBy)).parts.flatMap((part) => (part.kind === 'heading' ? part.text : []));
    expect(headings('statement')).toEqual(['Hard | text: a `test`', '[A supplied title]']);
    expect(headings('date')).toEqual(['5 November 2020', 'May 2023 (inferred)']);
  });

  it('counts an excerpt once for a tag, though it stands under several headings', () => {
    expect(reportOf(allOf({}, 'tag')).tags.map(({ path, count }) => [path, count])).toEqual([
      ['torture', 2],
      ['detention', 3],
    ]);
  });

  it('cites a source in full where it is first quoted, and in short with the number of that note after', () => {
    const notes = excerptsOf(reportOf(allOf())).map(({ citation }) => citationText(citation));
    expect(notes[0]).toBe('Danila Galperovich, Hard | text: a `test`, ¶ 1.');
    expect(notes.slice(1, 7).every((note) => note.startsWith('See note 1'))).toBe(true);
    expect(notes[7]).toMatch(/^A publisher, \[A supplied title\]/u);
    expect(notes[8]).toMatch(/^See note 8/u);
  });

  it('says the place and the speaker, in the note too', () => {
    const excerpt = quoted(reportOf(allOf()), 'Torture 😀');
    expect(excerpt).toMatchObject({ speakers: ['Ambassador Carpenter'] });
    expect(citationText(excerpt.citation)).toContain(`, ${excerpt.place} (Ambassador Carpenter).`);
  });

  it('says the pages where a statement has some, in the words of the style in the note', () => {
    const { statement: id } = highlightOf(hard, 'Torture 😀', []);
    const placed = sources.highlights.map((highlight) =>
      highlight.statement === id && highlight.place
        ? { ...highlight, place: { ...highlight.place, pages: { first: 'iv', last: '3' } } }
        : highlight,
    );
    const report = reportOf(allOf(), {}, { ...sources, highlights: placed });
    const excerpt = quoted(report, 'Torture 😀');
    expect(excerpt.pages).toEqual({ first: 'iv', last: '3' });
    expect(citationText(excerpt.citation)).toContain(`, on iv to 3, ${excerpt.place} (Ambassador Carpenter).`);
    expect(leadExcerpts(report).get(excerpt.number)).toContain(`, pp. iv–3, ${excerpt.place}, `);
    const others = excerptsOf(report).filter((one) => report.sources[one.source]?.statement !== id);
    expect(others.length).toBeGreaterThan(0);
    for (const other of others) expect(other).not.toHaveProperty('pages');
  });

  it('lists a source for every state of the bytes that were quoted', () => {
    const [first] = sources.highlights;
    if (!first) throw new Error('There are highlights.');
    const older = { ...first, id: 'h-older', selector: { ...first.selector, source: 'b'.repeat(64) } };
    const { sources: listed } = reportOf(
      allOf({ statements: ['plain'] }),
      {},
      { ...sources, highlights: [...sources.highlights, older] },
    );
    expect(listed.map(({ statement, sha256 }) => [statement, sha256])).toContainEqual(['plain', 'b'.repeat(64)]);
    expect(listed).toHaveLength(2);
  });

  it('keeps the excerpts of a statement that the collection does not hold', () => {
    const report = reportOf(allOf(), {}, { ...sources, summaries: [], statements: [] });
    expect(excerptsOf(report)).toHaveLength(sources.highlights.length);
    expect(report.sources.map(({ file, title }) => [file, title])).toContainEqual(['', 'plain']);
  });

  it('warns of excerpts that are not anchored', () => {
    const { warnings, parts } = reportOf(allOf());
    const states = warnings.map(({ kind, number }) => [kind, parts[(number ?? 0) - 1]]);
    expect(states).toEqual([
      ['orphaned', expect.objectContaining({ id: 'h-lost', state: 'orphaned' })],
      ['needs-review', expect.objectContaining({ id: 'h-doubtful', state: 'needs-review' })],
    ]);
  });

  it('has notes and the author’s name only where they are asked for, and private notes never', () => {
    const full = reportOf(allOf(), { hasNotes: true, hasAuthor: true });
    expect(full.author).toBe('Ada Researcher');
    expect(quoted(full, 'Torture 😀').note).toBe('=a note, with "quotes"\n- and lines');
    expect(JSON.stringify(full)).not.toContain('secret');
    const bare = reportOf(allOf(), { hasNotes: false, hasAuthor: false });
    expect(JSON.stringify(bare)).not.toMatch(/a note, with|Ada|Researcher|secret/u);
    const nameless = { ...sources, settings: { ...sources.settings, name: '  ' } };
    expect(reportOf(allOf(), { hasAuthor: true }, nameless).author).toBeNull();
  });

  it('tells how far it is, up to the end', () => {
    const statement = statementOf('long', 'word '.repeat(250));
    const one = highlightOf(statement, 'word', []);
    const highlights = Array.from({ length: 250 }, (_, index) => ({ ...one, id: `h-${index}` }));
    const told: (readonly [number, number])[] = [];
    const request = { selection: allOf(), options: initialReportOptions };
    const from = { ...sources, summaries: [statement.summary], statements: [statement], highlights };
    buildReport(from, request, {
      citer: plainCiter,
      madeAt: '2026-04-01T09:00:00.000Z',
      onProgress: (done, total) => told.push([done, total]),
    });
    expect(told).toEqual([
      [100, 250],
      [200, 250],
      [250, 250],
    ]);
  });

  it('says in one sentence why there is none', () => {
    expect(faultOf(allOf({ text: 'nowhere' }))).toBe('No highlight fits these choices, so there is nothing to export.');
    expect(faultOf(allOf({ from: '2020-13' }))).toBe(
      '“2020-13” is no date: write a year, a month or a day, as 2023, 2023-05 or 2023-05-09.',
    );
    expect(faultOf(allOf({ from: '2021', to: '2020' }))).toBe(
      'No date lies between 2021 and 2020: turn the two round.',
    );
  });
});

describe('a report of a dossier', () => {
  const text: DossierItem = { kind: 'text', id: 'i-t', text: 'Words.' };
  const deleted: DossierItem = { kind: 'excerpt', id: 'i-d', highlight: 'h-deleted', omissions: [] };

  it('has its name, its headings and texts, and its excerpts, in its order', () => {
    const report = reportOf(ofDossier);
    expect(report.title).toBe('A dossier: “hard” & *more*');
    expect(outline(report)).toEqual([
      'heading: # Crimes <b>',
      'text: First words.\n\n=SUM(A1) and a second paragraph.',
      '1',
      'heading: The rest',
      '2',
      '3',
    ]);
    expect(excerptsOf(report).map(({ item }) => item)).toEqual(['i-3', 'i-6', 'i-7']);
  });

  it('marks what is left out, and leaves nothing out whose words have changed', () => {
    const [first, , again] = excerptsOf(reportOf(ofDossier));
    expect(first?.quotation).toMatchObject([{ kind: 'words' }, { kind: 'omission', text: '[…]' }, { kind: 'words' }]);
    expect(runsText(first?.quotation ?? [])).toBe('😀 is | a `crime` […] & *no* _less_ [than](that). True!');
    expect(runsText(again?.quotation ?? [])).toContain('<script>');
  });

  it('warns of a deleted highlight, of what is not anchored, and of words that could not be left out', () => {
    expect(reportOf(ofDossier).warnings).toEqual([
      { kind: 'orphaned', number: 2 },
      { kind: 'omission-lost', number: 3 },
      { kind: 'deleted-highlight', number: null },
    ]);
  });

  it('leaves out nothing past the end of a quotation', () => {
    const highlight = sources.highlights.find(({ selector }) => selector.quote === 'two')?.id ?? '';
    const past = { start: 1, end: 9, words: 'wo' };
    const report = reportOf(ofDossier, {}, withItems([{ kind: 'excerpt', id: 'i', highlight, omissions: [past] }]));
    expect(runsText(excerptsOf(report)[0]?.quotation ?? [])).toBe('two');
    expect(report.warnings).toEqual([{ kind: 'omission-lost', number: 1 }]);
  });

  it('says in one sentence why there is none', () => {
    expect(faultOf({ of: 'dossier', dossier: 'gone' })).toBe('This dossier does not exist any more: choose another.');
    expect(faultOf(ofDossier, {}, withItems([text]))).toBe(
      'The dossier “A dossier: “hard” & *more*” has no excerpts, so there is nothing to export: add some.',
    );
    expect(faultOf(ofDossier, {}, withItems([text, deleted]))).toBe(
      'All highlights of the dossier “A dossier: “hard” & *more*” are deleted, so there is nothing to export.',
    );
  });
});

describe('a report with names withheld', () => {
  const name = 'Sviatlana Tsikhanouskaya';
  const traces = /tsikhanouskaya|sviatlana|ціханоўск|тихановск/iu;

  /** Sources that hold the name wherever they can hold anything. */
  const sourcesFullOf = (written: string): ReportSources => {
    const plain = statementOf(
      `id-${written.replace(/[^\p{L}]+/gu, '_')}`,
      `${written.toUpperCase()}: I am ${written}. It was Ціханоўскай whom they met, and ${written} said no.\n\nTsikhanouskaya left.`,
    );
    const say = { basis: 'stated' as const, from: written };
    const summary = {
      ...plain.summary,
      file: `${written} 2020.txt`,
      title: { ...say, value: `On ${written}` },
      publisher: { ...say, value: `${written} Foundation` },
      people: {
        ...say,
        value: [
          { name: written, role: written, as: 'author' as const },
          { name: `Friends of ${written}`, role: written, as: 'issuer' as const },
          { name: written, role: written, as: 'speaker' as const },
        ],
      },
      place: { ...say, value: `${written} Square` },
      date: { ...say, value: `${written} era` },
      language: { ...say, value: written },
      rights: { ...say, value: written },
    };
    const statement = { ...plain, summary, pages: [{ start: 0, label: `${written} 1` }] };
    const tags = initialTags.map((tag) => ({
      ...tag,
      name: `${tag.name} of ${written}`,
      description: `See ${written}`,
    }));
    const ids = tags.map(({ id }) => id);
    const half = highlightOf(statement, 'Tsikhanouskaya left', ids, `${written}: look`);
    const from = half.selector.start;
    const highlights = [
      highlightOf(statement, `I am ${written}`, ids, `About ${written}`),
      highlightOf(statement, 'whom they', []),
      { ...half, id: 'h-half', anchor: { state: 'anchored' as const, start: from, end: utf16(from + 4) } },
      {
        ...highlightOf(statement, `${written} said`, ids),
        id: 'h-lost',
        anchor: { state: 'orphaned' as const },
        place: null,
      },
      {
        ...highlightOf(statement, written.slice(0, 5), ids),
        id: 'h-cut',
        anchor: { state: 'orphaned' as const },
        place: null,
      },
    ];
    const items: DossierItem[] = [
      { kind: 'heading', id: 'i-1', level: 1, text: `Of ${written}` },
      { kind: 'text', id: 'i-2', text: `${written} and Тихановская.` },
      ...highlights.map(
        (highlight, index): DossierItem => ({
          kind: 'excerpt',
          id: `i-${index + 3}`,
          highlight: highlight.id,
          omissions: index === 0 ? [{ start: 0, end: 8, words: 'I am Svi' }] : [],
        }),
      ),
    ];
    return {
      summaries: [summary],
      statements: [statement],
      tags,
      highlights,
      dossiers: [{ ...dossier, id: 'd', name: `For ${written}`, items }],
      settings: { ...sources.settings, name: written },
    };
  };

  const full = sourcesFullOf(name);
  const options = { withheld: [name], hasNotes: true, hasAuthor: true, context: 'paragraph' as const };
  const selections: readonly ReportSelection[] = [
    { of: 'dossier', dossier: 'd' },
    ...(['none', 'tag', 'date', 'statement'] as const).map((groupBy) => allOf({}, groupBy)),
  ];

  it('holds them nowhere, wherever the sources do', () => {
    for (const selection of selections) {
      expect(JSON.stringify(reportOf(selection, { ...options, withheld: [] }, full))).toMatch(traces);
      const report = reportOf(selection, options, full);
      expect(JSON.stringify(report)).not.toMatch(traces);
      expect(Report.parse(report)).toEqual(report);
    }
  });

  it('withholds the half of a name that a highlight cuts in two', () => {
    const [, , half] = excerptsOf(reportOf({ of: 'dossier', dossier: 'd' }, options, full));
    expect(half?.quotation).toEqual([{ kind: 'withheld', text: '[name withheld 1]' }]);
    expect(half?.after[0]).toEqual({ kind: 'withheld', text: '[name withheld 1]' });
    expect(runsText(half?.after.slice(1) ?? [])).toBe(' left.');
  });

  it('has the mark of a name that stands across the edge of an omission', () => {
    const [first] = excerptsOf(reportOf({ of: 'dossier', dossier: 'd' }, options, full));
    expect(runsText(first?.quotation ?? [])).toBe('[…][name withheld 1]');
  });

  it('names the speaker by the mark, in the note too', () => {
    const report = reportOf(allOf(), { withheld: ['Michael Carpenter'] });
    const excerpt = quoted(report, 'Torture 😀');
    expect(excerpt.speakers).toEqual(['Ambassador [name withheld 1]']);
    expect(citationText(excerpt.citation)).toContain('(Ambassador [name withheld 1])');
  });

  it('leaves every other word as it is', () => {
    const plain = reportOf(allOf(), { context: 'paragraph' });
    const careful = reportOf(allOf(), { context: 'paragraph', withheld: ['Alexander Lukashenko', 'Nobody Here'] });
    const restored = JSON.stringify(careful.parts);
    expect(restored).toContain('[name withheld 1]');
    for (const [index, excerpt] of excerptsOf(careful).entries()) {
      const printed = runsText([...excerpt.before, ...excerpt.quotation, ...excerpt.after]);
      const other = excerptsOf(plain)[index];
      const whole = runsText([...(other?.before ?? []), ...(other?.quotation ?? []), ...(other?.after ?? [])]);
      expect(printed.replaceAll('[name withheld 1]', 'Лукашенка')).toBe(whole);
    }
  });

  it('counts the marks that are printed, and lists those never used', () => {
    const { withheld, parts, sources: listed } = reportOf(allOf(), { withheld: ['', 'Danila Galperovich'] });
    const printed = JSON.stringify([parts, listed.map(({ entry }) => entry)]).split('[name withheld 2]').length - 1;
    expect(printed).toBe(2);
    expect(withheld).toEqual([
      { mark: '[name withheld 1]', count: 0 },
      { mark: '[name withheld 2]', count: 2 },
    ]);
  });

  it('keeps the ids of two statements apart that are the same without the name', () => {
    const [a, b] = ['id_Lukashenka', 'id_Lukashenko'].map((id) => statementOf(id, `Words of ${id.length} and more.`));
    if (!a || !b) throw new Error('There are two.');
    const two = {
      ...full,
      summaries: [a.summary, b.summary],
      statements: [a, b],
      highlights: [highlightOf(a, 'Words', []), highlightOf(b, 'Words', [])],
    };
    const report = reportOf(allOf(), { withheld: ['Lukashenko'] }, two);
    expect(report.sources.map(({ statement, csl }) => [statement, csl.id])).toEqual([
      ['id_[name withheld 1]', 'id_[name withheld 1]'],
      ['id_[name withheld 1]-2', 'id_[name withheld 1]-2'],
    ]);
  });
});
