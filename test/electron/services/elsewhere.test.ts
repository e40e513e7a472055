import { join } from 'node:path';
import { build } from 'rolldown';
import { describe, expect, it } from 'vitest';
import { createCorroborator } from '../../../core/corroboration/create-corroborator.ts';
import { type AttestService, contract, longestElsewhere, passagesAtATime } from '../../../core/ipc-contract.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { openAttest } from '../../../electron/services/open-attest.ts';
import { LocalElsewhereFinder } from '../../../electron/services/search/local-elsewhere-finder.ts';
import { ThreadSearcher } from '../../../electron/services/search/thread-searcher.ts';
import { bundledStatements, statementOf } from '../../core/search/statements-for-search.ts';
import { refusal, take } from '../../core/workspace/small-workspace.ts';
import { resources } from '../../support/bundled-statements.ts';
import { byId, partsOf } from '../../support/library-of.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const claim = 'Klimovich, a blogger from Pinsk, died in the Vitebsk prison on 7 May 2023.';
const said = statementOf('said', `${claim}\n\nThe ferries stopped at noon 🇧🇾.`);
const repeated = statementOf('repeated', `It rained.\n\n${claim}`);
const statements = [said, repeated, ...bundledStatements()];

const passageOf = ({ text }: typeof said, words: string) => {
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`“${words}” is not in the statement`);
  return { start: utf16(start), end: utf16(start + words.length) };
};

async function open(): Promise<AttestService> {
  return take(
    await openAttest({
      host: 'desktop',
      version: '0',
      resources,
      workspaceFolder: await temporaryFolder(),
      access: 'write',
      lockWaitMs: 0,
      saveFile: async () => ({ ok: true, value: { outcome: 'cancelled' } }),
    }),
  );
}

async function bundleSearchThread(folder: string): Promise<string> {
  const file = join(folder, 'search-thread.mjs');
  await build({
    input: join(import.meta.dirname, '../../../electron/services/search/search-thread.ts'),
    platform: 'node',
    logLevel: 'silent',
    output: { file, format: 'esm', codeSplitting: false },
  });
  return file;
}

describe('what is found elsewhere', () => {
  it('is what the corroborator finds, in the form of the contract', async () => {
    const found = await new LocalElsewhereFinder(byId(statements)).findElsewhere({
      statement: 'said',
      passage: passageOf(said, claim),
      limit: 3,
    });
    expect(found).toEqual(createCorroborator(statements).elsewhere('said', passageOf(said, claim), 3));
    expect(found[0]).toMatchObject({ statement: 'repeated', exact: claim, place: { paragraph: 2 } });
    expect(contract.findElsewhere.output.parse(found)).toEqual(found);
  });

  it('is worked out in turns, however long the passage, as it is at once', async () => {
    const long = bundledStatements().reduce((a, b) => (b.text.length > a.text.length ? b : a));
    const request = {
      statement: long.summary.id,
      passage: { start: utf16(0), end: utf16(long.text.length) },
      limit: 9,
    };
    const finder = new LocalElsewhereFinder(byId(statements));
    await finder.findElsewhere({ ...request, passage: { start: utf16(0), end: utf16(50) } });
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 0);
    const found = await finder.findElsewhere(request);
    clearInterval(counting);
    expect(turns).toBeGreaterThan(5);
    expect(found).toEqual(createCorroborator(statements).elsewhere(request.statement, request.passage, request.limit));
  });

  it('comes from the services, which say so where the statement cannot be read', async () => {
    const service = await open();
    const { statements: summaries } = take(await service.call('openSession', {}));
    const statement = summaries.find(({ id }) => id.startsWith('003'))?.id ?? '';
    const { text } = take(await service.call('readStatement', { statement }));
    const start = text.indexOf('The report’s recommendations call for');
    const passage = { start: utf16(start), end: utf16(start + 180) };
    const found = take(await service.call('findElsewhere', { statement, passage, limit: 5 }));
    expect(found.length).toBeGreaterThan(0);
    for (const { statement: other } of found) expect(other).not.toBe(statement);
    expect(refusal(await service.call('findElsewhere', { statement: 'gone', passage, limit: 5 }))).toContain('gone');
    const refused = async (from: number, to: number) =>
      refusal(
        await service.call('findElsewhere', {
          statement,
          passage: { start: utf16(from), end: utf16(to) },
          limit: 5,
        }),
      );
    expect(await refused(start, text.length + 1)).toContain(`past the end of ${statement} at ${text.length}`);
    expect(await refused(start + 9, start)).toContain('holds no words');
    expect(await refused(start, start)).toContain('holds no words');
    expect(await refused(0, longestElsewhere + 1)).toContain('at most 10000 characters');
    const passages = [
      { start: utf16(text.length + 10), end: utf16(text.length + 50) },
      passage,
      { start: utf16(start + 9), end: utf16(start) },
      { start: utf16(0), end: utf16(longestElsewhere + 1) },
    ].map((asked) => ({ statement, passage: asked }));
    const verdicts = take(await service.call('findSingleSources', { passages }));
    expect(verdicts).toEqual([null, expect.any(Boolean), null, false]);
    await service.close();
  });
});

describe('single sources', () => {
  it('are told apart in the order they were asked in; of what cannot be read nothing is said', async () => {
    const finder = new LocalElsewhereFinder(byId(statements));
    const alone = { statement: 'said', passage: passageOf(said, 'The ferries stopped at noon 🇧🇾.') };
    const backed = { statement: 'said', passage: passageOf(said, claim) };
    const gone = { ...backed, statement: 'gone' };
    expect(await finder.findSingleSources({ passages: [alone, backed, gone, alone] })).toEqual([
      true,
      false,
      null,
      true,
    ]);
    expect(await finder.findSingleSources({ passages: [] })).toEqual([]);
  });

  it('leave the thread to others between two passages, and are remembered', async () => {
    const finder = new LocalElsewhereFinder(byId(statements));
    const passages = statements
      .slice(2)
      .flatMap(({ summary, blocks }) =>
        blocks.slice(0, 30).map(({ start, end }) => ({ statement: summary.id, passage: { start, end } })),
      );
    const order: string[] = [];
    const first = finder.findSingleSources({ passages: passages.slice(0, passagesAtATime) }).then((verdicts) => {
      order.push('all');
      return verdicts;
    });
    await finder.findElsewhere({ statement: 'said', passage: passageOf(said, claim), limit: 1 });
    order.push('one');
    const verdicts = await first;
    expect(order).toEqual(['one', 'all']);
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 0);
    expect(await finder.findSingleSources({ passages: passages.slice(0, passagesAtATime) })).toEqual(verdicts);
    clearInterval(counting);
    expect(turns).toBe(0);
  });

  it('are found in the search thread too, as here, while it answers searches', async () => {
    const script = await bundleSearchThread(await temporaryFolder());
    const searcher = new ThreadSearcher(script, partsOf(statements), null);
    const passages = [claim, 'The ferries stopped at noon 🇧🇾.'].map((words) => {
      return { statement: 'said', passage: passageOf(said, words) };
    });
    const singles = searcher.findSingleSources({ passages });
    const hits = await searcher.search({ query: 'Klimovich', limit: 5, typing: false, spellings: true });
    expect(hits.total).toBeGreaterThanOrEqual(2);
    expect(await singles).toEqual([false, true]);
    const request = { statement: 'said', passage: passageOf(said, claim), limit: 3 };
    expect(await searcher.findElsewhere(request)).toEqual(
      await new LocalElsewhereFinder(byId(statements)).findElsewhere(request),
    );
    await searcher.close();
  });
});
