import { describe, expect, it } from 'vitest';
import { describeHashes } from '../../../core/export/report-words.ts';

describe('the SHA-256 of a source', () => {
  it('is that of its file', () => {
    expect(describeHashes({ sha256: 'aa' })).toEqual(['aa']);
  });

  it('is that of its file and of the text made of it, where it was imported', () => {
    expect(describeHashes({ sha256: 'aa', original: 'bb' })).toEqual(['bb (file)', 'aa (text)']);
  });
});
