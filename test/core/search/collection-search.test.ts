import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CollectionSearch } from '../../../core/search/collection-search.ts';
import type { SearchHit } from '../../../core/search/search-result.ts';
import type { Statement } from '../../../core/statements/statement.ts';
import { bundledStatements, statementOf } from './statements-for-search.ts';

const statements = bundledStatements();
const most = 10_000;

function searchOf(all: readonly Statement[]): CollectionSearch {
  const search = new CollectionSearch();
  for (const statement of all) search.add(statement);
  return search;
}

const index = searchOf(statements);
const search = (query: string, typing = false) => index.search(query, { limit: most, typing, spellings: true });
const searchIn = (text: string, query: string, typing = false): SearchHit[] =>
  searchOf([statementOf('made', text)]).search(query, { limit: most, typing, spellings: false }).hits;

/** Words of a paragraph by another rule than the index's own: folded first, then cut. Good for the five statements. */
function plainWords(text: string): string[] {
  const folded = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/’/gu, "'")
    .replace(/(\d),(\d{3})/gu, '$1$2');
  return folded.split(/[^a-z0-9']+/u).flatMap((word) => {
    const bare = word.replace(/^'+|'+$/gu, '');
    return bare === '' ? [] : [bare];
  });
}

const isSame = (word: string | undefined, wanted: string): boolean => word === wanted || word === `${wanted}'s`;
const hasPhrase = (words: readonly string[], wanted: readonly string[]): boolean =>
  words.some((_, at) => wanted.every((word, offset) => isSame(words[at + offset], word)));

const paragraphs = statements.flatMap(({ summary, text, blocks }) =>
  blocks.map((block) => ({
    where: `${summary.id}:${block.start}`,
    words: plainWords(text.slice(block.start, block.end)),
  })),
);
const blockStartOf = ({ statement, start }: SearchHit): string => {
  const found = statements.find(({ summary }) => summary.id === statement);
  const block = found?.blocks.find((candidate) => candidate.start <= start && start < candidate.end);
  return `${statement}:${block?.start}`;
};
/** Where the very words stand: other forms and spellings are another matter. */
const foundBy = (query: string, typing = false): string[] =>
  search(query, typing)
    .hits.filter(({ tier }) => tier === 'exact')
    .map(blockStartOf)
    .sort();
const scan = (isMatch: (words: readonly string[]) => boolean): string[] =>
  paragraphs.flatMap(({ where, words }) => (isMatch(words) ? [where] : [])).sort();

/** `co-operation` is also found as `cooperation`, which the scan does not know. */
const joinedSpellings = new Set(
  statements.flatMap(({ text }) => (text.match(/\w+(?:[-–]\w+)+/gu) ?? []).map((each) => plainWords(each).join(''))),
);
const isScannable = (wanted: string): boolean => !wanted.includes("'") && !joinedSpellings.has(wanted);

const word = fc.constantFrom(...paragraphs.flatMap(({ words }) => words.filter(isScannable)));
const run = (length: number) =>
  fc
    .constantFrom(...paragraphs.filter(({ words }) => words.length >= length))
    .chain(({ words }) => fc.nat(words.length - length).map((at) => words.slice(at, at + length)))
    .filter((words) => words.every(isScannable));

