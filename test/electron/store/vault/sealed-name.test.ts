import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  isNeverSealed,
  isWrittenInPieces,
  logicalName,
  pathWithin,
} from '../../../../electron/store/vault/sealed-name.ts';

describe('the name that a file is sealed under', () => {
  it.each([
    ['workspace.json', 'workspace.json'],
    ['.workspace.json.0123456789ab.attest-tmp', 'workspace.json'],
    ['workspace.damaged-2026-07-05T10-20-30.000Z.json', 'workspace.json'],
    ['workspace.before-repair-2026-07-05T10-20-30.000Z.json', 'workspace.before-repair-2026-07-05T10-20-30.000Z.json'],
    ['reader.damaged-2026-07-05T10-20-30.000Z.json', 'reader.json'],
    ['journal', 'journal'],
    ['journal.set-aside-2026-07-05T10-20-30.000Z', 'journal'],
    ['journal.set-aside-2026-07-05T10-20-30.000Z/00000001.journal', 'journal/00000001.journal'],
    ['journal.damaged-2026-07-05T10-20-30.000Z', 'journal.damaged-2026-07-05T10-20-30.000Z'],
    ['backups/.workspace-2026.json.0123456789ab.attest-tmp', 'backups/workspace-2026.json'],
    ['backups/workspace.damaged-x.json', 'backups/workspace.damaged-x.json'],
  ])('of %s is %s', (within, name) => {
    expect(logicalName(within)).toBe(name);
  });

  it('is that of a path in the folder, with slashes, and there is none out of it', () => {
    const folder = join('/', 'a', 'workspace');
    expect(pathWithin(folder, join(folder, 'journal', '00000001.journal'))).toBe('journal/00000001.journal');
    expect(pathWithin(folder, join(folder, 'imported', 'e\u0301..txt'))).toBe('imported/\u00e9..txt');
    expect(pathWithin(folder, join(folder, '..hidden'))).toBe('..hidden');
    for (const path of [folder, join(folder, '..'), join(folder, '..', 'other'), join('/', 'a', 'workspace.json')]) {
      expect(pathWithin(folder, path)).toBeNull();
    }
  });

  it('says which files may lack their end, and which are never sealed', () => {
    expect(isWrittenInPieces('journal/00000012.journal')).toBe(true);
    expect(isWrittenInPieces('workspace.json')).toBe(false);
    for (const name of [
      'vault.json',
      'vault.copy.json',
      '.vault.json.0123456789ab.attest-tmp',
      'workspace.lock',
      '.workspace.lock.0b2f',
      '.00000000-0000-4000-8000-000000000000.lock',
    ]) {
      expect(isNeverSealed(name), name).toBe(true);
    }
    for (const name of ['workspace.json', 'notes.lock', 'backups/vault.json', 'vault.state']) {
      expect(isNeverSealed(name), name).toBe(false);
    }
  });
});
