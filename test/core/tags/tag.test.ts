import { describe, expect, it } from 'vitest';
import { checkTagName, initialTags, tagNameKey, tagNameLimit } from '../../../core/tags/tag.ts';

describe('checkTagName', () => {
  it('keeps the name with single spaces and composed letters', () => {
    expect(checkTagName('  ill\u00a0 treatment e\u0301 ')).toEqual({ ok: true, value: 'ill treatment é' });
  });

  it.each([
    ['', 'needs a name'],
    [' \u00a0 ', 'needs a name'],
    ['\u200b\u2060', 'needs a name'],
    ['a\u0000b', 'control characters'],
    ['a\u202eb', 'direction of writing'],
    ['a\ud800', 'control characters'],
    ['detention/conditions', 'cannot hold “/”'],
    ['x'.repeat(10_000), `at most ${tagNameLimit}`],
  ])('refuses %j with a sentence', (name, words) => {
    expect(checkTagName(name)).toMatchObject({
      ok: false,
      fault: { code: 'invalid', message: expect.stringContaining(words) },
    });
  });
});

describe('tagNameKey', () => {
  it('takes names that differ in case, space or Unicode form for one', () => {
    expect(tagNameKey(' Détention  centre')).toBe(tagNameKey('DE\u0301TENTION centre'));
    expect(tagNameKey('Straße')).toBe(tagNameKey('STRASSE'));
    expect(tagNameKey('ΟΔΟΣ')).toBe(tagNameKey('οδος'));
    expect(tagNameKey('tor\u00adture\u200b')).toBe(tagNameKey('torture'));
  });
});

describe('initialTags', () => {
  it('are torture, detention and elections on 1, 2 and 3', () => {
    expect(initialTags.map(({ name, shortcut }) => [name, shortcut])).toEqual([
      ['torture', 1],
      ['detention', 2],
      ['elections', 3],
    ]);
  });
});
