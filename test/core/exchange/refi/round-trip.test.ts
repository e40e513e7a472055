import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldTags } from '../../../../core/exchange/fold-tags.ts';
import type { KnownSource } from '../../../../core/exchange/incoming.ts';
import { joinWork } from '../../../../core/exchange/join-work.ts';
import { importCodebook } from '../../../../core/exchange/refi/import-codebook.ts';
import { importProject } from '../../../../core/exchange/refi/import-project.ts';
import { createSourceMatcher } from '../../../../core/exchange/refi/match-source.ts';
import { parseCodebook, parseProject } from '../../../../core/exchange/refi/parse-project.ts';
import { writeCodebook } from '../../../../core/exchange/refi/write-codebook.ts';
import { writeProject } from '../../../../core/exchange/refi/write-project.ts';
import { noWork, Work } from '../../../../core/exchange/work.ts';
import { inEnglish } from '../../../../core/sentence.ts';
import type { Tag } from '../../../../core/tags/tag.ts';
import { anyRefiWork, selectorOf, sourceOf } from './sample-work.ts';

function readBack(work: Work, known: readonly KnownSource[], own: readonly Tag[] = []) {
  const { qde, texts, lines } = writeProject(work, known, 'Report');
  const parsed = parseProject(qde);
  if (!parsed.ok) throw new Error(parsed.fault.message);
  const match = createSourceMatcher(known);
  const sources = new Map(
    parsed.value.sources.map((source) => {
      const text = texts.get(`sources/${source.path?.replace('internal://', '') ?? ''}`) ?? '';
      const found = match({ text, sha256: known.find((one) => one.text === text)?.sha256 ?? null });
      if (!found) throw new Error('A text that was written is of no statement');
      return [source, found] as const;
    }),
  );
  const incoming = importProject(parsed.value, { sources, notes: new Map() }, known, own);
  return { incoming, lines, qde };
}

const highlightId = '0b6ef1ab-6f0c-4f5c-9d59-1f6f0a7a1e0a';

