import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { AttestEvent } from '../../../../core/session.ts';
import { openAttest } from '../../../../electron/services/open-attest.ts';
import { checkOriginal, checkText } from '../../../../electron/store/statement-files.ts';
import { WorkspaceStore } from '../../../../electron/store/workspace-store.ts';
import { take } from '../../../core/workspace/small-workspace.ts';
import { bundleProgram, bundleThread } from '../../../support/bundle-thread.ts';
import { resources } from '../../../support/bundled-statements.ts';
import { storeOptions } from '../../../support/faults/store-options.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

let programs = '';
let program = '';
let thread = '';
beforeAll(async () => {
  programs = await mkdtemp(join(tmpdir(), 'attest-test-'));
  program = await bundleProgram(programs, join(import.meta.dirname, '../../../support/adding-process.ts'));
  thread = await bundleThread(programs, 'library/convert/convert-thread.ts');
}, 120_000);
afterAll(() => rm(programs, { recursive: true }));

const fileCount = 300;

/** Starts the process, and kills it in the midst: when it has told of more than `after` files. */
async function killAfter(after: number, workspace: string, folder: string | null): Promise<void> {
  const parameters = [program, workspace, resources, thread, ...(folder === null ? [] : [folder])];
  const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'close');
  let done = -1;
  for await (const line of createInterface({ input: child.stdout })) {
    done = Number(line);
    if (done > after) child.kill('SIGKILL');
  }
  await gone;
  expect(done).toBeLessThan(fileCount);
}

it('an import that is killed again and again goes on where it was, and ends with every file once', async () => {
  const folder = await temporaryFolder();
  for (let at = 0; at < fileCount; at += 1) await writeFile(join(folder, `${at}.txt`), `Number ${at}. `.repeat(20));
  const workspace = await temporaryFolder();
  await killAfter(0, workspace, folder);
  await killAfter(-1, workspace, null);
  await killAfter(40, workspace, null);

  const service = take(
    await openAttest({
      host: 'browser',
      version: '0',
      resources,
      workspaceFolder: workspace,
      access: 'write',
      lockWaitMs: 10_000,
      convertThread: thread,
      saveFile: async () => {
        throw new Error('Nothing is saved here.');
      },
    }),
  );
  onTestFinished(async () => {
    await service.close();
  });
  const ended = await new Promise<AttestEvent>((resolve) => {
    service.subscribe((event) => {
      if (event.type === 'adding' && event.adding?.state !== 'running') resolve(event);
    });
  });
  expect(ended).toMatchObject({
    adding: {
      state: 'done',
      isContinued: true,
      done: fileCount,
      total: fileCount,
      counts: { added: fileCount, known: 0, refused: 0 },
    },
  });
  await service.close();

  const store = await WorkspaceStore.open(storeOptions(workspace, { access: 'read' }));
  const statements = Object.values(store.workspace.statements);
  await store.release();
  expect(statements.map(({ versions }) => versions[0]?.original.name).sort()).toEqual((await readdir(folder)).sort());
  const place = { folder: workspace, key: null };
  for (const version of statements.flatMap(({ versions }) => versions)) {
    expect((await checkOriginal(place, version, async () => undefined)).fixity).toBe('verified');
    expect((await checkText(place, version, async () => undefined)).fixity).toBe('verified');
  }
  const names = await readdir(join(workspace, 'statements'), { recursive: true });
  expect(names.filter((name) => name.includes('attest-tmp') || name.includes('adding'))).toEqual([]);
}, 120_000);
