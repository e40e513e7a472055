import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../core/search/language/parse-query.ts';
import { selectionQuery } from '../../renderer/find/selection-query.ts';
import { shortenQuery } from '../../renderer/search/shorten-query.ts';
import { hardText } from '../support/hard-text.ts';

describe('selectionQuery', () => {
  it('takes one word as it is, so that its other forms are found too', () => {
    expect(selectionQuery(' Ціханоўская\u00a0')).toBe('Ціханоўская');
  });

  it('asks for several words side by side, whatever marks and breaks are among them', () => {
    expect(selectionQuery('“cruel,\n inhuman” OR -degrading')).toBe('"cruel, inhuman OR -degrading"');
    expect(selectionQuery('ill-treatment')).toBe('"ill-treatment"');
  });

  it('asks for nothing where no letter is selected, or more than anybody looks for', () => {
    expect(selectionQuery(' — ')).toBeNull();
    expect(selectionQuery('word '.repeat(100))).toBeNull();
  });

  it('is a query that nothing is odd in', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        const query = selectionQuery(text);
        if (query !== null) expect(parseQuery(query, { typing: false }).remarks).toEqual([]);
      }),
    );
  });
});

describe('shortenQuery', () => {
  it('keeps a short query, on one line', () => {
    expect(shortenQuery(' detained\n journalists ')).toBe('detained journalists');
  });

  it('cuts a long one between characters', () => {
    const short = shortenQuery('🇧🇾'.repeat(50_000));
    expect(short.length).toBeLessThan(400);
    expect(short).not.toMatch(/\p{Cs}/u);
    expect(short.endsWith('…')).toBe(true);
  });
});
