import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Incoming, KnownSource } from '../../../../core/exchange/incoming.ts';
import { createEntryFinder, findProjectFile } from '../../../../core/exchange/refi/find-entry.ts';
import { importProject } from '../../../../core/exchange/refi/import-project.ts';
import { createSourceMatcher } from '../../../../core/exchange/refi/match-source.ts';
import { parseProject } from '../../../../core/exchange/refi/parse-project.ts';
import { Work } from '../../../../core/exchange/work.ts';
import { inEnglish, say } from '../../../../core/sentence.ts';
import type { Tag } from '../../../../core/tags/tag.ts';
import { atlasTi, guidFor, maxqda, nvivo, qualCoder, type WrittenProject } from './dialects.ts';
import { sourceOf } from './sample-work.ts';

const text = [
  'The mission heard of torture in Okrestina.',
  'Дзяўчыну білі 👮 тры гадзіны.',
  '',
  'Detainees were beaten, and beaten again; nobody was charged.',
  'The end.',
].join('\n');

const statement = sourceOf('s1', text, 'Report of the mission');

function readIn(
  written: WrittenProject,
  known: readonly KnownSource[] = [statement],
  own: readonly Tag[] = [],
): Incoming {
  const names = [written.qdeName, ...Object.keys(written.files)];
  expect(findProjectFile(names)).toBe(written.qdeName);
  const parsed = parseProject(written.qde);
  if (!parsed.ok) throw new Error(parsed.fault.message);
  const find = createEntryFinder(names);
  const fileAt = (path: string | null): string | null => {
    const name = find(path ?? '');
    return name === null ? null : (written.files[name] ?? null);
  };
  const match = createSourceMatcher(known);
  const sources = parsed.value.sources.map((source) => {
    const file = fileAt(source.path);
    const sha256 = createHash('sha256')
      .update(file ?? '')
      .digest('hex');
    const found = file === null ? null : match({ text: file.replace(/^\ufeff/u, ''), sha256 });
    return [source, found ?? say('The text is of no statement.')] as const;
  });
  const notes = new Map(
    parsed.value.notes.flatMap(({ path }) => (path === null ? [] : [[path, fileAt(path)] as const])),
  );
  const incoming = importProject(parsed.value, { sources: new Map(sources), notes }, known, own);
  Work.parse(incoming.work);
  return incoming;
}

function quotesOf({ work }: Incoming): Record<string, string[]> {
  return Object.fromEntries(
    Object.values(work.highlights).map(({ fields, tags }) => {
      const selector = fields.place?.value.selector;
      expect(text.slice(selector?.start, selector?.end)).toBe(selector?.quote);
      const names = Object.keys(tags).map((id) => work.tags[id]?.fields.name?.value ?? id);
      return [selector?.quote ?? '', names];
    }),
  );
}

const noteOn = ({ work }: Incoming, quote: string): string | undefined =>
  Object.values(work.highlights).find(({ fields }) => fields.place?.value.selector.quote === quote)?.fields.note?.value
    .text;

const told = ({ lines }: Incoming): string[] =>
  lines.map(({ outcome, item, sentence }) => `${outcome} ${item}: ${inEnglish(sentence)}`);

describe('a project of QualCoder', () => {
  const marks = [
    { quote: 'torture in Okrestina.\nДзяўчыну білі 👮', codes: ['torture', 'detention'], memo: 'Both.' },
    { quote: 'nobody was charged', codes: ['torture'] },
  ];
  const incoming = readIn(qualCoder(text, marks, { quote: 'The end', memo: 'Is it?' }));

  it('gives its passages, those with several codes once, and its annotations', () => {
    expect(quotesOf(incoming)).toEqual({
      'torture in Okrestina.\nДзяўчыну білі 👮': ['torture', 'detention'],
      'nobody was charged': ['torture'],
      'The end': [],
    });
    expect(noteOn(incoming, 'The end')).toBe('Is it?');
    expect(noteOn(incoming, marks[0]?.quote ?? '')).toBe('Both.');
  });

  it('keeps who made it and when', () => {
    const user = guidFor('qc user');
    expect(incoming.work.people[user]).toMatchObject({ name: 'Ольга' });
    for (const { created, since } of Object.values(incoming.work.highlights)) {
      expect(created).toBe('2023-06-07T03:36:36.000Z');
      expect(since).toBe(`2023-06-07T03:36:36.000Z ${user}`);
    }
  });

  it('tells what was changed and what stays out', () => {
    expect(told(incoming)).toEqual([
      'changed torture: Its colour #FF0000 is none of Attest’s: the tag has the nearest, vermilion.',
      'taken abuse: 3 codes are new tags.',
      'changed statement.txt: 1 passage that was marked once more, with another code, is one highlight with both.',
      'changed statement.txt: Its bytes are not those in the collection, but its text is the same: it was taken for “Report of the mission”.',
      'taken statement.txt: 3 highlights were taken in “Report of the mission”.',
      'refused photo.png: Attest reads no pictures: its mark stays out.',
      'refused field.qda: Attest has no cases: 1 case stays out.',
      'refused field.qda: Attest has no variables: 1 variable stays out.',
      'refused statement.txt: Attest has no variables: 1 value of this source stays out.',
      'refused Journal: The note is on nothing that was taken and nothing that Attest keeps notes on: it stays out.',
    ]);
  });

  it('is the same whenever it is read', () => {
    expect(readIn(qualCoder(text, marks, { quote: 'The end', memo: 'Is it?' })).work).toEqual(incoming.work);
  });
});

