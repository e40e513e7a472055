import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { condense } from '../../../../core/exchange/taguette/condense.ts';
import { placeQuote, readyStatements, statementOf } from '../../../../core/exchange/taguette/place-quote.ts';
import { hardText } from '../../../support/hard-text.ts';

const source = (text: string, id = 'a') => ({ id, sha256: id.repeat(64), title: id, text });
const bare = (text: string): string => text.replace(/[\s\u00ad\u200b\u2060\ufeff]/gu, '');

describe('condense', () => {
  it('knows where every character stood, both ways', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        const { text: condensed, toFull, fromFull } = condense(text);
        expect(condensed).toBe(bare(text));
        for (let at = 0; at < condensed.length; at += 1) {
          expect(text.charAt(toFull(at))).toBe(condensed.charAt(at));
          expect(fromFull(toFull(at))).toBe(at);
        }
        for (let at = 0; at <= text.length; at += 1) expect(fromFull(at)).toBe(bare(text.slice(0, at)).length);
        expect(toFull(condensed.length)).toBe(text.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('placeQuote', () => {
  it('finds every passage of a document that differs in its white space only', () => {
    fc.assert(
      fc.property(hardText, fc.nat(), fc.nat(), (text, one, other) => {
        fc.pre(bare(text) !== '');
        const document = condense(text.replace(/\s+/gu, ' '));
        const [statement] = readyStatements([source(text)]);
        if (!statement) throw new Error('There is one.');
        const matched = statementOf(document, [statement]);
        expect(matched).toMatchObject({ source: statement.source, isSame: true });
        if (!matched) return;
        const full = text.replace(/\s+/gu, ' ');
        const [start, end] = [one % full.length, other % full.length].sort((a, b) => a - b) as [number, number];
        const words = bare(full.slice(start, end));
        const found = placeQuote(document, { start, end }, matched);
        expect(found === null ? '' : bare(text.slice(found.start, found.end))).toBe(words);
      }),
      { numRuns: 300 },
    );
  });

  it('places nothing that could stand elsewhere, nor in one of two statements that are as like', () => {
    const line = 'They were held for three days without charge. ';
    const statement = source(`${line.repeat(20)}Afterwards a lawyer came to see them at last.`);
    const document = condense(`Added. ${statement.text}`);
    const ready = statementOf(document, readyStatements([statement]));
    if (!ready) throw new Error('There is one.');
    expect(ready.isSame).toBe(false);
    const at = `Added. ${line.repeat(10)}`.length;
    expect(placeQuote(document, { start: at, end: at + 9 }, ready)).toBeNull();
    const lawyer = `Added. ${statement.text}`.indexOf('a lawyer');
    const found = placeQuote(document, { start: lawyer, end: lawyer + 8 }, ready);
    expect(found && statement.text.slice(found.start, found.end)).toBe('a lawyer');
    const twins = readyStatements([statement, source(`${statement.text} `, 'b'), source('Quite another text.', 'c')]);
    expect(statementOf(document, twins)).toBeNull();
    expect(statementOf(condense('Words of a third, which nobody has.'), twins)).toBeNull();
  });
});
