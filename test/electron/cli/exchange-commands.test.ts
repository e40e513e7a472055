import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Terminal } from '../../../electron/cli/command.ts';
import { writeOwnLibrary } from '../../support/own-library.ts';
import { openReader, type Run, runAttest } from './run-attest.ts';

let folder: string;
const file = (name: string): string => join(folder, name);
const anna = (...args: string[]): Promise<Run> => runAttest(file('anna'), args);
const boris = (...args: string[]): Promise<Run> => runAttest(file('boris'), args);

/** What `--json` prints, of which each test looks at a part. */
async function json(who: typeof anna, ...args: string[]) {
  const { code, out, error } = await who('--json', ...args);
  expect([code, error]).toEqual([0, '']);
  return JSON.parse(out);
}

const quotesOf = async (who: typeof anna): Promise<string[]> =>
  (await json(who, 'highlights')).map(({ exact }: { exact: string }) => exact).sort();

const speech = 'Ambassador\u00a0Michael\u00a0Carpenter';
const mechanism = 'Moscow Mechanism';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attest-cli-'));
  await json(anna, 'highlight', '003', '--quote', speech, '--nth', '1', '--tag', 'torture', '--note', 'Свобода 🕊');
  await json(anna, 'highlight', '000', '--quote', mechanism, '--nth', '1', '--tag', 'detention/conditions');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('export of work', () => {
  it.each(['attest', 'jsonld', 'qdpx'])('writes a .%s that import reads back into another workspace', async (name) => {
    const path = file(`work.${name}`);
    expect(await json(anna, 'export', path)).toMatchObject({ file: path, highlights: 2 });
    const taken = await json(boris, 'import', path);
    expect(taken).toMatchObject({ dryRun: false, highlights: 2, counts: { new: { highlights: 2 } } });
    expect(await quotesOf(boris)).toEqual(await quotesOf(anna));
    expect(await json(boris, 'import', path)).toMatchObject({ highlights: 0, items: [] });
  });

  it.each([
    ['codes.qdc', []],
    ['codes.csv', ['--format', 'taguette-codebook']],
  ])('writes a codebook, %s, that import takes', async (name, args) => {
    await json(anna, 'export', file(name), ...args);
    const taken = await json(boris, 'import', file(name));
    expect(taken.items.map(({ theirs }: { theirs: { words: string } }) => theirs.words)).toContain(
      'detention/conditions',
    );
    expect((await boris('tags')).out).toContain('conditions');
  });

  it('takes along what is chosen and nothing else', async () => {
    await json(anna, 'export', file('part.attest'), '--tag', 'torture');
    await json(boris, 'import', file('part.attest'));
    expect(await quotesOf(boris)).toEqual([speech]);
    await json(anna, 'export', file('part.csv'), '--format', 'taguette-highlights', '--statement', '000');
    expect(readFileSync(file('part.csv'), 'utf8')).toContain(mechanism);
    expect(readFileSync(file('part.csv'), 'utf8')).not.toContain('Carpenter');
  });

  it('writes no file where nothing is chosen', async () => {
    expect(await anna('export', file('none.attest'), '--tag', 'elections')).toEqual({
      code: 1,
      out: '',
      error: 'attest: No highlight is chosen by these options, and no file was written: choose others.',
    });
    expect(() => readFileSync(file('none.attest'))).toThrow();
  });

  it.each([
    [['work.attest', '--style', 'apa'], '--style is for reports'],
    [['work.qdpx', '--private-notes'], 'qdpx cannot say that a note is private'],
    [['codes.qdc', '--tag', 'torture'], 'qdc is a codebook'],
    [['work.attest', '--dossier', 'Report', '--tag', 'torture'], 'A dossier is exported as it is'],
    [['report.docx', '--private-notes'], 'A report never has private notes'],
  ])('refuses %j in a sentence', async ([name = '', ...args], sentence) => {
    const { code, out, error } = await anna('export', file(name), ...args);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain(sentence);
  });

  it('gives private notes only where they are asked for', async () => {
    const reader = await openReader(file('anna'));
    const { highlights } = unwrap(await reader.call('openSession', {}));
    const noted = highlights.find(({ note }) => note !== '');
    unwrap(await reader.call('editHighlight', { id: noted?.id ?? '', isNotePrivate: true }));
    await reader.close();
    await json(anna, 'export', file('open.jsonld'));
    expect(readFileSync(file('open.jsonld'), 'utf8')).not.toContain('Свобода');
    await json(anna, 'export', file('own.jsonld'), '--private-notes');
    expect(readFileSync(file('own.jsonld'), 'utf8')).toContain('Свобода');
  });
});

