import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundled, type Run, runAttest } from './run-attest.ts';

const briefing = '003_7caa75fa661d9e47';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const attest = (args: readonly string[], resources = bundled): Promise<Run> =>
  runAttest(join(folder, 'workspace'), args, resources);

/** What `--json` prints, of which each test looks at a part. */
async function json(...args: string[]) {
  const { code, out, error } = await attest(['--json', ...args]);
  expect([code, error]).toEqual([0, '']);
  return JSON.parse(out);
}

const textOf = (id: string): string => readFileSync(join(bundled, 'statements', `${id}.txt`), 'utf8');
const sliceOf = ({ statement, start, end }: { statement: string; start: number; end: number }): string =>
  [...textOf(statement)].slice(start, end).join('');

describe('list and show', () => {
  it('list gives every statement with its SHA-256 and length', async () => {
    const rows = await json('list');
    expect(rows).toHaveLength(5);
    expect(Object.keys(rows[0])).toEqual([
      'id',
      'title',
      'date',
      'publisher',
      'kind',
      'language',
      'sha256',
      'words',
      'own',
    ]);
    expect(rows[3]).toMatchObject({ id: briefing, date: '2023-05?', language: 'en' });
    expect(rows[3].words).toBe(
      textOf(briefing)
        .trim()
        .split(/\s+/u)
        .filter((run) => /[\p{L}\p{N}]/u.test(run)).length,
    );
  });

  it.each([briefing, `${briefing}.txt`, '003'])('show finds a statement by %s', async (name) => {
    const shown = await json('show', name);
    expect(shown.text).toBe(textOf(briefing));
    expect(shown.summary.id).toBe(briefing);
    expect(shown.blocks.at(-1).end).toBeLessThanOrEqual([...shown.text].length);
  });

  it('show prints paragraph numbers, and marks website text and what was inferred', async () => {
    const { out } = await attest(['show', '003']);
    expect(out).toContain('¶ 2  MODERATOR:');
    expect(out).toContain('[website text]  Official websites use .gov');
    expect(out).toMatch(/date: 2023-05\? \(inferred: /u);
  });

  it('show names the statements where one is not found, or more than one', async () => {
    expect(await attest(['show', '004_x'])).toMatchObject({ code: 1, out: '' });
    const many = await attest(['show', '00']);
    expect(many.code).toBe(1);
    expect(many.error).toContain('more than one');
  });
});

describe('elsewhere', () => {
  it('gives passages of other statements with what they share, each the slice at its code points', async () => {
    const title = 'The OSCE Moscow Mechanism report in respect of Belarus';
    const found = await json('elsewhere', '001', '--quote', title, '--nth', '1', '--limit', '3');
    expect(found.length).toBeGreaterThan(0);
    for (const likeness of found) {
      expect(likeness.statement.startsWith('001')).toBe(false);
      expect(sliceOf(likeness)).toBe(likeness.exact);
      expect(likeness.reasons.length).toBeGreaterThan(0);
    }
  });

  it('says what finding nothing means', async () => {
    const { code, out } = await attest(['elsewhere', '003', '--quote', 'Thank you', '--nth', '1']);
    expect([code, out.includes('does not mean that nobody says it')]).toEqual([0, true]);
  });

  it('wants words to look for', async () => {
    expect((await attest(['elsewhere', '003'])).code).toBe(2);
  });
});

describe('search', () => {
  it('gives a hit for each paragraph, whose exact words are the slice at its code points', async () => {
    const result = await json('search', 'Ambassador Michael Carpenter');
    expect(result.total).toBe(result.hits.length);
    expect(result.hits[0]).toMatchObject({ statement: briefing, exact: 'Ambassador\u00a0Michael\u00a0Carpenter' });
    const keys = ['statement', 'paragraph', 'start', 'end', 'exact', 'before', 'after', 'tier', 'readings', 'matches'];
    expect(Object.keys(result.hits[0])).toEqual(keys);
    for (const hit of result.hits) expect(sliceOf(hit)).toBe(hit.exact);
  });

  it('takes the whole language, and says how each hit was found', async () => {
    const result = await json('search', 'Tikhanovskaya');
    expect(result.hits.map(({ tier }: { tier: string }) => tier)).toContain('variant');
    const [variant] = result.hits.filter(({ tier }: { tier: string }) => tier === 'variant');
    const { start, end } = variant.matches[0];
    expect(sliceOf({ ...variant, start, end })).toBe(variant.readings[0].found);
    const narrow = await json('search', 'Tikhanovskaya', '--same-spelling');
    expect(narrow.hits.every(({ tier }: { tier: string }) => tier === 'exact')).toBe(true);
    expect(narrow.total).toBeLessThan(result.total);
    expect((await json('search', 'speaker:carpenter torture OR abuses')).understood).toContain('said by');
    expect((await json('search', 'Tikhanovskya')).suggestions.length + result.total).toBeGreaterThan(0);
  });

  it('takes a limit, and says how many there are in all', async () => {
    const result = await json('search', 'Belarus', '--limit', '2');
    expect(result.hits).toHaveLength(2);
    expect(result.total).toBeGreaterThan(2);
  });

  it('finds nothing for punctuation', async () => {
    expect(await json('search', '?!')).toMatchObject({ query: '?!', total: 0, hits: [], notes: [], tags: [] });
  });
});

describe('highlight and highlights', () => {
  it('keeps a highlight with tags and a note for the next command', async () => {
    const quote = 'regular use of torture against detainees';
    const made = await json(
      'highlight',
      '003',
      '--quote',
      quote,
      '--tag',
      'torture',
      '--tag',
      'prisons',
      '--note',
      'See',
    );
    expect(made).toMatchObject({ statement: briefing, exact: quote, tags: ['torture', 'prisons'], note: 'See' });
    expect(made.state).toBe('anchored');
    expect(sliceOf(made)).toBe(quote);
    expect(await json('highlights')).toEqual([made]);
    expect(await json('highlights', '--tag', 'Prisons')).toEqual([made]);
    expect(await json('highlights', '--tag', 'detention')).toEqual([]);
    expect(await json('highlights', '--statement', '001')).toEqual([]);
    expect((await json('tags')).map(({ name }: { name: string }) => name)).toContain('prisons');
  });

  it('takes a quotation in other spaces, quotes and case, and keeps the words of the text', async () => {
    const made = await json('highlight', '003', '--quote', "today's   SESSION is on the record.");
    expect(made.exact).toBe('today’s session is on the record.');
    expect(sliceOf(made)).toBe(made.exact);
  });

  it('wants to know which, where the quotation stands more than once', async () => {
    const { code, error } = await attest(['highlight', '003', '--quote', 'MODERATOR:']);
    expect(code).toBe(1);
    expect(error).toMatch(/stands \d+ times in 003_.*--nth 1 to --nth \d+/u);
    const third = await json('highlight', '003', '--quote', 'MODERATOR:', '--nth', '3');
    expect(third.start).toBeGreaterThan((await json('highlight', '003', '--quote', 'MODERATOR:', '--nth', '2')).start);
    expect((await attest(['highlight', '003', '--quote', 'MODERATOR:', '--nth', '99'])).code).toBe(1);
  });

  it('says so where the quotation is nowhere', async () => {
    const { code, error } = await attest(['highlight', '003', '--quote', 'no such words']);
    expect(code).toBe(1);
    expect(error).toMatch(/nowhere in 003_/u);
  });

  it('hints at the nearest tags for one that does not exist', async () => {
    const { code, error } = await attest(['highlights', '--tag', 'tortur']);
    expect(code).toBe(1);
    expect(error).toBe('attest: There is no tag “tortur”. Did you mean torture?');
  });
});

describe('tags as a tree', () => {
  beforeEach(async () => {
    await json('highlight', '003', '--quote', 'regular use of torture', '--tag', 'detention/conditions');
    await json('highlight', '003', '--quote', 'impunity for abuses', '--tag', 'detention');
  });

  it('are listed with their paths, and for people under each other', async () => {
    const rows = await json('tags');
    expect(Object.keys(rows[0])).toEqual(['id', 'name', 'colour', 'shortcut', 'description', 'highlights']);
    expect(rows.map(({ name, highlights }: { name: string; highlights: number }) => [name, highlights])).toEqual([
      ['torture', 0],
      ['detention', 1],
      ['detention/conditions', 1],
      ['elections', 0],
    ]);
    expect((await attest(['tags'])).out).toBe('torture  0\ndetention  1\n  conditions  1\nelections  0');
  });

  it('choose their sub-tags too, by path or by a name that only one has', async () => {
    const quotes = async (tag: string) =>
      (await json('highlights', '--tag', tag)).map(({ exact }: { exact: string }) => exact);
    expect(await quotes('Detention')).toHaveLength(2);
    expect(await quotes('detention/CONDITIONS')).toEqual(['regular use of torture']);
    expect(await quotes('conditions')).toEqual(['regular use of torture']);
  });

  it('are put on by a name that only one has, not made a second time', async () => {
    const made = await json('highlight', '003', '--quote', 'impunity for abuses', '--tag', 'conditions');
    expect(made.tags).toEqual(['detention', 'detention/conditions']);
    expect(await json('tags')).toHaveLength(4);
  });

  it('want to be named by path where two have one name', async () => {
    await json('highlight', '003', '--quote', 'regular use of torture', '--tag', 'elections/conditions');
    for (const command of [['highlights'], ['highlight', '003', '--quote', 'impunity for abuses']]) {
      const { code, error } = await attest([...command, '--tag', 'conditions']);
      expect(code).toBe(1);
      expect(error).toContain('detention/conditions, elections/conditions');
    }
  });

  it.each([
    ['conditons', 'Did you mean detention/conditions?'],
    ['detention/', 'before and after each “/”'],
    ['x'.repeat(10_000), 'at most 100 characters'],
  ])('give a hint for %j', async (tag, hint) => {
    const { code, error } = await attest(['highlights', '--tag', tag]);
    expect(code).toBe(1);
    expect(error).toContain(hint);
    expect(error.length).toBeLessThan(200);
  });
});

describe('export', () => {
  beforeEach(async () => {
    await json('highlight', '003', '--quote', 'regular use of torture against detainees', '--tag', 'torture');
    await json('highlight', '001', '--quote', '5 November 2020');
  });

  it.each(['md', 'markdown', 'csv', 'json'])('writes every highlight, tagged or not, to a .%s file', async (format) => {
    const file = join(folder, `out.${format}`);
    expect((await json('export', file)).excerpts).toBe(2);
    const content = readFileSync(file, 'utf8');
    expect(content).toContain('regular use of torture against detainees');
    expect(content).toContain('5 November 2020');
  });

  it('takes the format by name, and only the tags chosen', async () => {
    const file = join(folder, 'out.txt');
    expect(await json('export', file, '--format', 'json', '--tag', 'torture')).toMatchObject({ excerpts: 1 });
    const { excerpts, sources } = JSON.parse(readFileSync(file, 'utf8'));
    expect(excerpts[0].text).toBe(sliceOf({ ...excerpts[0], statement: sources[0].statement }));
    expect(sources).toHaveLength(1);
  });

  it('of an unknown format is wrong usage, with the formats named', async () => {
    const { code, error } = await attest(['export', join(folder, 'out.doc')]);
    expect(code).toBe(2);
    expect(error).toContain('docx, html, md, txt, xlsx, csv, json');
    expect((await attest(['export', join(folder, 'out.md'), '--format', 'pdf'])).code).toBe(2);
  });

  it('to a path that cannot be written says so in one line and leaves no file', async () => {
    const missing = await attest(['export', join(folder, 'missing', 'out.md')]);
    expect(missing.code).toBe(1);
    expect(missing.error.split('\n')).toHaveLength(1);
    await mkdir(join(folder, 'folder.md'));
    expect((await attest(['export', join(folder, 'folder.md')])).code).toBe(1);
    expect(readdirSync(folder).sort()).toEqual(['folder.md', 'workspace']);
  });

  it('keeps the file that was there where the tag does not exist', async () => {
    const file = join(folder, 'out.md');
    writeFileSync(file, 'before');
    expect((await attest(['export', file, '--tag', 'none such'])).code).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('before');
  });
});

describe('verify', () => {
  it('is well for the bundled statements and a highlight in them', async () => {
    await json('highlight', '001', '--quote', '5 November 2020');
    const verified = await json('verify');
    expect(verified.ok).toBe(true);
    expect(verified.sources).toHaveLength(5);
    expect(verified.highlights).toHaveLength(1);
  });

  it('names a changed source, a missing one and a highlight whose words are gone', async () => {
    await json('highlight', '001', '--quote', '5 November 2020');
    const resources = join(folder, 'resources');
    await cp(bundled, resources, { recursive: true });
    const changed = join(resources, 'statements/001_d012b4a4f31161df.txt');
    writeFileSync(changed, readFileSync(changed, 'utf8').replace('5 November 2020', '6 November 2020'));
    rmSync(join(resources, 'statements', `${briefing}.txt`));
    const { code, out } = await attest(['verify', '--json'], resources);
    expect(code).toBe(1);
    const { ok, sources, highlights } = JSON.parse(out);
    expect(ok).toBe(false);
    expect(sources.map((source: { fixity: string }) => source.fixity)).toEqual([
      'verified',
      'changed',
      'verified',
      'missing',
      'verified',
    ]);
    expect(highlights).toMatchObject([{ ok: false, exact: '5 November 2020' }]);
    const text = await attest(['verify'], resources);
    expect(text.code).toBe(1);
    expect(text.out).toContain('001_d012b4a4f31161df.txt: changed');
    expect(text.error).toContain('2 of 5 sources and 1 of 1 highlights');
  });
});

describe('usage', () => {
  it('is printed for --help, and for no command', async () => {
    const help = await attest(['--help']);
    expect(help).toMatchObject({ code: 0, error: '' });
    const nothing = await attest([]);
    expect(nothing).toEqual({ code: 2, out: '', error: help.out });
  });

  it.each([
    [['lst'], 'list'],
    [['list', 'more'], 'The command is: list.'],
    [['show'], 'The command is: show ID.'],
    [['search'], 'QUERY'],
    [['search', 'x', '--limit', '0'], '--limit takes a whole number'],
    [['search', 'x', '--limit', 'ten'], '--limit takes a whole number'],
    [['list', '--tag', 'x'], 'list has no option --tag'],
    [['list', '--loud'], '--loud'],
    [['highlight', '003'], '--quote'],
    [['highlight', '003', '--quote', 'x', '--nth', '-1'], '--nth'],
    [['export'], 'FILE'],
    [['--workspace', '', 'list'], '--workspace'],
  ])('%j is wrong usage, and says what is', async (args, hint) => {
    const { code, out, error } = await attest(args);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain(hint);
    expect(error.split('\n')).toHaveLength(1);
  });

  it('takes the workspace from the command line before the environment', async () => {
    const other = join(folder, 'other');
    expect((await attest(['--workspace', other, 'highlight', '001', '--quote', 'Photo credit'])).code).toBe(0);
    expect(await json('highlights')).toEqual([]);
    expect(JSON.parse((await attest(['highlights', '--json', '--workspace', other])).out)).toHaveLength(1);
  });
});