describe('a REFI-QDA project', () => {
  it('brings back highlights, tags, notes, times and people as they were', () => {
    fc.assert(
      fc.property(anyRefiWork, ({ known, work }) => {
        const { incoming } = readBack(work, known);
        const back = Work.parse(incoming.work);
        expect(back.tags).toEqual(work.tags);
        expect(Object.keys(back.highlights).sort()).toEqual(Object.keys(work.highlights).sort());
        for (const [id, { created, modified, since, tags, fields }] of Object.entries(work.highlights)) {
          const other = back.highlights[id];
          expect(other).toMatchObject({ created, modified, since });
          expect(other?.tags).toEqual(tags);
          expect(other?.fields).toEqual(fields);
        }
        for (const [id, { name }] of Object.entries(work.people)) expect(back.people[id]?.name).toBe(name);
        expect(incoming.lines.filter(({ outcome }) => outcome !== 'taken')).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('changes nothing in the work it was written from', () => {
    fc.assert(
      fc.property(anyRefiWork, ({ known, work }) => {
        const { incoming } = readBack(work, known, [...foldTags(work.tags).values()]);
        const joined = joinWork(work, incoming.work);
        expect(joined.tags).toEqual(work.tags);
        expect(joined.highlights).toEqual(work.highlights);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same for the same work, in whatever order it is kept', () => {
    fc.assert(
      fc.property(anyRefiWork, ({ known, work }) => {
        const turned = {
          ...work,
          highlights: Object.fromEntries(Object.entries(work.highlights).reverse()),
          tags: Object.fromEntries(Object.entries(work.tags).reverse()),
          people: Object.fromEntries(Object.entries(work.people).reverse()),
        };
        expect(writeProject(turned, known, 'Report').qde).toBe(writeProject(work, known, 'Report').qde);
      }),
      { numRuns: 40 },
    );
  });

  it('brings back a passage that is longer than its name can be', () => {
    const source = sourceOf('one', `Before.\n${'Яны білі 👮 яго.\nAnd again. '.repeat(80)}\nAfter.`);
    const quote = source.text.slice(8, -8);
    const at = '2024-05-02T09:30:00.000Z me';
    const work = Work.parse({
      ...noWork('me'),
      highlights: {
        [highlightId]: {
          lives: 1,
          since: at,
          created: '2024-05-02T09:30:00.000Z',
          modified: '2024-05-02T09:30:00.000Z',
          tags: {},
          fields: {
            place: { value: { statement: 'one', selector: selectorOf(source, quote), orphan: false }, at },
            note: { value: { text: '', isPrivate: false }, at: '' },
          },
        },
      },
    });
    const { incoming, qde } = readBack(work, [source]);
    expect(incoming.work.highlights).toEqual(work.highlights);
    expect(qde).toContain('…"');
  });

  it('knows a tag again that was moved and renamed since, whatever its id', () => {
    const written = <Value>(value: Value) => ({ value, at: '' as const });
    const fields = {
      name: written('torture'),
      parent: written(null),
      colour: written('blue' as const),
      shortcut: written(null),
      description: written(''),
    };
    const work = { ...noWork('me'), tags: { 'no guid': { lives: 1, since: '' as const, fields } } };
    const own = {
      id: 'no guid',
      name: 'cruelty',
      parent: null,
      colour: 'teal',
      shortcut: null,
      description: '',
    } as const;
    expect(readBack(work, [], [own]).incoming.work.tags).toEqual({ 'no guid': { lives: 1, since: '', fields: {} } });
  });

  it('tells in a line each what it cannot hold, and holds nothing of it', () => {
    const source = sourceOf('one', 'They used torture. They used force. Nobody was charged.');
    const at = '2024-05-02T09:30:00.000Z me';
    const written = <Value>(value: Value) => ({ value, at });
    const highlight = (quote: string, note: object, more = {}) => ({
      lives: 1,
      since: at,
      created: '2024-05-02T09:30:00.000Z',
      modified: '2024-05-02T09:30:00.000Z',
      tags: {},
      fields: {
        place: written({ statement: 'one', selector: selectorOf(source, quote), orphan: false, ...more }),
        ...note,
      },
    });
    const tag = (name: string, parent: string | null, shortcut: number | null) => ({
      lives: 1,
      since: at,
      fields: {
        name: written(name),
        parent: written(parent),
        colour: written('blue'),
        shortcut: written(shortcut),
        description: written(''),
      },
    });
    const base = noWork('me');
    const work = Work.parse({
      ...base,
      sources: { one: { id: 'one', sha256: source.sha256, title: source.title } },
      tags: {
        a: tag('detention', null, 2),
        b: tag('food', 'a', null),
        c: tag('women', null, null),
        d: tag('food', 'c', null),
      },
      highlights: {
        private: highlight('torture', { note: written({ text: 'her lawyer', isPrivate: true }) }),
        unknown: highlight('force', {}),
        lost: highlight('Nobody', {}, { orphan: true }),
      },
      dossiers: {
        d: {
          lives: 1,
          since: at,
          created: '2024-05-02T09:30:00.000Z',
          modified: '2024-05-02T09:30:00.000Z',
          fields: { name: written('For the court'), items: written([]) },
        },
      },
      searches: {
        s: { lives: 1, since: at, fields: { name: written('names'), query: written({ query: 'x', spellings: true }) } },
      },
    });
    const { qde, lines } = writeProject(work, [source], 'Report');
    expect(qde).not.toMatch(/her lawyer|For the court|names|Nobody/u);
    const said = lines.map(({ outcome, item, sentence }) => `${outcome} ${item}: ${inEnglish(sentence)}`);
    expect(said).toEqual([
      'taken Report: 2 highlights are in the file, in 1 statement, with 4 tags.',
      'changed women/food: Another tag has this name too, and other programs want a name once: it is “food (women)” in the file.',
      'refused Nobody: Where it stands in the statement is not certain, so it stays out of the file: review it first.',
      'refused detention: The format has no digits for tags: 1 digit stays out.',
      'refused Report: The format has no dossiers: 1 dossier stays out.',
      'refused Report: The format has no searches: 1 saved search stays out.',
      'refused Report: The notes on 2 highlights are private or not known here, and stay out.',
      'refused Report: The file says when and by whom a highlight was made and last changed, and when it got its tags; not what was changed, taken off or deleted since.',
    ]);
    expect(qde).toContain('name="food (women)"');
  });

  it('puts nothing empty into the file', () => {
    const { qde } = writeProject(noWork('me'), [], 'Report');
    expect(qde).not.toMatch(/CodeBook|Sources|Notes|Sets/u);
  });
});

describe('a REFI-QDA codebook', () => {
  it('brings back tags with their tree, colours and descriptions', () => {
    fc.assert(
      fc.property(anyRefiWork, ({ work }) => {
        const written = writeCodebook(work);
        fc.pre(written.ok);
        if (!written.ok) return;
        const parsed = parseCodebook(written.value.xml);
        expect(parsed.ok && importCodebook(parsed.value, []).work.tags).toEqual(work.tags);
      }),
      { numRuns: 60 },
    );
  });

  it('is refused where there is no tag, since the format knows no empty one', () => {
    expect(writeCodebook(noWork('me')).ok).toBe(false);
  });
});