describe('a project of NVivo', () => {
  const marks = [
    { quote: 'torture in Okrestina', codes: ['torture'], memo: 'Ask the doctor.' },
    { quote: 'білі 👮 тры гадзіны.\n\nDetainees', codes: ['abuse', 'torture'] },
    { quote: 'nobody was charged', codes: [] },
  ];
  const incoming = readIn(nvivo(text, marks));

  it('gives its passages though it counts the end of a line as two, and says so', () => {
    expect(quotesOf(incoming)).toEqual({
      'torture in Okrestina': ['torture'],
      'білі 👮 тры гадзіны.\n\nDetainees': ['abuse', 'torture'],
      'nobody was charged': [],
    });
    expect(told(incoming)).toContain(
      'changed statement: The positions of 2 passages were counted as that program counts: every end of a line as two characters.',
    );
  });

  it('gives the annotations that links lead from', () => {
    expect(noteOn(incoming, 'torture in Okrestina')).toBe('Ask the doctor.');
    expect(told(incoming)).toContain('refused Untitled: Attest has no links: 1 link stays out.');
  });

  it('names PDF files and sets as left out', () => {
    expect(told(incoming)).toEqual(
      expect.arrayContaining([
        'refused Scan: Attest reads no PDF files: its mark stays out.',
        'refused Untitled: Attest has no sets of codes or documents: 1 set stays out.',
      ]),
    );
  });

  it('has what may be one place or another reviewed', () => {
    // One passage, whose ends are in no word by either way to count.
    const line = 'a - b - c - d\n- e - f - g - h - i - k\n- l - m - n';
    const odd = sourceOf('odd', line);
    const { work } = readIn(nvivo(line, [{ quote: 'm', codes: [] }]), [odd]);
    const [highlight] = Object.values(work.highlights);
    const selector = highlight?.fields.place?.value.selector;
    expect(selector?.start).toBe(selector?.end);
  });
});

describe('a project of ATLAS.ti', () => {
  const marks = [
    { quote: 'torture in Okrestina.\nДзяўчыну білі 👮 тры', codes: ['torture', 'detention'], memo: 'Central.' },
    { quote: 'beaten again; nobody was charged.\nThe', codes: ['detention'] },
  ];
  const incoming = readIn(atlasTi(text, marks));

  it('gives its quotations, though its files have two characters at the end of a line and it counts one', () => {
    expect(quotesOf(incoming)).toEqual({
      'torture in Okrestina.\nДзяўчыну білі 👮 тры': ['torture', 'detention'],
      'beaten again; nobody was charged.\nThe': ['detention'],
    });
    expect(told(incoming).filter((line) => /position/u.test(line))).toEqual([]);
  });

  it('gives comments as notes, and times of change', () => {
    expect(noteOn(incoming, marks[0]?.quote ?? '')).toBe('Central.');
    for (const { modified } of Object.values(incoming.work.highlights))
      expect(modified).toBe('2023-06-08T00:00:00.000Z');
  });

  it('names sound, graphs and links as left out', () => {
    expect(told(incoming)).toEqual(
      expect.arrayContaining([
        'refused talk.m4a: Attest reads no sound: its 2 marks stay out.',
        'refused Belarus: Attest has no graphs: 1 graph stays out.',
        'refused Belarus: Attest has no links: 1 link stays out.',
      ]),
    );
  });

  it('has its codes be tags that one has, by their GUIDs or their paths', () => {
    const own = (id: string, name: string): Tag => ({
      id,
      name,
      parent: null,
      colour: 'teal',
      shortcut: 1,
      description: 'Ours.',
    });
    const { work, lines } = readIn(
      atlasTi(text, marks),
      [statement],
      [own(guidFor('torture'), 'tortura'), own('d', 'Detention')],
    );
    expect(Object.keys(work.tags).sort()).toEqual(['d', guidFor('torture')].sort());
    expect(Object.values(work.tags).every(({ fields }) => Object.keys(fields).length === 0)).toBe(true);
    const used = Object.values(work.highlights).flatMap(({ tags }) => Object.keys(tags));
    expect(new Set(used)).toEqual(new Set(['d', guidFor('torture')]));
    expect(lines.map(({ sentence }) => inEnglish(sentence))).toContain(
      '2 codes are tags that were there before, and stay as they were.',
    );
  });
});

describe('a project of MAXQDA', () => {
  const marks = [
    { quote: 'beaten again', codes: ['beating'], memo: 'See photo.' },
    { quote: 'білі 👮', codes: [], memo: 'Only a memo.' },
  ];
  const incoming = readIn(maxqda(text, marks));

  it('gives its passages, and memos on passages without a code', () => {
    expect(quotesOf(incoming)).toEqual({ 'beaten again': ['beating'], 'білі 👮': [] });
    expect(noteOn(incoming, 'білі 👮')).toBe('Only a memo.');
    expect(incoming.work.tags[guidFor('beating')]?.fields.parent?.value).toBe(guidFor('torture'));
  });

  it('takes names that are positions for no quotation', () => {
    expect(told(incoming).filter((line) => /words|review/u.test(line))).toEqual([]);
  });

  it('refuses what lies outside the text, by name', () => {
    const { work, lines } = readIn(maxqda(text, marks, 5_000));
    expect(work.highlights).toEqual({});
    expect(
      lines.filter(({ outcome, sentence }) => outcome === 'refused' && /outside/u.test(sentence.pattern)),
    ).toHaveLength(2);
  });

  it('refuses a text that is of no statement, with how much is marked in it', () => {
    const refused = readIn(maxqda(text, marks), [sourceOf('other', 'Something else.')]);
    expect(refused.work.highlights).toEqual({});
    expect(told(refused)).toContain('refused statement: The text is of no statement. 2 passages stay out.');
  });
});
