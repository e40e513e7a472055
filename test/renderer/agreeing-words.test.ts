import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reason } from '../../core/corroboration/likeness.ts';
import { utf16 } from '../../core/text/offsets.ts';
import { agreeingKinds, agreeingMatches } from '../../renderer/corroboration/agreeing-words.ts';
import { hardText } from '../support/hard-text.ts';

function reason(kind: Reason['kind'], here: string, there: string, start = 0): Reason {
  const quoted = (text: string) => ({ text, start: utf16(start), end: utf16(start + text.length) });
  return { kind, here: [quoted(here)], there: [quoted(there)], weight: 0.5 };
}

describe('the words that agree', () => {
  it('are given by kind, the kind of the weightiest first', () => {
    const kinds = agreeingKinds([
      reason('number', '35', '35'),
      reason('name', 'OSCE', 'OSCE'),
      reason('number', '7', '7'),
    ]);
    expect(kinds.map(({ kind, words }) => [kind, words.length])).toEqual([
      ['number', 2],
      ['name', 1],
    ]);
  });

  it.each([
    ['name', 'Tsikhanouskaya', 'Тихановская', true],
    ['name', 'Lukashenko', 'Lukashenka', true],
    ['name', 'OSCE', 'Osce', false],
    ['number', '1,486', '1\u00a0486', true],
    ['date', 'August 2020', 'August 9, 2020', true],
    ['term', 'releasing', 'release', false],
    ['term', 'regime’s', 'authorities', true],
    ['phrase', 'free and\nfair', 'free and fair', false],
  ] as const)('show both spellings of a %s, “%s” and “%s”, where it matters: %s', (kind, here, there, isBoth) => {
    expect(agreeingKinds([reason(kind, here, there)])).toEqual([
      { kind, words: [{ here: isBoth ? here : null, there }] },
    ]);
  });

  it('are marked by how they agree, in text order, the longer of two at one place first', () => {
    const matches = agreeingMatches([
      reason('name', 'Lukashenka', 'Lukashenko', 40),
      reason('term', 'rights', 'rights', 6),
      reason('phrase', 'human rights abuses', 'human rights abuses', 0),
      reason('term', 'human', 'human', 0),
      reason('term', 'freely', 'free', 60),
    ]);
    expect(matches.map(({ start, end, tier }) => [start, end, tier])).toEqual([
      [0, 19, 'exact'],
      [0, 5, 'exact'],
      [6, 12, 'exact'],
      [40, 50, 'variant'],
      [60, 64, 'stem'],
    ]);
  });

  it('are never another text than what stands there, whatever it is', () => {
    fc.assert(
      fc.property(hardText, hardText, (here, there) => {
        const [kind] = agreeingKinds([reason('name', here, there)]);
        expect(kind?.words[0]?.there).toBe(there);
        expect([null, here]).toContain(kind?.words[0]?.here);
      }),
    );
  });
});
