import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldTypography } from '../../../../core/anchoring/typography.ts';
import type { KnownSource } from '../../../../core/exchange/incoming.ts';
import { findQuotes, mostPlaces, shortestFound } from '../../../../core/exchange/web-annotation/find-quotes.ts';
import { hardText } from '../../../support/hard-text.ts';

const statement = (text: string, at: number): KnownSource => ({ id: `${at}`, sha256: '', title: '', text });

/** Every position at which a quotation stands, looked for one by one. */
function bruteForce(statements: readonly KnownSource[], quote: string): string[] {
  const wanted = foldTypography(quote);
  return statements.flatMap(({ id, text }) => {
    const folded = foldTypography(text);
    const places: string[] = [];
    for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + 1)) {
      places.push(`${id} ${at} ${text.startsWith(quote, at)}`);
    }
    return places;
  });
}

describe('quotations that are looked for all at once', () => {
  it('are found wherever they stand, and nowhere else', () => {
    const pieces = fc.tuple(fc.nat(2), fc.nat(300), fc.integer({ min: shortestFound, max: 90 }), fc.boolean());
    fc.assert(
      fc.property(
        fc.array(hardText, { minLength: 3, maxLength: 3 }),
        fc.array(pieces, { maxLength: 8 }),
        (texts, cuts) => {
          const statements = [...texts.map((text) => `${text} ${text}`), texts.join(' — ')].map(statement);
          const quotes = cuts.map(([of, start, length, isOther]) => {
            const cut = statements[of]?.text.slice(start, start + length) ?? '';
            return isOther ? cut.replaceAll(' ', '\u00a0').replaceAll('“', '"') : cut;
          });
          const wanted = new Set([
            'words that stand in none of them',
            ...quotes.filter(({ length }) => length >= shortestFound),
          ]);
          const found = findQuotes(statements, wanted);
          for (const quote of wanted) {
            const places = found?.get(quote)?.map((place) => `${place.statement.id} ${place.start} ${place.isExact}`);
            expect(places).toEqual(bruteForce(statements, quote).slice(0, mostPlaces + 1));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('are counted no further than says anything', () => {
    const found = findQuotes([statement('x'.repeat(9_000), 0)], new Set(['x'.repeat(shortestFound)]));
    expect(found?.get('x'.repeat(shortestFound))).toHaveLength(mostPlaces + 1);
  });
});
