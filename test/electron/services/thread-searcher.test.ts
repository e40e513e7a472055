import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'rolldown';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LocalSearcher } from '../../../electron/services/search/local-searcher.ts';
import { ThreadSearcher } from '../../../electron/services/search/thread-searcher.ts';
import { findPlaintext } from '../../../electron/store/vault/folder-files.ts';
import { statementOf } from '../../core/search/statements-for-search.ts';
import { byId, partsOf } from '../../support/library-of.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const many = Array.from({ length: 60 }, (_, at) => statementOf(`s${at}`, `Torture of word${at} “Свобода”.`));
const request = { query: 'torture', limit: 5, typing: false, spellings: true };

async function ground() {
  const folder = await temporaryFolder();
  const seal = { dataKey: randomBytes(32), vaultId: 'ab'.repeat(16), folder, generation: 3 };
  return { folder, file: { path: join(folder, 'search', 'statements.index'), mayWrite: true, seal } };
}

describe('the key in a search thread', () => {
  const made: SharedArrayBuffer[] = [];

  beforeEach(() => {
    made.length = 0;
    const Shared = class extends SharedArrayBuffer {
      constructor(bytes: number) {
        super(bytes);
        made.push(this);
      }
    };
    vi.stubGlobal('SharedArrayBuffer', Shared);
  });

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  const keyBytes = (): number[] => made.flatMap((memory) => [...new Uint8Array(memory)]);

  it('seals the index there, and is wiped when the thread has ended', async () => {
    const { folder, file } = await ground();
    const script = join(await temporaryFolder(), 'search-thread.mjs');
    await build({
      input: join(import.meta.dirname, '../../../electron/services/search/search-thread.ts'),
      platform: 'node',
      logLevel: 'silent',
      output: { file: script, format: 'esm', codeSplitting: false },
    });
    const threaded = new ThreadSearcher(script, partsOf(many), file);
    while ((await threaded.search(request)).building) await wait(5);
    await threaded.close();
    expect(keyBytes()).toEqual(Array(32).fill(0));
    expect(file.seal.dataKey.some((byte) => byte !== 0)).toBe(true);
    expect(await findPlaintext(folder)).toEqual([]);
    // It was sealed with the key, not with what is left of it: it is read, and not made anew.
    const saved = await readFile(file.path);
    const again = new LocalSearcher(byId(many), file);
    while ((await again.search(request)).building) await wait(5);
    await again.close();
    expect((await readFile(file.path)).equals(saved)).toBe(true);
  });

  it('is wiped where the thread is too busy to end by itself', async () => {
    const { file } = await ground();
    const script = join(await temporaryFolder(), 'busy.mjs');
    await writeFile(script, 'for (;;);');
    const searcher = new ThreadSearcher(script, partsOf(many), file);
    expect(keyBytes()).toEqual([...file.seal.dataKey]);
    await searcher.close();
    expect(keyBytes()).toEqual(Array(32).fill(0));
  });
});
