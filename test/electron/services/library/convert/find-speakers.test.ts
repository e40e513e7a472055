import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { structureOf } from '../../../../../core/statements/structure.ts';
import { speakerHints } from '../../../../../electron/services/library/convert/find-speakers.ts';
import { hardText } from '../../../../support/hard-text.ts';

const statements = join(import.meta.dirname, '../../../../../resources/statements');

/** Every speech as its reader sees it: who, and what they say. */
function speechesOf(...paragraphs: string[]): string[] {
  const text = paragraphs.join('\n\n');
  return structureOf(text, speakerHints(text, [])).map(
    ({ speaker, bodyStart, end }) => `${speaker ?? '—'} | ${text.slice(bodyStart, end)}`,
  );
}

describe('speakers', () => {
  it('are found by names that come again, and keep the floor', () => {
    expect(
      speechesOf(
        'Interview',
        'Anna Kowalska: Who beat you?',
        'Ales Bialiatski: The police.',
        'They came at night.',
        '  Anna Kowalska:\u00a0 And then?',
      ),
    ).toEqual([
      '— | Interview',
      'Anna Kowalska | Who beat you?',
      'Anna Kowalska | Ales Bialiatski: The police.',
      'Anna Kowalska | They came at night.',
      'Anna Kowalska | And then?',
    ]);
    expect(
      speechesOf(
        'Jean-Marie O’Neil (via interpreter): Yes.',
        'Mr. A. Smith: No.',
        'Jean-Marie O’Neil: Yes.',
        'Mr. A. Smith: No.',
      ),
    ).toEqual(['Jean-Marie O’Neil | Yes.', 'Mr. A. Smith | No.', 'Jean-Marie O’Neil | Yes.', 'Mr. A. Smith | No.']);
  });

  it('are found in Cyrillic', () => {
    expect(
      speechesOf(
        'Алесь Бяляцкі: Так.',
        'Суддзя: Устаньце.',
        'Алесь Бяляцкі: Не.',
        'Суддзя: Сядайце.',
        'Пракурор: Пытанняў няма.',
      ),
    ).toEqual([
      'Алесь Бяляцкі | Так.',
      'Суддзя | Устаньце.',
      'Алесь Бяляцкі | Не.',
      'Суддзя | Сядайце.',
      'Пракурор | Пытанняў няма.',
    ]);
  });

  it.each([
    ['Q', 'A'],
    ['В', 'О'],
    ['П', 'А'],
    ['П', 'В'],
  ])('are found by the letters %s and %s', (asks, answers) => {
    expect(speechesOf(`${asks}: Who?`, `${answers}: They.`, 'And others.')).toEqual([
      `${asks} | Who?`,
      `${answers} | They.`,
      `${answers} | And others.`,
    ]);
  });

  it('are found by numbers of witnesses, which the plain rules do not see', () => {
    expect(
      speechesOf('СВЕДКА № 1: Так.', 'WITNESS 2: Yes.', 'СВЕДКА № 1: Не.', 'WITNESS 2: No.').map(
        (speech) => speech.split(' | ')[0],
      ),
    ).toEqual(['СВЕДКА № 1', 'WITNESS 2', 'СВЕДКА № 1', 'WITNESS 2']);
  });

  it('have a label that ends where their words begin', () => {
    const text = '\u00a0 Anna Roe :\u00a0 Yes.\n\nAnna Roe:\n\nNo.';
    expect(speakerHints(text, [])).toEqual([
      {
        lines: [1, 1],
        kind: 'speech',
        speaker: 'Anna Roe',
        label: 12,
        why: 'A name and a colon, as at other lines of the text.',
      },
      {
        lines: [3, 3],
        kind: 'speech',
        speaker: 'Anna Roe',
        label: 9,
        why: 'A name and a colon, as at other lines of the text.',
      },
    ]);
  });
});

describe('what is no speaker', () => {
  it.each([
    ['a name that comes once', ['Anna Roe: Yes.', 'And so on.']],
    [
      'labels of a web site',
      ['Read More: One', 'See Also: Two', 'Photo: Three', 'Read More: One', 'See Also: Two', 'Photo: Three'],
    ],
    ['the head of a letter', ['From: A', 'To: B', 'Subject: C', 'From: A', 'To: B', 'Subject: C']],
    ['a single word that comes again', ['Minsk: rain.', 'Minsk: sun.', 'Minsk: snow.']],
    ['letters that number', ['А: один', 'Б: два', 'В: три', 'О: четыре', 'П: пять']],
    ['one question without an answer', ['Q: Why?', 'No answer.']],
    ['times and addresses', ['At 12:30 we met.', 'At 12:40 we left.', 'https://example.org', 'https://example.org']],
    ['a sentence with a colon', ['He said this: no.', 'He said this: no.']],
  ])('is left alone: %s', (_, paragraphs) => {
    expect(speakerHints(paragraphs.join('\n\n'), [])).toEqual([]);
  });

  it('is left alone where a line has a hint, and where the plain rules see the speaker', () => {
    const text = 'Anna Roe: one\n\nAnna Roe: two\n\nMODERATOR: three\n\nMODERATOR: four';
    const heading = { lines: [1, 1] as [number, number], kind: 'heading' as const, why: 'A test.' };
    expect(speakerHints(text, [heading]).map(({ lines }) => lines[0])).toEqual([]);
    expect(speakerHints(text, []).map(({ lines }) => lines[0])).toEqual([1, 3]);
  });

  it('is not found in the bundled statements', () => {
    for (const name of [
      '000_46b87868a09d3577',
      '001_d012b4a4f31161df',
      '002_fbbd0afe311f3780',
      '003_7caa75fa661d9e47',
      '004_d2903c5520cc584b',
    ]) {
      const text = readFileSync(join(statements, `${name}.txt`), 'utf8');
      expect(
        speakerHints(text, []).map(({ speaker }) => speaker),
        name,
      ).toEqual([]);
    }
  });
});

it('gives hints of lines that there are, with labels within them, of any text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(hardText, fc.constantFrom('Anna Roe: ', 'Q:', 'A: yes', 'О:\u00a0\u00a0')), { maxLength: 12 }),
      (parts) => {
        const text = parts.join('\n');
        const lines = text.split('\n');
        for (const { lines: range, label = 0 } of speakerHints(text, [])) {
          const line = (lines[range[0] - 1] ?? '').trim();
          expect(label).toBeGreaterThan(0);
          expect(label).toBeLessThanOrEqual(line.length);
          expect(line.slice(0, label)).toMatch(/:\s*$/u);
        }
      },
    ),
    { numRuns: 200 },
  );
});
