import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLabel, rangeInLabel } from '../../renderer/commands/fold-label.ts';
import { type Findable, prepareEntries } from '../../renderer/commands/rank-entries.ts';
import { parseRecent, putRecent, recentLimit } from '../../renderer/commands/recent-entries.ts';
import { hardText } from '../support/hard-text.ts';

function entries(...names: readonly (string | readonly [name: string, detail: string])[]): Findable[] {
  return names.map((entry, at) =>
    typeof entry === 'string'
      ? { id: String(at), name: entry, detail: '' }
      : { id: String(at), name: entry[0], detail: entry[1] },
  );
}

function namesFor(list: readonly Findable[], query: string, recent: readonly string[] = []): string[] {
  return prepareEntries(list)(query, recent, 60).found.map(({ entry }) => entry.name);
}

/** The letters that are marked, of the name and of the detail, of the best of what is found. */
function markedIn(list: readonly Findable[], query: string): string[] {
  const [best] = prepareEntries(list)(query, [], 1).found;
  if (!best) return [];
  const { entry, inName, inDetail } = best;
  return [
    ...inName.map(({ start, end }) => entry.name.slice(start, end)),
    ...inDetail.map(({ start, end }) => entry.detail.slice(start, end)),
  ];
}

const statements = entries(
  ['Invocation of the OSCE Moscow Mechanism', 'US Department of State · 2020'],
  ['35 OSCE Countries Demand Answers', 'RFE/RL · November 4'],
  ['Краіны АБСЕ', 'Радыё Свабода · 2021'],
  ['Заява Ціханоўскай', ''],
);

