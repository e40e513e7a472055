import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../core/search/language/parse-query.ts';
import { inEnglish } from '../../../../core/sentence.ts';
import { showQuery } from './show-query.ts';

const read = (query: string, typing = false): string[] => showQuery(parseQuery(query, { typing }));
const remarks = (query: string, typing = false): readonly string[] =>
  parseQuery(query, { typing }).remarks.map(inEnglish);

describe('words and phrases of a query', () => {
  it.each([
    ['words', 'Moscow  mechanism', ['moscow', 'mechanism']],
    ['words between non-breaking spaces', 'Moscow\u00a0Mechanism', ['moscow', 'mechanism']],
    ['a phrase in straight marks', 'report "human rights"', ['report', '"human rights"']],
    ['a phrase in curly marks', '“human rights” report', ['"human rights"', 'report']],
    ['a phrase in low marks', '„правы чалавека“', ['"правы чалавека"']],
    ['a phrase in angle marks, with others inside', '«рух „За свабоду“ тут»', ['"рух за свабоду тут"']],
    ['one word in marks', '"Minsk"', ['"minsk"']],
    ['empty marks', '"" “” a', ['a']],
    ['marks without spaces around', 'a"b c"d', ['a', '"b c"', 'd']],
    ['a beginning', 'elect* fraud', ['elect*', 'fraud']],
    ['a beginning in a phrase', '"free elect*"', ['"free elect*"']],
    ['a hyphenated word', 'ill-treatment', ['ill-treatment']],
    ['a hyphenated beginning', 'ill-treat*', ['ill-treat*']],
    ['a hyphenated word in a phrase', '"no ill-treatment"', ['"no ill-treatment"']],
    ['a word hyphenated at a line’s end', 'deten-\n tion', ['deten-tion']],
    ['a number grouped by spaces', '1\u00a0486 dead', ['1486', 'dead']],
    ['a word said twice', 'vote VOTE vote', ['vote']],
    ['a possessive', 'Lukashenka’s', ["lukashenka's"]],
    ['an abbreviation', 'U.S. sanctions', ['[u s]', 'sanctions']],
    ['a time of day', 'at 12:30', ['at', '[12 30]']],
    ['an address', 'http://osce.org/x', ['[http osce org x]']],
    ['commas without spaces', 'Minsk,Brest;Homel', ['minsk', 'brest', 'homel']],
    ['a dash that stands free', 'Lithuania – Belarus - Minsk', ['lithuania', 'belarus', 'minsk']],
    ['several dashes', '--force — —', ['force']],
    ['other scripts', 'ціхан* 選挙 حقوق', ['ціхан*', '[選 挙]', 'حقوق']],
    ['regular-expression characters', '^a.*b$ [c]+ \\d', ['a', 'b', 'c', 'd']],
    ['operators in small letters', 'or not near Near And', ['or', 'not', 'near', 'and']],
  ])('are read: %s', (_, query, expected) => {
    expect(read(query)).toEqual(expected);
  });

  it('keep hyphenated words both apart and joined, and what was written', () => {
    expect(parseQuery('Ill-Treatment', { typing: false }).all).toEqual([
      {
        kind: 'phrase',
        isExact: false,
        words: [{ written: 'Ill-Treatment', parts: ['ill', 'treatment'], joined: 'illtreatment', isPrefix: false }],
      },
    ]);
  });

  it('are the same whatever the shape of the marks', () => {
    for (const marked of ['“a b”', '„a b“', '„a b”', '«a b»', '»a b«', '＂a b＂', '"a b”']) {
      expect(read(marked)).toEqual(['"a b"']);
    }
  });
});

