import { describe, expect, it } from 'vitest';
import { utf16 } from '../../../core/text/offsets.ts';
import { sentencesAround } from '../../../core/text/sentences.ts';

function around(text: string, quote: string): string {
  const at = text.indexOf(quote);
  const { start, end } = sentencesAround(text, { start: utf16(at), end: utf16(at + quote.length) });
  return text.slice(start, end);
}

describe('sentencesAround', () => {
  const text = 'It began.  Dr. Ascensio’s report, on the U.S. side, found torture. It ended.';

  it('gives the whole sentence around some words, titles and initials not ending it', () => {
    expect(around(text, 'found')).toBe('Dr. Ascensio’s report, on the U.S. side, found torture.');
  });

  it('gives all sentences of a passage over several', () => {
    expect(around(text, 'torture. It')).toBe('Dr. Ascensio’s report, on the U.S. side, found torture. It ended.');
  });

  it('gives the first and the last sentence of a text', () => {
    expect(around(text, 'It began')).toBe('It began.');
    expect(around(text, 'ended.')).toBe('It ended.');
  });
});