describe('finding in the palette', () => {
  it('finds by the beginnings of words, in any order, whatever their capitals and accents are', () => {
    expect(namesFor(statements, 'mech osce')).toEqual(['Invocation of the OSCE Moscow Mechanism']);
    expect(namesFor(statements, 'КРАІН')).toEqual(['Краіны АБСЕ']);
    expect(namesFor(entries('Résumé of café'), 'resu CAFE')).toEqual(['Résumé of café']);
    expect(namesFor(statements, 'xylophone')).toEqual([]);
  });

  it('finds by publisher and date too', () => {
    expect(namesFor(statements, 'november')).toEqual(['35 OSCE Countries Demand Answers']);
    expect(namesFor(statements, 'osce 2020')).toEqual(['Invocation of the OSCE Moscow Mechanism']);
    expect(markedIn(statements, 'osce 2020')).toEqual(['OSCE', '2020']);
  });

  it('finds by letters: beginnings of words that follow each other, or letters of one word', () => {
    expect(markedIn(statements, 'osm')).toEqual(['OS', 'M']);
    expect(markedIn(statements, 'moscmech')).toEqual(['Mosc', 'Mech']);
    expect(markedIn(statements, 'mscw')).toEqual(['M', 'sc', 'w']);
  });

  it.each([
    ['карп', 'Briefing by Ambassador Carpenter'],
    ['карпен', 'Briefing by Ambassador Carpenter'],
    ['карпентер', 'Briefing by Ambassador Carpenter'],
    ['лукаш', 'Statement on Lukashenka'],
    ['луко', 'Statement on Lukashenka'],
    ['Ціхан', 'Statement by Sviatlana Tsikhanouskaya'],
    ['тихано', 'Statement by Sviatlana Tsikhanouskaya'],
    ['lukash', 'Заява пра Лукашэнку'],
  ])('finds a name by its beginning in other letters: %s', (typed, name) => {
    const list = entries(
      'Briefing by Ambassador Carpenter',
      'Statement on Lukashenka',
      'Statement by Sviatlana Tsikhanouskaya',
      'Заява пра Лукашэнку',
      'detention/conditions',
    );
    expect(namesFor(list, typed)).toContain(name);
    expect(namesFor(list, typed)).not.toContain('detention/conditions');
  });

  it('finds by words that stand for a name and are not shown, after what shows them', () => {
    const list = [
      { id: '1', name: 'Larger text', detail: '', words: 'font size zoom павялічыць' },
      { id: '2', name: 'On fonts', detail: '' },
    ];
    expect(namesFor(list, 'font')).toEqual(['On fonts', 'Larger text']);
    expect(namesFor(list, 'zoom text')).toEqual(['Larger text']);
    expect(namesFor(list, 'павял')).toEqual(['Larger text']);
    expect(markedIn(list, 'zoom text')).toEqual(['text']);
  });

  it('finds a name in its other spellings, and marks the whole of it', () => {
    const list = entries('Statement by Sviatlana Tsikhanouskaya', 'Statement by Alexander Lukashenko');
    expect(namesFor(list, 'Tikhanovskaya')).toEqual(['Statement by Sviatlana Tsikhanouskaya']);
    expect(namesFor(list, 'Лукашэнка')).toEqual(['Statement by Alexander Lukashenko']);
    expect(markedIn(list, 'Lukashenka')).toEqual(['Lukashenko']);
  });

  it('puts a whole word before a beginning, that before another spelling, and letters last', () => {
    const list = entries('Old rates for teachers', 'Tortures', 'The torture report', 'Lukashenka', 'Lukashenko');
    expect(namesFor(list, 'torture')).toEqual(['The torture report', 'Tortures']);
    expect(namesFor(list, 'ort')).toEqual(['Old rates for teachers']);
    expect(namesFor(list, 'Lukashenko')).toEqual(['Lukashenko', 'Lukashenka']);
  });

  it('puts what was chosen lately first among what fits as well, and not before what fits better', () => {
    const list = entries('Report one', 'Report two', 'Reporters');
    expect(namesFor(list, 'repo', ['1'])).toEqual(['Report two', 'Report one', 'Reporters']);
    expect(namesFor(list, 'report', ['2', '1'])).toEqual(['Report two', 'Report one', 'Reporters']);
  });

  it('gives no more than it is asked for, and says how many there are', () => {
    const { found, count } = prepareEntries(entries(...Array.from({ length: 100 }, (_, at) => `Statement ${at}`)))(
      'statement',
      [],
      59,
    );
    expect([found.length, count]).toEqual([59, 100]);
  });

  it('finds nothing by a query without words', () => {
    expect(namesFor(statements, ' ?! ')).toEqual([]);
  });

  it('finds every label by any of its words, and marks letters that stand in it, in their order', () => {
    fc.assert(
      fc.property(hardText, fc.nat(), (text, seed) => {
        const words = foldLabel(text);
        const word = words[seed % Math.max(1, words.length)];
        if (!word) return;
        const query = text.slice(word.start, word.end);
        const [best] = prepareEntries([{ id: 'x', name: text, detail: '' }])(query, [], 1).found;
        expect(best).toBeDefined();
        let from = 0;
        for (const { start, end } of best?.inName ?? []) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          from = end;
        }
        expect(from).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('does not try all ways to take a query apart: one that fits nowhere is answered too', () => {
    const beginnings = Array.from({ length: 40 }, () => 'aaaaaaaaaa').join(' ');
    expect(namesFor(entries(beginnings), `${'a'.repeat(60)}z`)).toEqual([]);
  });
});

describe('the letters of a label', () => {
  it('are marked with their accents, and a letter that is folded into two is marked whole', () => {
    const rangeOf = (label: string, from: number, to: number): string => {
      const [word] = foldLabel(label);
      if (!word) throw new Error('The label has no word');
      const { start, end } = rangeInLabel(label, word, from, to);
      return label.slice(start, end);
    };
    expect(rangeOf('re\u0301sume\u0301', 0, 2)).toBe('re\u0301');
    expect(rangeOf('Straße', 4, 5)).toBe('ß');
    expect(rangeOf('Ціхано\u0301ўская', 0, 6)).toBe('Ціхано\u0301');
  });
});

describe('what was chosen lately', () => {
  it('is kept the latest first, each once, and not without end', () => {
    expect(putRecent(['a', 'b'], 'b')).toEqual(['b', 'a']);
    const many = Array.from({ length: 40 }, (_, at) => String(at)).reduce<string[]>(putRecent, []);
    expect(many).toHaveLength(recentLimit);
    expect(many[0]).toBe('39');
  });

  it('is nothing where what is kept makes no sense', () => {
    for (const nonsense of [null, 'a', { a: 1 }, 4]) expect(parseRecent(nonsense)).toEqual([]);
    expect(parseRecent(['a', 4, 'b', 'a'])).toEqual(['a', 'b']);
  });
});