describe('operators of a query', () => {
  it.each([
    ['OR binds its neighbours', 'minsk detained OR arrested', ['minsk', '(detained | arrested)']],
    ['several ORs are one', 'a OR b OR c d', ['(a | b | c)', 'd']],
    ['a bar is OR', 'a|b | c || d', ['(a | b | c | d)']],
    ['OR takes phrases', '"a b" OR c', ['("a b" | c)']],
    ['OR between the same is one', 'vote OR VOTE', ['vote']],
    ['AND changes nothing', 'a AND b', ['a', 'b']],
    ['AND before NOT, beside a field', 'a AND NOT b AND tag:x', ['a', '-b']],
    ['a minus leaves out', 'a -b', ['a', '-b']],
    ['a minus before a phrase', 'a -"b c"', ['a', '-"b c"']],
    ['a minus before a hyphenated word', '-ill-treatment a', ['a', '-ill-treatment']],
    ['a minus before words written together', 'a -either/or', ['a', '-[either or]']],
    ['a real minus sign', 'a −b', ['a', '-b']],
    ['NOT leaves out', 'a NOT b c', ['a', 'c', '-b']],
    ['NOT before words written together', 'a NOT either/or', ['a', '-[either or]']],
    ['NOT twice is NOT', 'NOT NOT b', ['-b']],
    ['NOT before a minus is NOT', 'a NOT -b', ['a', '-b']],
    ['NEAR alone', 'a NEAR b', ['<a b>10']],
    ['NEAR with a number', 'a NEAR/5 "b c"', ['<a "b c">5']],
    ['near with a number', 'a near/5 b', ['<a b>5']],
    ['NEAR with a stroke alone', 'a NEAR/ b', ['<a b>10']],
    ['NEAR of neighbours', 'a NEAR/0 b', ['<a b>0']],
    ['NEAR without end', `a NEAR/${'9'.repeat(400)} b`, ['<a b>1000']],
    ['NEARs in a row', 'a NEAR/3 b NEAR/3 c', ['<a b c>3']],
    ['NEAR of the same', 'a NEAR a', ['a']],
    ['NEAR before OR', 'a NEAR b OR c', ['(<a b>10 | c)']],
    ['NEAR before NOT', 'x NOT a NEAR b', ['x', '-<a b>10']],
    ['NEAR before words written together', 'a NEAR/2 U.S.', ['<a [u s]>2']],
    ['conditions that are the same are one', 'a OR b b OR a', ['(a | b)']],
  ])('are read: %s', (_, query, expected) => {
    expect(read(query)).toEqual(expected);
    expect(remarks(query)).toEqual([]);
  });

  it.each([
    ['AND without a left side', 'AND a', ['a'], 'AND was left out'],
    ['AND without a right side', '(a AND', ['a'], 'AND was left out'],
    ['AND after NOT', 'NOT AND either/or', ['-[either or]'], 'AND was left out'],
    ['AND before OR', 'a AND OR b', ['(a | b)'], 'AND was left out'],
    ['OR without a left side', 'OR a', ['a'], 'OR was left out'],
    ['OR without a right side', 'a OR', ['a'], 'OR was left out'],
    ['a row of ORs', 'OR OR OR', [], 'OR was left out'],
    ['OR beside a field', 'a OR tag:x', ['a'], 'OR was left out'],
    ['OR of what is left out', 'a OR -b c', ['a', 'c', '-b'], 'cannot be an alternative'],
    ['NOT without anything', 'a NOT', ['a'], 'NOT was left out'],
    ['NOT before an operator', 'a NOT OR b', ['(a | b)'], 'NOT was left out'],
    ['NEAR beside nothing', 'NEAR a', ['a'], 'NEAR was left out'],
    ['NEAR beside a field', 'a NEAR tag:x', ['a'], 'NEAR was left out'],
    ['NEARs of several distances', 'a NEAR/2 b NEAR/7 c', ['<a b c>7'], 'the largest'],
    ['parentheses', '(a OR b) c', ['(a | b)', 'c'], 'Parentheses'],
    ['a star at the beginning', '*tion', ['tion'], 'A * stands'],
    ['a star inside', 'elec*tion', ['elec*', 'tion'], 'A * stands'],
    ['a star alone', 'a *', ['a'], 'A * stands'],
    ['marks that are not closed', 'report “human rights', ['report', '"human rights"'], 'is not closed'],
    ['the same asked for and left out', 'a -A', ['a', '-a'], 'nothing can match'],
    ['a field that there is not', 'foo:bar', ['[foo bar]'], '“foo:” is no field'],
    ['a field that there is not, with marks', 'date:"a b"', ['date', '"a b"'], '“date:” is no field'],
    ['punctuation only', ' .*? "" “” — ', [], 'There is no word'],
  ])('are told of where odd: %s', (_, query, expected, remark) => {
    expect(read(query)).toEqual(expected);
    expect(remarks(query).join('\n')).toContain(remark);
  });

  it('are not odd in addresses and times', () => {
    for (const query of ['http://osce.org', '12:30', 'Article: 5', '1:a']) expect(remarks(query)).toEqual([]);
  });
});

