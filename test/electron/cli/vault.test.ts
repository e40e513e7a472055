import { openSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { findPlaintext } from '../../../electron/store/vault/folder-files.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { bundled, openReader, type Run, runAttest } from './run-attest.ts';

const first = 'жоўтая цэгла “адзін” 🕊';
const second = 'another passphrase of mine';
const note = 'QQSECRETQQ “Свобода” e\u0301';
const added = ['highlight', '003', '--quote', 'regular use of torture', '--tag', 'ZZHIDDENZZ/torture', '--note', note];

interface Ground {
  /** Where the workspace is. */
  readonly folder: string;
  /** The option that gives these lines as passphrases. */
  readonly secrets: (...lines: readonly string[]) => Promise<string[]>;
}

async function ground(): Promise<Ground> {
  const folder = join(await temporaryFolder(), 'workspace');
  const keys = await temporaryFolder();
  await mkdir(folder);
  let count = 0;
  return {
    folder,
    async secrets(...lines) {
      count += 1;
      const path = join(keys, String(count));
      await writeFile(path, lines.join('\n'));
      return ['--passphrase-file', path];
    },
  };
}

function asked(answers: readonly (string | null)[]) {
  const left = [...answers];
  const prompts: string[] = [];
  const askSecret = async (prompt: string): Promise<string | null> => {
    prompts.push(prompt);
    return left.shift() ?? null;
  };
  return { prompts, askSecret };
}

async function done(running: Promise<Run>): Promise<string> {
  const { code, out, error } = await running;
  if (code !== 0) throw new Error(error);
  return out;
}

/** A workspace with a highlight, encrypted with the first passphrase. */
async function encrypted(on?: Ground): Promise<Ground & { readonly recoveryKey: string }> {
  const { folder, secrets } = on ?? (await ground());
  await done(runAttest(folder, added));
  const out = await done(runAttest(folder, [...(await secrets(first)), '--json', 'vault', 'on']));
  const { recoveryKey } = JSON.parse(out) as { recoveryKey: string };
  return { folder, secrets, recoveryKey };
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('attest vault', () => {
  it('encrypts a workspace, which every command then opens by its passphrase, and decrypts it', async () => {
    const temporary = await temporaryFolder();
    const on = await ground();
    vi.stubEnv('TMPDIR', temporary);
    const { folder, secrets, recoveryKey } = await encrypted(on);
    expect(await done(runAttest(folder, ['vault', 'status']))).toBe('The workspace is encrypted.');
    expect(await findPlaintext(folder)).toEqual([]);
    expect(await done(runAttest(folder, [...(await secrets(first)), 'highlights']))).toContain(note);
    expect(await done(runAttest(folder, [...(await secrets(recoveryKey)), 'history']))).toContain('regular use');
    await done(runAttest(folder, [...(await secrets(first)), 'highlight', '003', '--quote', 'torture', '--nth', '1']));
    for (const where of [folder, temporary]) {
      for (const entry of await readdir(where, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const bytes = await readFile(join(entry.parentPath, entry.name));
        for (const word of ['QQSECRETQQ', 'ZZHIDDENZZ', 'Свобода', first, recoveryKey]) {
          expect(bytes.includes(word), `${word} in ${entry.name}`).toBe(false);
        }
      }
    }
    await done(runAttest(folder, [...(await secrets(first)), 'vault', 'off']));
    expect(await done(runAttest(folder, ['vault', 'status']))).toBe('The workspace is not encrypted.');
    expect(await done(runAttest(folder, ['highlights']))).toContain(note);
  });

  it('changes the passphrase and the recovery key, and destroys the key', async () => {
    const { folder, secrets } = await encrypted();
    await done(runAttest(folder, [...(await secrets(first, second)), 'vault', 'passphrase']));
    const old = await runAttest(folder, [...(await secrets(first)), 'highlights']);
    expect(old.code).toBe(1);
    expect(old.error).toContain('not the passphrase');
    const renewed = await done(runAttest(folder, [...(await secrets(second)), '--json', 'vault', 'recovery']));
    const { recoveryKey } = JSON.parse(renewed) as { recoveryKey: string };
    expect(await done(runAttest(folder, [...(await secrets(recoveryKey)), 'highlights']))).toContain(note);
    await done(runAttest(folder, [...(await secrets(recoveryKey)), 'vault', 'erase']));
    const gone = await runAttest(folder, [...(await secrets(second)), 'highlights']);
    expect(gone.code).toBe(1);
    expect(gone.error).toContain('vault.json, is gone');
  });

  it('asks at the terminal, again after a slip, and for a new passphrase twice', async () => {
    const { folder, secrets } = await encrypted();
    const typing = asked(['a slip', first]);
    expect(await done(runAttest(folder, ['highlights'], bundled, typing))).toContain(note);
    expect(typing.prompts).toEqual(['Passphrase or recovery key', 'Passphrase or recovery key']);
    const unlike = await runAttest(folder, ['vault', 'passphrase'], bundled, asked([first, second, `${second}!`]));
    expect(unlike.error).toContain('not the same');
    await done(runAttest(folder, ['vault', 'passphrase'], bundled, asked([first, second, second])));
    expect(await done(runAttest(folder, [...(await secrets(second)), 'highlights']))).toContain(note);
    const broken = await runAttest(folder, ['highlights'], bundled, asked([null]));
    expect(broken.code).toBe(1);
    expect(broken.error).toContain('No passphrase was typed');
  });

  it('reads passphrases from a file descriptor', async () => {
    const { folder, secrets } = await encrypted();
    const [, path = ''] = await secrets(first);
    const descriptor = openSync(path, 'r');
    expect(await done(runAttest(folder, ['--passphrase-fd', String(descriptor), 'highlights']))).toContain(note);
  });

  it('says in one sentence what is missing, and never takes a passphrase from an argument or the environment', async () => {
    const { folder, secrets } = await encrypted();
    vi.stubEnv('ATTEST_PASSPHRASE', first);
    const wrong: [string[], string][] = [
      [['highlights'], 'A passphrase is needed'],
      [['--passphrase', first, 'highlights'], 'passphrase'],
      [['--passphrase-fd', '-1', 'highlights'], 'passphrase-fd'],
      [['--passphrase-fd', '987', 'highlights'], 'cannot be read from file descriptor 987'],
      [['--passphrase-file', join(folder, 'nothing'), 'highlights'], 'cannot be read from'],
      [[...(await secrets('')), 'highlights'], 'no passphrase left'],
      [['vault', 'open'], 'vault takes one of these words'],
      [[...(await secrets(first)), 'vault', 'on'], 'encrypted already'],
      [['--passphrase-fd', '0', ...(await secrets(first)), 'highlights'], 'not both'],
    ];
    for (const [args, told] of wrong) {
      const { code, out, error } = await runAttest(folder, args);
      expect(code, args.join(' ')).not.toBe(0);
      expect(out).toBe('');
      expect(error).toContain(told);
      expect(error.split('\n')).toHaveLength(1);
      expect(error).not.toContain(first);
    }
  });

  it('tells of files that were put back or lie in clear, whatever the command', async () => {
    const { folder, secrets } = await encrypted();
    const path = join(folder, 'workspace.json');
    const older = await readFile(path);
    await done(runAttest(folder, [...(await secrets(first)), 'highlight', '003', '--quote', 'torture', '--nth', '1']));
    await writeFile(path, older);
    await writeFile(join(folder, 'stray.txt'), 'words');
    for (const args of [['highlights'], ['vault', 'recovery']]) {
      const { code, error } = await runAttest(folder, [...(await secrets(first)), ...args]);
      expect(code).toBe(0);
      // Looking changes nothing.
      if (args[0] === 'highlights') expect((await readFile(path)).equals(older)).toBe(true);
      expect(error).toContain('A file is older than when this encrypted workspace was closed: workspace.json.');
      expect(error).toContain('can be read by anybody: stray.txt.');
    }
  });

  it('has its commands done by the reader that is unlocked, and changes no encryption under it', async () => {
    const { folder, secrets } = await encrypted();
    const reader = await openReader(folder);
    onTestFinished(async () => {
      await reader.close();
    });
    expect((await reader.call('unlockVault', { passphrase: first })).ok).toBe(true);
    expect(await done(runAttest(folder, ['highlights']))).toContain(note);
    await done(runAttest(folder, ['highlight', '003', '--quote', 'torture', '--nth', '1', '--note', 'by a command']));
    const session = await reader.call('openSession', {});
    expect(session.ok && session.value.highlights.map((each) => each.note)).toContain('by a command');
    const path = join(folder, '..', 'out.csv');
    expect((await runAttest(folder, ['export', path])).error).toContain('A passphrase is needed');
    await done(runAttest(folder, [...(await secrets(first)), 'export', path]));
    expect(await readFile(path, 'utf8')).toContain('QQSECRETQQ');
    const off = await runAttest(folder, [...(await secrets(first)), 'vault', 'off']);
    expect(off.code).toBe(1);
    expect(await done(runAttest(folder, ['vault', 'status']))).toBe('The workspace is encrypted.');
  });
});
