import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWords } from '../../renderer/find/find-words.ts';
import { hardText } from '../support/hard-text.ts';

const found = (text: string, query: string): string[] =>
  findWords(text, query).matches.map(({ start, end }) => text.slice(start, end));

describe('findWords', () => {
  it('finds words whatever their case and the white space between them', () => {
    expect(found('«ЯК БЫЛО», як\nбыло', 'як было')).toEqual(['ЯК БЫЛО', 'як\nбыло']);
  });

  it('takes signs for what they are', () => {
    expect(found('a.b axb [a.b] (1-2)/3', 'a.b')).toEqual(['a.b', 'a.b']);
    expect(found('a.b axb [a.b] (1-2)/3', '(1-2)/3')).toEqual(['(1-2)/3']);
  });

  it('finds nothing for nothing', () => {
    expect(found('a b', ' ')).toEqual([]);
  });

  it('finds any text in itself, whatever is in it', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        const query = text.trim();
        fc.pre(query !== '');
        expect(findWords(text, query).matches.length).toBeGreaterThan(0);
      }),
    );
  });
});
