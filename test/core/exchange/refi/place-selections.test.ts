import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeSelections } from '../../../../core/exchange/refi/place-selections.ts';
import type { RefiSelection } from '../../../../core/exchange/refi/refi-project.ts';
import { splitsSurrogatePair } from '../../../../core/text/offsets.ts';
import { hardText } from '../../../support/hard-text.ts';

const selection = (start: number | null, end: number | null, name = ''): RefiSelection => ({
  guid: '',
  name,
  start,
  end,
  description: '',
  codings: [],
  notes: [],
  user: '',
  created: '',
  modifier: '',
  modified: '',
});

const codePoints = (text: string): number => [...text].length;
const fold = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const windows = (text: string): string => text.replaceAll('\n', '\r\n');

const text = 'The first line 👮 stands.\nThe second line stands too.\nAnd the third, which is the last one, as well.\n';
const quote = 'third, which is the last';
const at = text.indexOf(quote);
const range = { start: at, end: at + quote.length };

/** A text and a passage of it, in UTF-16, that cuts no pair. */
const textWithPassage = hardText
  .map((hard) => `a${hard}b`)
  .chain((whole) => {
    const edges = [...Array(whole.length + 1).keys()].filter((index) => !splitsSurrogatePair(whole, index));
    return fc
      .uniqueArray(fc.constantFrom(...edges), { minLength: 2, maxLength: 2 })
      .map(([a = 0, b = 0]) => ({ whole, start: Math.min(a, b), end: Math.max(a, b) }));
  });

describe('placing selections', () => {
  it('takes positions for code points', () => {
    fc.assert(
      fc.property(textWithPassage, ({ whole, start, end }) => {
        const [from, to] = [codePoints(whole.slice(0, start)), codePoints(whole.slice(0, end))];
        for (const name of ['', `${from},${to}`, whole.slice(start, end)]) {
          expect(placeSelections(whole, null, [selection(from, to, name)])).toEqual([{ kind: 'exact', start, end }]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('finds a passage that its name quotes however its position was counted, and says how', () => {
    fc.assert(
      fc.property(textWithPassage, fc.boolean(), fc.boolean(), ({ whole, start, end }, isDoubled, isUnits) => {
        const counted = (index: number): number => {
          const before = whole.slice(0, index);
          const text = isDoubled ? windows(before) : before;
          return isUnits ? text.length : codePoints(text);
        };
        const name = whole.slice(start, end);
        // A name of a character or two, or of two numbers, says nothing of the words.
        fc.pre(name.trim().length >= 4 && !/^\d+\s*[,;:–-]\s*\d+$/u.test(name.trim()));
        const [placed] = placeSelections(whole, isDoubled ? windows(whole) : null, [
          selection(counted(start), counted(end), name),
        ]);
        if (placed?.kind !== 'exact' && placed?.kind !== 'counted' && placed?.kind !== 'shifted') {
          throw new Error(`The passage was not placed: ${placed?.kind}`);
        }
        expect(fold(whole.slice(placed.start, placed.end))).toBe(fold(name));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['one too far', 1],
    ['one too early', -1],
  ])('moves a passage that is %s to its words, and says so', (_what, shift) => {
    const plain = text.replace('👮', 'cell');
    const start = plain.indexOf(quote) + shift;
    const placed = placeSelections(plain, null, [selection(start, start + codePoints(quote), quote)]);
    expect(placed).toEqual([{ kind: 'shifted', start: start - shift, end: start - shift + quote.length }]);
  });

  it('finds the words elsewhere when they stand only once', () => {
    expect(placeSelections(text, null, [selection(3, 3 + quote.length, quote)])).toEqual([{ kind: 'found', ...range }]);
  });

  it('has a person look when the words stand more than once, or only their beginning is given', () => {
    const [many] = placeSelections('the cell, the cell, the cell', null, [selection(2, 9, 'the cell')]);
    expect(many).toEqual({ kind: 'review', quote: 'the cell', near: 0 });
    const [cut] = placeSelections(text, null, [selection(3, 40, `${quote.slice(0, 12)}…`)]);
    expect(cut).toEqual({ kind: 'review', quote: quote.slice(0, 12), near: at });
  });

  it('takes a name that is how the passage begins for it, with dots or cut without', () => {
    const start = codePoints(text.slice(0, at));
    for (const name of [`${quote.slice(0, 9)}...`, `${quote.slice(0, 12)}…`, quote.slice(0, 14)]) {
      expect(placeSelections(text, null, [selection(start, start + quote.length, name)])).toEqual([
        { kind: 'exact', ...range },
      ]);
    }
  });

  it('has a person look where a passage may end, when only its beginning is given and line ends count one or two', () => {
    const lines = 'Nothing here - it is said - at all\n- b - c - d - e -';
    const [placed] = placeSelections(lines, windows(lines), [selection(0, 40, 'Nothing here - it...')]);
    expect(placed).toMatchObject({ kind: 'review', near: 0 });
  });

  it('takes a name that is nowhere in the text for a label', () => {
    const start = codePoints(text.slice(0, at));
    expect(placeSelections(text, null, [selection(start, start + quote.length, 'Quotation 1:12')])).toEqual([
      { kind: 'exact', ...range },
    ]);
  });

  it('counts those without a name as the others of their source are counted', () => {
    const position = (part: string): number => codePoints(windows(text.slice(0, text.indexOf(part))));
    const named = selection(position('second'), position('second') + 6, 'second line');
    const [first, other] = placeSelections(text, windows(text), [
      { ...named, end: position('second') + 11 },
      selection(position(quote), position(quote) + quote.length),
    ]);
    expect(first).toMatchObject({ kind: 'counted' });
    expect(other).toMatchObject({ kind: 'counted', ...range });
  });

  it('has a person look where line ends may be counted either way and nothing tells which', () => {
    const dashes = '- - - -\n- - - -\n- - - -\n- - - -';
    const [placed] = placeSelections(dashes, windows(dashes), [selection(20, 21)]);
    expect(placed).toEqual({ kind: 'review', quote: dashes.slice(20, 21), near: 20 });
  });

  it('refuses positions outside the text, turned round, empty or none, when nothing else tells the words', () => {
    const outside = { kind: 'none', isOutside: true };
    const nowhere = { kind: 'none', isOutside: false };
    const selections = [
      selection(0, 9_999),
      selection(9, 3),
      selection(4, 4),
      selection(null, 3),
      selection(null, null),
    ];
    expect(placeSelections(text, null, selections)).toEqual([outside, nowhere, nowhere, nowhere, nowhere]);
    expect(placeSelections(text, null, [selection(null, null, quote)])).toEqual([{ kind: 'found', ...range }]);
  });

  it('does not look for quotations without end', () => {
    const long = `${'word '.repeat(40_000)}end`;
    const selections = [...Array(20_000).keys()].map((number) => selection(0, 9, `words that are not there ${number}`));
    const placed = placeSelections(long, null, selections);
    expect(placed.at(-1)).toMatchObject({ kind: 'review' });
  });
});
