import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isNamedLikeOwn,
  isSharedFile,
  nameOwnFile,
  nameOwnFileFully,
} from '../../../../../electron/services/exchange/shared-folder/file-names.ts';
import { hardText } from '../../../../support/hard-text.ts';

const id = '1b2c3d4e-0000-4000-8000-000000000000';

describe('the name of a file in a shared folder', () => {
  it('is made from the person’s name and the beginning of the workspace’s id', () => {
    expect(nameOwnFile('Anna  O’Brien', id)).toBe('anna-o-brien-1b2c3d4e.attest.jsonld');
    expect(nameOwnFile('Святлана Ціханоўская', id)).toBe('святлана-ціханоўская-1b2c3d4e.attest.jsonld');
    expect(nameOwnFile(' ../.. ', id)).toBe('unnamed-1b2c3d4e.attest.jsonld');
    expect(nameOwnFileFully('Anna', id)).toBe(`anna-${id}.attest.jsonld`);
  });

  it('can be had on every file system, whatever the person is called', () => {
    fc.assert(
      fc.property(fc.oneof(hardText, fc.string()), fc.oneof(fc.uuid(), fc.string()), (name, workspace) => {
        const file = nameOwnFile(name, workspace);
        expect(file).toMatch(/^[\p{L}\p{M}\p{N}-]+-[0-9a-f]{8}\.attest\.jsonld$/u);
        expect(file.toLowerCase()).toBe(file);
        expect(file).not.toMatch(/^-/u);
        expect(Buffer.byteLength(nameOwnFileFully(name, workspace))).toBeLessThan(250);
        expect(isSharedFile(file) && isNamedLikeOwn(file, workspace)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    'anna-1b2c3d4e.attest (conflicted copy 2026-11-22 101010).jsonld',
    'anna-1b2c3d4e (Anna’s conflicted copy 2026-11-22).attest.jsonld',
    'anna-1b2c3d4e.attest.sync-conflict-20261122-101010-ABCDEFG.jsonld',
    'anna-1b2c3d4e.attest (1).jsonld',
    'anna-1b2c3d4e.attest-LAPTOP.jsonld',
    'ANNA-1b2c3d4e.ATTEST.JSONLD',
  ])('is known in the copies that synchronisers make: %s', (file) => {
    expect(isSharedFile(file)).toBe(true);
  });

  it.each([
    'report.docx',
    'annotations.jsonld',
    'attest.jsonld',
    '.anna-1b2c3d4e.attest.jsonld.0a1b2c.attest-tmp',
    '.syncthing.anna-1b2c3d4e.attest.jsonld.tmp',
    '~anna-1b2c3d4e.attest.jsonld',
    'anna-1b2c3d4e.attest.jsonld.part',
  ])('is not that of another’s file, or of one on its way: %s', (file) => {
    expect(isSharedFile(file)).toBe(false);
  });

  it('is not taken for one’s own in a copy that a synchroniser made', () => {
    expect(isNamedLikeOwn('anna-1b2c3d4e.attest (1).jsonld', id)).toBe(false);
    expect(isNamedLikeOwn('anna-1b2c3d4e (1).attest.jsonld', id)).toBe(false);
    expect(isNamedLikeOwn('anna-1b2c3d4e.attest.jsonld', id)).toBe(true);
  });
});