describe('a query that is being typed', () => {
  it('ends in the beginning of a word', () => {
    expect(read('free elec', true)).toEqual(['free', 'elec*']);
    expect(read('free elec ', true)).toEqual(['free', 'elec']);
    expect(read('free elec,', true)).toEqual(['free', 'elec']);
    expect(read('"free elec', true)).toEqual(['"free elec*"']);
    expect(read('"free elec"', true)).toEqual(['"free elec"']);
    expect(read('a OR ele', true)).toEqual(['(a | ele*)']);
    expect(read('ill-treat', true)).toEqual(['ill-treat*']);
  });

  it('leaves out whole words only', () => {
    expect(read('free -pol', true)).toEqual(['free', '-pol']);
    expect(read('free -"pol', true)).toEqual(['free', '-"pol"']);
    expect(read('free NOT pol', true)).toEqual(['free', '-pol']);
    expect(read('free NOT "pol', true)).toEqual(['free', '-"pol"']);
  });

  it.each([
    ...[
      '-',
      '"',
      '“',
      'O',
      'OR',
      'OR ',
      'N',
      'NO',
      'NOT',
      'NOT ',
      'NE',
      'NEA',
      'NEAR',
      'NEAR/',
      'NEAR/5 ',
      'AN',
      'AND',
    ],
    ...[
      'tag:',
      '-tag:',
      'tag:"',
      'from:',
      'from:20',
      'from:2020-',
      'from:2020-1',
      'to:2020-05-1',
      'in:',
      'in:no',
      'lang:e',
    ],
  ])('is quietly unfinished at %s', (end) => {
    const query = parseQuery(`free ${end}`, { typing: true });
    expect(showQuery(query)).toEqual(['free']);
    expect(Object.values(query.filters).flat()).toEqual([null, null]);
    expect(query.remarks).toEqual([]);
  });

  it('may begin with what could become an operator', () => {
    expect(read('NO', true)).toEqual(['no*']);
    expect(read('O', true)).toEqual(['o*']);
  });

  it('has no remark on nothing', () => {
    for (const query of ['', ' ', '-', '"', '?']) {
      expect(parseQuery(query, { typing: true })).toMatchObject({ all: [], none: [], remarks: [] });
    }
  });
});

describe('what a query was taken for', () => {
  it.each([
    ['minsk detained OR arrested', 'Looks for “minsk” and (“detained” or “arrested”).'],
    ['"human rights" -police', 'Looks for exactly “human rights”, without “police”.'],
    ['elect* NEAR/1 fraud', 'Looks for (“elect*” and “fraud” with at most one word between).'],
    [
      'vote tag:torture -tag:old in:notes from:2020 to:2023-05 speaker:carpenter lang:en',
      'Looks for “vote”, tagged “torture”, not tagged “old”, in notes only, dated 2020 to 2023-05, said by “carpenter”, in the language “en”.',
    ],
    ['from:2020', 'Looks for anything, dated 2020 or later.'],
    ['publisher:osce to:2021', 'Looks for anything, dated 2021 or earlier, published by “osce”.'],
    ['', 'There is nothing to search for yet.'],
  ])('%s', (query, understood) => {
    expect(inEnglish(parseQuery(query, { typing: false }).understood)).toBe(understood);
  });

  it('is said on one line, and not at any length', () => {
    const { understood } = parseQuery(`"${'a\nb '.repeat(80)}\ud800"`, { typing: false });
    expect(inEnglish(understood)).toMatch(/^[^\n\ud800]{1,100}$/u);
  });
});