describe('search over the bundled statements', () => {
  it('finds the briefing though non-breaking spaces stand between the words', () => {
    const [first] = search('Ambassador Michael Carpenter').hits;
    expect(first?.statement).toBe('003_7caa75fa661d9e47');
    expect(first?.exact).toBe('Ambassador\u00a0Michael\u00a0Carpenter');
  });

  it('agrees with a scan on every word', () => {
    const all = new Set(paragraphs.flatMap(({ words }) => words));
    for (const wanted of all) {
      if (!isScannable(wanted)) continue;
      expect([wanted, foundBy(wanted)]).toEqual([wanted, scan((words) => words.some((each) => isSame(each, wanted)))]);
    }
  });

  it('agrees with a scan on words that must all be there', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 3 }), (wanted) => {
        const expected = scan((words) => wanted.every((each) => words.some((own) => isSame(own, each))));
        expect(foundBy(wanted.join(' '))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with a scan on phrases', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 4 }).chain(run), (wanted) => {
        expect(foundBy(`“${wanted.join(' ')}”`)).toEqual(scan((words) => hasPhrase(words, wanted)));
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with a scan on beginnings, typed or starred', () => {
    fc.assert(
      fc.property(word, fc.integer({ min: 2, max: 6 }), (whole, length) => {
        const beginning = whole.slice(0, length);
        const expected = scan((words) => words.some((each) => each.startsWith(beginning)));
        expect(foundBy(`${beginning}*`)).toEqual(expect.arrayContaining(expected));
        expect(foundBy(beginning, true)).toEqual(foundBy(`${beginning}*`));
        for (const { exact, tier } of search(`${beginning}*`).hits) {
          if (tier !== 'exact') continue;
          expect(plainWords(exact).join('')).toMatch(new RegExp(`^${beginning}`, 'u'));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives hits that are their own slice, inside one block, with the text around them', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 2 }), (wanted) => {
        for (const hit of search(wanted.join(' ')).hits) {
          const text = statements.find(({ summary }) => summary.id === hit.statement)?.text ?? '';
          expect(hit.exact).toBe(text.slice(hit.start, hit.end));
          expect(text.slice(0, hit.start).endsWith(hit.before)).toBe(true);
          expect(text.startsWith(hit.after, hit.end)).toBe(true);
          expect(Math.max(hit.before.length, hit.after.length)).toBeLessThanOrEqual(80);
          expect(hit.matches.some(({ start }) => start === hit.start)).toBe(true);
          expect(hit.matches.some(({ end }) => end === hit.end)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('counts all hits and gives as many as asked for', () => {
    const all = search('the');
    expect(all.total).toBeGreaterThan(100);
    expect(all.hits).toHaveLength(all.total);
    const few = index.search('the', { limit: 3, typing: false, spellings: true });
    expect(few.total).toBe(all.total);
    expect(few.hits).toEqual(all.hits.slice(0, 3));
  });

  it('finds an English name with a mute e by its Cyrillic spelling', () => {
    for (const query of ['Гилмор', 'Гілмар', 'Гилмора']) {
      const { hits } = search(query);
      expect(hits.length).toBeGreaterThan(0);
      for (const { readings } of hits) expect(readings[0]).toMatchObject({ asked: query, tier: 'variant' });
      expect(new Set(hits.flatMap(({ readings }) => readings.map(({ found }) => found)))).toContain('Gilmore');
    }
  });

  it('answers the same again', () => {
    const first = search('Moscow Mechanism report');
    search('report');
    search('Moscow');
    expect(search('Moscow Mechanism report')).toEqual(first);
  });
});

describe('a hit', () => {
  it('is the shortest stretch with all the words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('ab', 'cd', 'ef', 'gh-ij', 'k'), { minLength: 1, maxLength: 14 }),
        fc.uniqueArray(fc.constantFrom('ab', 'cd', 'ef', 'gh', 'k'), { minLength: 1, maxLength: 3 }),
        (words, wanted) => {
          const text = words.join(' ');
          const inOrder = new RegExp(`\\b${wanted.join('[ -]')}\\b`, 'u').exec(text);
          const tokens = [...text.matchAll(/\w+/gu)].map(({ 0: own, index: start }) => ({ own, start }));
          let shortest = Number.POSITIVE_INFINITY;
          for (const from of tokens) {
            for (const to of tokens.filter(({ start }) => start >= from.start)) {
              const inside = tokens.filter(({ start }) => from.start <= start && start <= to.start);
              const length = to.start + to.own.length - from.start;
              if (wanted.every((each) => inside.some(({ own }) => own === each))) shortest = Math.min(shortest, length);
            }
          }
          const [hit] = searchIn(text, wanted.join(' '));
          if (inOrder) expect(hit?.exact).toBe(inOrder[0]);
          else expect(hit?.exact.length ?? Number.POSITIVE_INFINITY).toBe(shortest);
        },
      ),
    );
  });

  it('prefers the phrase to the same words in another order', () => {
    expect(searchIn('rights human, then human rights', 'human rights')[0]?.start).toBe(19);
  });

  it('names every matching word in order', () => {
    const [hit] = searchIn('Vote, vote and VOTES: the vote’s count', 'vote count');
    expect(hit?.matches.map(({ start, tier }) => [start, tier])).toEqual([
      [0, 'exact'],
      [6, 'exact'],
      [15, 'stem'],
      [26, 'exact'],
      [33, 'exact'],
    ]);
    expect(hit?.exact).toBe('vote’s count');
  });

  it('names the words of a phrase only where the phrase stands', () => {
    const [hit] = searchIn('human beings have human rights', '"human rights"');
    expect(hit?.matches.map(({ start, end }) => [start, end])).toEqual([
      [18, 23],
      [24, 30],
    ]);
  });

  it.each([
    ['ill-treatment', 'ill-treatment'],
    ['illtreatment', 'ill-treatment'],
    ['ill treatment', 'ill-treatment'],
    ['treatment', 'treatment'],
    ['"of ill-treatment in"', 'of ill-treatment in'],
    ['"of illtreatment in"', 'of ill-treatment in'],
  ])('of %s is in a hyphenated word', (query, exact) => {
    expect(searchIn('acts of ill-treatment in prison', query).map((hit) => hit.exact)).toEqual([exact]);
  });

  it('says how a word is spelt only where no such word stands', () => {
    const found = (text: string, query: string): string[][] =>
      searchOf([statementOf('made', text)])
        .search(query, { limit: most, typing: false, spellings: true })
        .hits.map(({ readings }) => readings.map((reading) => reading.found));
    expect(found('They saw Lukashenko, and heard Lukashenka detained him.', 'Lukashenko')).toEqual([[]]);
    expect(found('They heard Lukashenka.', 'Lukashenko')).toEqual([['Lukashenka']]);
    expect(found('Lukashenko met Lukashenka before elections.', 'Lukashenko election')).toEqual([['elections']]);
    expect(found('Lukashenko left. Then Lukashenka met Putin.', '"Putin" OR Lukashenko')).toEqual([[]]);
  });

  it('of a hyphenated query is in the word written as one', () => {
    expect(searchIn('Europe’s security and cooperation', 'co-operation')[0]?.exact).toBe('cooperation');
  });

  it.each(['1486', '1,486', '1\u00a0486'])('of the number %s is in all its spellings', (query) => {
    const hits = searchIn('of 1,486 cases\n\nof 1\u00a0486 cases\n\nof 1486 cases\n\nof 486 cases', query);
    expect(hits.map(({ exact }) => exact)).toEqual(['1,486', '1\u00a0486', '1486']);
  });

  it('of a word is not in a longer or a similar one', () => {
    expect(searchIn('2021 2020 20 imprisonment сторой', 'prison')).toEqual([]);
    expect(searchIn('2021', '2020')).toEqual([]);
    expect(searchIn('мой', '"мои"')).toEqual([]);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('of %s is an ordinary one', (query) => {
    expect(searchIn('nothing here', query)).toEqual([]);
    expect(searchIn(`the ${query} here`, query)).toHaveLength(1);
  });

  it('has its surroundings cut between words, and never within a character', () => {
    const [hit] = searchIn(`${'wörter '.repeat(30)}here${' 👍🏽 words'.repeat(30)}`, 'here');
    expect(hit?.before).toMatch(/^wörter /u);
    expect(hit?.after).toMatch(/ words$/u);
    const [long] = searchIn(`${'😀'.repeat(60)}.here.${'😀'.repeat(60)}`, 'here');
    expect(`${long?.before}${long?.after}`).not.toMatch(/\p{Cs}/u);
    expect(long?.before.length).toBeGreaterThan(70);
  });
});

describe('the order of hits', () => {
  const order = (paragraphsOfText: readonly string[], query: string): number[] =>
    searchIn(paragraphsOfText.join('\n\n'), query).map(({ paragraph }) => paragraph ?? 0);

  it('begins with the words side by side, then the nearer ones', () => {
    const far = `rights ${'of all the other people '.repeat(3)} human`;
    expect(order([far, 'human and other rights', 'their human rights matter'], 'human rights')).toEqual([3, 2, 1]);
  });

  it('puts the word itself before longer ones while typing', () => {
    expect(order(['elections were held', 'to elect a president'], 'elect*')).toEqual([2, 1]);
  });

  it('is reading order where nothing else tells them apart', () => {
    expect(order(['one vote', 'two vote', 'one vote'], 'vote')).toEqual([1, 2, 3]);
  });

  it('ends with website furniture', () => {
    const statement = statementOf('made', 'vote vote here\n\na vote');
    const [first, ...others] = statement.blocks;
    if (!first) throw new Error('The text has two blocks.');
    const furnished = { ...statement, blocks: [{ ...first, kind: 'furniture' as const, paragraph: null }, ...others] };
    const { hits } = searchOf([furnished]).search('vote', { limit: 9, typing: false, spellings: false });
    expect(hits.map(({ kind }) => kind)).toEqual(['paragraph', 'furniture']);
  });
});

describe('hostile input', () => {
  it.each([
    ['100 KB of one word', 'a'.repeat(100_000)],
    ['100 KB of words', 'the report on '.repeat(7_200)],
    ['100 KB of different words', Array.from({ length: 15_000 }, (_, at) => `w${at}`).join(' ')],
    ['100 KB of quotation marks', '"'.repeat(100_000)],
    ['100 KB of little phrases', '"a" '.repeat(25_000)],
    ['100 KB of hyphens', 'a-'.repeat(50_000)],
    ['100 KB of beginnings', Array.from({ length: 20_000 }, (_, at) => `${at.toString(26)}*`).join(' ')],
    ['an open phrase of 100 KB', `"${'the '.repeat(25_000)}`],
    ['lone surrogates', '\ud800 \udc00report\ud800'],
    ['an expression', '(.*)+[a-z]{1,1000}\\b^$|(?<='],
    ['a path and a tag', '../../etc/passwd <script>alert(1)</script>'],
    ['control characters', 'vote\u0000\n\r\t\u2028report'],
  ])('answers %s', (_, query) => {
    for (const typing of [true, false]) {
      const { hits, total } = search(query, typing);
      expect(total).toBe(hits.length);
    }
  });

  it('never gives a hit that is not its slice, whatever the text and the query', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'a',
        'ab',
        "a'b",
        'a’s',
        'a-b',
        'a\u00adb',
        '1,000',
        '\u00a0',
        ' ',
        '\n\n',
        '"',
        '*',
        'é',
        'e\u0301',
      ),
      fc.constantFrom('\ud83d', '👩‍⚖️', 'й', 'ё', 'سلام', '• ', 'MODERATOR: ', '\u200d', '\ufeff'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    const hardText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(hardText, hardText, fc.boolean(), (text, query, typing) => {
        const statement = statementOf('made', text);
        const one = searchOf([statement]);
        const own = text.slice(0, 6);
        for (const wanted of [query, own, 'a', 'ab*']) {
          for (const hit of one.search(wanted, { limit: 100, typing, spellings: true }).hits) {
            expect(hit.exact).toBe(text.slice(hit.start, hit.end));
            expect(hit.exact).not.toBe('');
            for (const [at, match] of hit.matches.entries()) {
              expect(match.start).toBeGreaterThanOrEqual(hit.matches[at - 1]?.end ?? 0);
            }
          }
        }
      }),
    );
  });
});
