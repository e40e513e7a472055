import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runAttest } from './run-attest.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-withhold-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('--withhold', () => {
  it.each(['', '   ', ' ; ;', '\u200B'])('refuses the name “%s” in one sentence, and writes nothing', async (name) => {
    const workspace = join(folder, 'workspace');
    const marked = await runAttest(workspace, [
      'highlight',
      '000',
      '--quote',
      'Moscow Mechanism',
      '--nth',
      '1',
      '--tag',
      't',
    ]);
    expect(marked.error).toBe('');
    const { code, error } = await runAttest(workspace, [
      'export',
      join(folder, 'out.txt'),
      '--withhold',
      'A',
      '--withhold',
      name,
    ]);
    expect(code).toBe(1);
    expect(error.trim()).toMatch(/--withhold was given no name: write one after it, or leave the option out\.$/u);
    expect(readdirSync(folder)).toEqual(['workspace']);
  });
});
