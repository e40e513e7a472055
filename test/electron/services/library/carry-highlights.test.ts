import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveSelector } from '../../../../core/anchoring/resolve.ts';
import { describePassage } from '../../../../core/anchoring/selector.ts';
import type { Highlight } from '../../../../core/highlights/highlight.ts';
import { utf16 } from '../../../../core/text/offsets.ts';
import { trimPassage } from '../../../../core/text/passage.ts';
import { carryHighlights } from '../../../../electron/services/library/carry-highlights.ts';
import { sha256Of } from '../../../../electron/store/statement-files.ts';
import {
  changeTypography,
  changeWords,
  deleteSentences,
  insertSentences,
  moveParagraphs,
  seededRandom,
  type TrackedText,
  track,
} from '../../../core/anchoring/edited-text.ts';
import { readBundledStatements } from '../../../support/bundled-statements.ts';
import { hardText } from '../../../support/hard-text.ts';

function highlightOf(text: string, start: number, end: number, id = `h-${start}-${end}`): Highlight | null {
  const passage = trimPassage(text, { start: utf16(start), end: utf16(end) });
  if (!passage) return null;
  const now = '2026-01-02T03:04:05.000Z';
  return {
    id,
    statement: 's',
    selector: describePassage(text, passage, sha256Of(text)),
    tags: [],
    note: '',
    isNotePrivate: false,
    orphan: false,
    created: now,
    modified: now,
  };
}

function highlightOfWords(text: string, words: string): Highlight {
  const start = text.indexOf(words);
  const highlight = highlightOf(text, start, start + words.length, 'h');
  if (!highlight) throw new Error(`There is no “${words}”.`);
  return highlight;
}

/** Where `words` of `before` are carried to in `after`: the words there, and what stands before them. `null` where they are not. */
function carried(before: string, words: string, after: string): string | null {
  const selector = carryHighlights([highlightOfWords(before, words)], after, sha256Of(after)).get('h');
  return selector ? `${after.slice(0, selector.start)}[${after.slice(selector.start, selector.end)}]` : null;
}

const before =
  'On 9 August the polls closed.\n\nOn 12 August the detainees in Okrestina were beaten with truncheons for hours.\n\nNobody was charged.';

describe('carrying highlights over into a new text of their statement', () => {
  it('follows words that were moved by others before them', () => {
    const after = `A new first paragraph 👩‍👩‍👧.\n\n${before}`;
    expect(carried(before, 'beaten with truncheons', after)).toBe(
      `${after.slice(0, after.indexOf('beaten'))}[beaten with truncheons]`,
    );
  });

  it('leaves what was changed, deleted, or stands more than once to a person', () => {
    expect(carried(before, 'beaten with truncheons', before.replace('truncheons', 'batons'))).toBeNull();
    expect(carried(before, 'beaten with truncheons', before.replace(' with truncheons', ''))).toBeNull();
    expect(carried(before, 'beaten with truncheons', `${before}\n\n${before}`)).toBeNull();
    expect(carried(before, 'legal', before.replace('polls', 'illegal polls'))).toBeNull();
  });

  it('leaves orphans as they are, and what was marked in this very text', () => {
    const orphan = { ...highlightOfWords(before, 'Nobody was charged.'), orphan: true };
    const after = `Before.\n\n${before}`;
    expect(carryHighlights([orphan], after, sha256Of(after)).size).toBe(0);
    expect(carryHighlights([highlightOfWords(before, 'Nobody')], before, sha256Of(before)).size).toBe(0);
  });

  it('puts none at other words, whatever becomes of a real statement, and every one where its own words are', async () => {
    const random = seededRandom(20_261_123);
    const statements = (await readBundledStatements()).map(({ text }) => text.replace(/\r\n?/gu, '\n'));
    const edits: readonly ((tracked: TrackedText) => TrackedText)[] = [
      (tracked) => changeWords(tracked, 0.05, ['people', 'law', 'the'], random),
      (tracked) => deleteSentences(tracked, 0.2, random),
      (tracked) => insertSentences(tracked, 0.2, ['A sentence that stood nowhere. '], random),
      (tracked) => moveParagraphs(tracked, 0.3, random),
      (tracked) => changeTypography(tracked, 0.05, random),
    ];
    let count = 0;
    for (const text of statements) {
      const highlights = Array.from({ length: 25 }, () => {
        const start = Math.floor(random() * text.length);
        return highlightOf(text, start, start + 1 + Math.floor(random() * 300));
      }).filter((highlight) => highlight !== null);
      for (const edit of edits) {
        const { text: after, origin } = edit(track(text));
        const sha256 = sha256Of(after);
        for (const [id, selector] of carryHighlights(highlights, after, sha256)) {
          const own = highlights.find((highlight) => highlight.id === id);
          count += 1;
          expect(selector.quote).toBe(own?.selector.quote);
          expect(selector.source).toBe(sha256);
          const length = selector.end - selector.start;
          expect(after.slice(selector.start, selector.end)).toBe(selector.quote);
          // Each of its characters is the one that was marked, and no other that looks the same.
          expect(origin.slice(selector.start, selector.end)).toEqual(
            Array.from({ length }, (_, at) => (own?.selector.start ?? 0) + at),
          );
        }
      }
    }
    expect(count).toBeGreaterThan(200);
  }, 120_000);

  it('gives selectors that say of any text where the words stand in it, and are anchored there', () => {
    const pieces = fc.tuple(hardText, hardText, hardText, hardText, fc.nat(400), fc.integer({ min: 1, max: 80 }));
    fc.assert(
      fc.property(pieces, ([a, b, c, inserted, from, length]) => {
        const text = [a, b, c].join('\n\n');
        const start = from % Math.max(1, text.length);
        const highlight = highlightOf(text, start, start + length);
        fc.pre(highlight !== null);
        for (const after of [
          `${inserted}\n\n${text}`,
          [c, a, b].join('\n\n'),
          [a, inserted, b].join('\n\n'),
          b + text,
        ]) {
          const sha256 = sha256Of(after);
          for (const selector of carryHighlights(highlight ? [highlight] : [], after, sha256).values()) {
            expect(selector.quote).toBe(highlight?.selector.quote);
            expect(selector).toEqual(describePassage(after, selector, sha256));
            expect(resolveSelector(after, sha256, selector)).toMatchObject({
              state: 'anchored',
              start: selector.start,
            });
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
