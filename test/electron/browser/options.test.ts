import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listenOnLoopback } from '../../../electron/browser/listen-on-loopback.ts';
import { parseOptions } from '../../../electron/browser/parse-options.ts';
import { loadStaticFiles } from '../../../electron/browser/static-files.ts';
import { unwrap } from './running-server.ts';

describe('the arguments', () => {
  it('are all optional', () => {
    expect(parseOptions([])).toEqual({ ok: true, value: { workspace: undefined, isOpening: true, port: 0 } });
    const all = ['--workspace', 'my notes', '--no-open', '--port', '8080'];
    expect(parseOptions(all)).toEqual({ ok: true, value: { workspace: 'my notes', isOpening: false, port: 8080 } });
  });

  it.each([['--port', 'x'], ['--port', '65536'], ['--port', '-1'], ['--port'], ['--workspace='], ['--what'], ['file']])(
    'are refused in one line with the usage: %s %s',
    (...args) => {
      const refused = parseOptions(args.filter((argument) => typeof argument === 'string'));
      expect(refused).toMatchObject({ ok: false, fault: { code: 'invalid' } });
      if (!refused.ok) expect(refused.fault.message).toMatch(/^[^\n]*Usage: npm start -- [^\n]*$/u);
    },
  );
});

describe('the port', () => {
  it('is refused in words where another program has it', async () => {
    const taken = unwrap(await listenOnLoopback(() => {}, 0));
    onTestFinished(() => taken.close());
    const second = await listenOnLoopback(() => {}, taken.port);
    expect(second).toMatchObject({ ok: false, fault: { code: 'internal' } });
    if (!second.ok) expect(second.fault.message).toContain(`port ${taken.port}`);
  });
});

describe('a reader that is not built', () => {
  it('is said with the folder it should be in', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'attest-none-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await mkdir(join(folder, 'empty'));
    for (const path of [join(folder, 'empty'), join(folder, 'missing')]) {
      const loaded = await loadStaticFiles(path);
      expect(loaded.ok).toBe(false);
      if (!loaded.ok) expect(loaded.fault.message).toContain(path);
    }
  });
});