describe('import', () => {
  it('with --dry-run says the same and changes nothing, beside a reader that is open', async () => {
    await json(anna, 'export', file('work.attest'));
    const reader = await openReader(file('boris'));
    onTestFinished(async () => {
      await reader.close();
    });
    const tried = await json(boris, 'import', file('work.attest'), '--dry-run');
    expect(tried).toMatchObject({ dryRun: true, highlights: 0, counts: { new: { highlights: 2 } } });
    expect(await quotesOf(boris)).toEqual([]);
    expect(unwrap(await reader.call('openSession', {})).revision).toBe(0);
  });

  it('goes through the door of a reader that is open, which sees it and can take it back', async () => {
    await json(anna, 'export', file('work.attest'));
    const reader = await openReader(file('boris'));
    onTestFinished(async () => {
      await reader.close();
    });
    const told: string[] = [];
    reader.subscribe((event) => told.push(event.type));
    expect(await json(boris, 'merge', file('work.attest'))).toMatchObject({ highlights: 2 });
    expect(told).toContain('changed');
    expect(unwrap(await reader.call('openSession', {})).highlights).toHaveLength(2);
    unwrap(await reader.call('undo', {}));
    expect(await quotesOf(boris)).toEqual([]);
  });

  it('says what is wrong with the file through the door as without it', async () => {
    writeFileSync(file('broken.attest'), 'PK\u0003\u0004 and no more');
    const alone = await boris('import', file('broken.attest'));
    expect(alone.code).toBe(1);
    const reader = await openReader(file('boris'));
    onTestFinished(async () => {
      await reader.close();
    });
    expect(await boris('import', file('broken.attest'))).toEqual(alone);
    expect(await boris('import', file('none.attest'))).toMatchObject({
      code: 1,
      error: `attest: There is no file at ${file('none.attest')}.`,
    });
  });

  it('writes its report where it is told, and never over the file or the workspace', async () => {
    await json(anna, 'export', file('work.attest'));
    await json(boris, 'import', file('work.attest'), '--report', file('report.txt'));
    const report = readFileSync(file('report.txt'), 'utf8');
    expect(report).toMatch(/^Import of work\.attest \(attest\)\n/u);
    expect(report).toContain(`taken: ${mechanism}`);
    const onto = await boris('import', file('work.attest'), '--report', file('work.attest'));
    expect(onto).toMatchObject({ code: 2, out: '' });
    const own = await boris('import', file('work.attest'), '--report', file('boris/workspace.json'));
    expect(own.code).toBe(1);
    expect(own.error).toContain('is Attest’s own');
    expect(await quotesOf(boris)).toHaveLength(2);
  });

  it.each([
    [['--rule', 'mine-all'], '--rule takes later, both, mine, theirs, and not “mine-all”.'],
    [['--limit', '0'], '--limit takes a whole number from 1, not “0”.'],
    [['--report', ''], '--report takes the path of a file.'],
  ])('refuses %j', async (args, sentence) => {
    expect(await boris('import', file('work.attest'), ...args)).toMatchObject({
      code: 2,
      error: `attest: ${sentence} See attest --help.`,
    });
  });
});

describe('merge', () => {
  async function disagree(): Promise<string> {
    await json(anna, 'export', file('first.attest'));
    await json(boris, 'import', file('first.attest'));
    for (const [who, name, note] of [
      ['anna', 'Anna', 'Her words'],
      ['boris', 'Boris', 'His words'],
    ] as const) {
      const reader = await openReader(file(who));
      unwrap(await reader.call('changeSettings', { name }));
      const { highlights } = unwrap(await reader.call('openSession', {}));
      const noted = highlights.find(({ selector }) => selector.quote === speech);
      unwrap(await reader.call('editHighlight', { id: noted?.id ?? '', note }));
      await reader.close();
    }
    await json(anna, 'export', file('second.attest'));
    return file('second.attest');
  }

  it('says whose work it is and what each says where the two disagree', async () => {
    const { out } = await boris('merge', await disagree(), '--dry-run');
    expect(out).toContain('second.attest: an archive of Attest, from Anna');
    expect(out).toContain('1 CHANGED ON BOTH SIDES, of these 1 highlight');
    expect(out).toMatch(/CHANGED ON BOTH SIDES, highlight in 003\S+: note\n {2}here: .*“His words” \(Boris, /u);
    expect(out).toMatch(/ {2}there: .*“Her words” \(Anna, /u);
    expect(out).toContain('Nothing was changed (--dry-run).');
  });

  it.each([
    [[], 'His words\nHer words'],
    [['--rule', 'mine'], 'His words'],
    [['--rule', 'theirs'], 'Her words'],
    [['--rule', 'later'], 'His words'],
  ])('with %j keeps the note that it says', async (args, note) => {
    await json(boris, 'merge', await disagree(), ...args);
    const notes = (await json(boris, 'highlights')).map((highlight: { note: string }) => highlight.note).sort();
    // Who wrote first is not for this test: the two are in the order they were written.
    expect(notes.at(-1)?.split('\n').sort()).toEqual(note.split('\n').sort());
  });
});

/** The value of an outcome that a test relies on. */
function unwrap<T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!outcome.ok) throw new Error('This should have worked.');
  return outcome.value;
}

describe('import of many statements', () => {
  it.each(['import', 'merge'])(
    'as %s shows how far it is, and is given up by Ctrl+C with nothing changed',
    async (name) => {
      await writeOwnLibrary(file('library'), 150);
      const path = file('library.attest');
      expect((await runAttest(file('library'), ['export', path])).code).toBe(0);
      const shown: (string | null)[] = [];
      let interrupt: () => void = () => undefined;
      const terminal: Terminal = {
        showProgress: (line) => {
          shown.push(line);
          if (line !== null) interrupt();
        },
        onInterrupt: (listener) => {
          interrupt = listener;
          return () => undefined;
        },
      };
      const givenUp = await runAttest(file('boris'), [name, path], undefined, { terminal });
      expect(givenUp).toEqual({
        code: 1,
        out: '',
        error: 'attest: The import was cancelled, and nothing was changed.',
      });
      expect([shown[0], shown.at(-1)]).toEqual(['Statements: 0 of 150', null]);
      const listed = async (): Promise<number> => (await json(boris, 'list')).length;
      const before = await listed();
      expect(before).toBe(5);

      const watched: (string | null)[] = [];
      const patient: Terminal = { showProgress: (line) => watched.push(line), onInterrupt: () => () => undefined };
      expect((await runAttest(file('boris'), [name, path], undefined, { terminal: patient })).code).toBe(0);
      expect(watched.slice(-2)).toEqual([expect.stringMatching(/^Statements: 150 of 150/u), null]);
      expect(await listed()).toBe(before + 150);
    },
  );
});
