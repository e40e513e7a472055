import { describe, expect, it } from 'vitest';
import { citePassage, citePlace, citePlaceInStatement } from '../../../core/export/citation.ts';
import { placeOf } from '../../../core/statements/block.ts';
import { writeOutDate } from '../../../core/statements/edtf-date.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { hardSources } from './hard-excerpts.ts';

const [hard, plain] = hardSources().statements;
if (!hard || !plain) throw new Error('There are two statements.');

const passageOf = (text: string, quote: string) => {
  const start = text.indexOf(quote);
  return { start: utf16(start), end: utf16(start + quote.length) };
};

describe('a date', () => {
  it.each([
    ['2023', '2023'],
    ['2023?', '2023 (inferred)'],
    ['2023-05?', 'May 2023 (inferred)'],
    ['2020-11-05', '5 November 2020'],
    ['2020-11-06?', '6 November 2020 (inferred)'],
    ['202X', '202X'],
    ['2020/..', '2020/..'],
    ['', ''],
  ])('%s is written out as %s', (edtf, written) => {
    expect(writeOutDate(edtf)).toBe(written);
  });
});

describe('a citation', () => {
  it('names the speaker in full, title, publisher, date, paragraph and fingerprint', () => {
    const { summary, sha256, text, blocks } = hard;
    const place = placeOf(blocks, passageOf(text, 'Torture'));
    expect(citePlaceInStatement(summary, place, sha256, 'full')).toBe(
      `Michael Carpenter, “Hard | text: a \`test\`,” A publisher, May 2023 (inferred), ¶ 4, SHA-256 ${sha256}.`,
    );
  });

  it('names the author where nobody speaks, and a publisher only once', () => {
    const place = placeOf(hard.blocks, passageOf(hard.text, 'stands first'));
    expect(citePlaceInStatement(hard.summary, place, hard.sha256, 'short')).toMatch(/^Danila Galperovich, “Hard/u);
    expect(citePlaceInStatement(plain.summary, null, plain.sha256, 'short')).toBe(
      `[A supplied title], A publisher, 5 November 2020, SHA-256 ${plain.sha256.slice(0, 12)}….`,
    );
  });

  it('keeps a speaker whom the catalogue does not know as the document writes it', () => {
    const place = { ...placeOf(hard.blocks, passageOf(hard.text, 'Torture')), speakers: ['QUESTION'] };
    expect(citePlaceInStatement(hard.summary, place, hard.sha256, 'short')).toMatch(/^QUESTION, /u);
  });

  it('names everybody whose words are quoted', () => {
    const place = {
      ...placeOf(hard.blocks, passageOf(hard.text, 'Torture')),
      speakers: ['AMBASSADOR CARPENTER', 'MODERATOR'],
    };
    expect(citePlaceInStatement(hard.summary, place, hard.sha256, 'short')).toMatch(
      /^Michael Carpenter and MODERATOR, /u,
    );
  });

  it.each([
    [3, 3, 'speech', '¶ 3'],
    [3, 5, 'paragraph', '¶¶ 3–5'],
    [null, null, 'heading', 'heading'],
    [null, null, 'furniture', 'website text'],
    [null, 2, 'heading', 'heading to ¶ 2'],
    [2, null, 'paragraph', '¶ 2 and the text after it'],
  ] as const)('of paragraphs %s to %s (%s) says %s', (paragraph, lastParagraph, kind, words) => {
    expect(citePlace({ paragraph, lastParagraph, kind, speakers: [] })).toBe(words);
  });

  it('for the clipboard begins with the exact words', () => {
    const text = citePassage(hard, passageOf(hard.text, 'Torture 😀'));
    expect(text).toMatch(/^“Torture 😀”, Michael Carpenter, .*, ¶ 4, SHA-256 [0-9a-f]{12}…\.$/u);
  });
});
