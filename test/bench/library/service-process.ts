// A process of its own that opens one workspace as a host does, and says what each thing that a reader asks for takes.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { facetsOf, filterSummaries } from '../../../core/catalogue/facets.ts';
import { sortSummaries } from '../../../core/catalogue/sort-summaries.ts';
import type { CallInput, CallName, CallOutput } from '../../../core/ipc-contract.ts';
import { fail } from '../../../core/result.ts';
import { unpackSession } from '../../../core/session.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { answerCall } from '../../../electron/services/answer-call.ts';
import { openAttest } from '../../../electron/services/open-attest.ts';
import { worthSaving } from '../../../electron/services/search/local-searcher.ts';
import { searchFilePath } from '../../../electron/services/workspace-folder.ts';
import { resources } from '../../support/bundled-statements.ts';
import { median } from '../statistics.ts';

/** Milliseconds, each the median of several where it can be asked several times; megabytes; all by their labels. */
export type ServiceMeasures = Readonly<Record<string, number>>;

/** What the process is told: the workspace, and where the program is built. */
export interface ServiceOrder {
  readonly folder: string;
  readonly built: string;
}

const times = 15;
const excerpts = 200;

/** How long it may take until the search index is saved, in milliseconds. */
const mostSavingMs = 120_000;

const queries = [
  ['words', ['detained journalist', 'election observers', 'political prisoners', 'human rights council']],
  ['a phrase', ['"human rights"', '"political prisoners"', '"free and fair"', '"Vienna Mechanism"']],
  ['a name', ['Tikhanovskaya', 'Lukashenka', 'Babaryka', 'Protasevich']],
] as const;

const megabyte = 1024 * 1024;
const memory = (): number => process.memoryUsage().rss / megabyte;

/** What ends while its index is being saved leaves none behind, and the next start would make it anew. */
async function untilSaved(path: string): Promise<void> {
  const endMs = performance.now() + mostSavingMs;
  while (!existsSync(path)) {
    if (performance.now() > endMs) throw new Error(`The search index was not saved in ${path}.`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function measure({ folder, built }: ServiceOrder): Promise<ServiceMeasures> {
  const measures: Record<string, number> = {};
  const clock = async <Value>(label: string, work: () => Promise<Value> | Value): Promise<Value> => {
    const started = performance.now();
    const value = await work();
    measures[label] = performance.now() - started;
    return value;
  };
  const often = async (label: string, work: (index: number) => Promise<unknown> | unknown): Promise<void> => {
    const all: number[] = [];
    for (let index = 0; index < times; index += 1) {
      const started = performance.now();
      await work(index);
      all.push(performance.now() - started);
    }
    measures[label] = median(all);
  };
  const opened = await clock('opening the services', () =>
    openAttest({
      host: 'browser',
      version: 'bench',
      resources,
      workspaceFolder: folder,
      access: 'write',
      lockWaitMs: 0,
      searchThread: join(built, 'main/search-thread.js'),
      saveFile: async () => fail('internal', 'Nothing is saved here.'),
    }),
  );
  if (!opened.ok) throw new Error(opened.fault.message);
  const service = opened.value;
  const ask = async <Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> => {
    const { result } = await answerCall(service, name, input, console.error);
    if (!result.ok) throw new Error(result.fault.message);
    // The contract has just checked the output of `name`.
    return JSON.parse(JSON.stringify(result.value)) as CallOutput<Name>;
  };
  const session = await clock('the session, sent and read', async () =>
    unpackSession(await ask('openSession', { mostHighlights: 5_000, isPacked: true })),
  );
  const { statements } = session;
  const ids = statements.map(({ id }) => id);
  const some = (index: number): string => ids[Math.floor(((index + 0.5) / times) * ids.length)] ?? '';
  const parts = Array.from({ length: Math.ceil(ids.length / 100) }, (_, at) => ids.slice(at * 100, at * 100 + 100));
  let highlights = session.highlights;
  await clock('its highlights, in parts', async () => {
    if (session.unread === undefined) return;
    for (const part of parts) highlights = highlights.concat(await ask('readHighlights', { statements: part }));
  });
  await often('a statement to read', (index) => ask('readStatement', { statement: some(index) }));
  await often('facets, filter and sort', () => {
    facetsOf(statements, { language: ['ru'] });
    sortSummaries(filterSummaries(statements, { language: ['ru', 'en'] }), 'date', 'descending', (a, b) =>
      a < b ? -1 : 1,
    );
  });
  const page = (index: number) => {
    const from = Math.floor((index / times) * Math.max(0, highlights.length - excerpts));
    return { ids: highlights.slice(from, from + excerpts).map(({ id }) => id), context: 'sentence' as const };
  };
  await often(`a page of ${excerpts} excerpts`, (index) => ask('readExcerpts', page(index)));
  await often('a highlight, until it is on the disk', (index) => {
    const passage = { start: utf16(2 + index), end: utf16(150) };
    return ask('addHighlight', { statement: some(index), passage, tags: [], note: '' });
  });
  measures['memory after reading, MB'] = memory();
  const search = (query: string) => ask('search', { query, limit: 50, typing: false, spellings: true });
  await clock('until everything can be searched', async () => {
    while ((await search('detained')).building) await new Promise((resolve) => setTimeout(resolve, 250));
  });
  for (const [label, asked] of queries) {
    await clock(`search for ${label}, first`, () => search(asked[0]));
    await often(`search for ${label}, later`, (index) => search(asked[index % asked.length] ?? ''));
  }
  measures['memory after searching, MB'] = memory();
  if (statements.length >= worthSaving) await untilSaved(searchFilePath(folder));
  await clock('closing', () => service.close());
  return measures;
}

process.once('message', (order: ServiceOrder) => {
  measure(order).then(
    (measures) => process.send?.({ measures }, () => process.disconnect()),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
