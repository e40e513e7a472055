import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BlockRole,
  correctStructure,
  isCorrected,
  joinsParagraphs,
  undoCorrections,
} from '../../../core/statements/correct-structure.ts';
import type { Statement } from '../../../core/statements/statement.ts';
import { structureOf } from '../../../core/statements/structure.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import type { Passage } from '../../../core/text/passage.ts';
import { readBundledStatements } from '../../support/bundled-statements.ts';
import { hardText } from '../../support/hard-text.ts';

const [bundled] = await readBundledStatements();
if (!bundled) throw new Error('There is no bundled statement.');
const { structure: _, ...record } = bundled.record;

function statementOf(text: string, corrections: Statement['corrections'] = []): Statement {
  return {
    summary: { ...record, fixity: 'verified', words: 1 },
    sha256: record.sha256,
    text,
    blocks: structureOf(text, corrections),
    corrections,
  };
}

function passageOf(text: string, words: string): Passage {
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`“${words}” is not in the text`);
  return { start: utf16(start), end: utf16(start + words.length) };
}

/** The statement after `words` of it were put right. */
function corrected(statement: Statement, words: string, role: BlockRole): Statement {
  return statementOf(statement.text, correctStructure(statement, passageOf(statement.text, words), role));
}

/** Each block: what it is, who speaks, and its text without its label. */
function shown({ text, blocks }: Statement): string[] {
  return blocks.map(({ kind, level, speaker, bodyStart, end }) => {
    const who = speaker === null ? '' : ` ${speaker}`;
    return `${kind}${level ?? ''}${who}: ${text.slice(bodyStart, end)}`;
  });
}

const heading: BlockRole = { kind: 'heading', level: 2 };
const paragraph: BlockRole = { kind: 'paragraph' };
const speech = (speaker: string): BlockRole => ({ kind: 'speech', speaker });

describe('correctStructure', () => {
  const text = 'Заява\n\nFirst words.\n\nSecond words.\nOn a line of their own.\n\n• one';

  it('makes a heading of the whole paragraph that a few words are in', () => {
    const after = corrected(statementOf(text), 'on a line'.replace('on', 'On'), heading);
    expect(shown(after)).toEqual([
      'paragraph: Заява',
      'paragraph: First words.',
      'heading2: Second words.\nOn a line of their own.',
      'list-item: one',
    ]);
  });

  it('makes a heading of one line alone where the line is selected as a whole', () => {
    const after = corrected(statementOf(text), 'Second words.', heading);
    expect(shown(after).slice(2, 4)).toEqual(['heading2: Second words.', 'paragraph: On a line of their own.']);
  });

  it('takes the paragraph that the caret is in', () => {
    const at = passageOf(text, 'rst words').start;
    const statement = statementOf(text);
    const after = statementOf(text, correctStructure(statement, { start: at, end: at }, { kind: 'furniture' }));
    expect(shown(after)[1]).toBe('furniture: First words.');
    expect(shown(after)[2]).toBe('paragraph: Second words.\nOn a line of their own.');
  });

  it('joins paragraphs, and makes one paragraph each of what were none', () => {
    const statement = statementOf(text);
    const both = 'First words.\n\nSecond words.';
    expect(joinsParagraphs(statement, passageOf(text, both))).toBe(true);
    expect(shown(corrected(statement, both, paragraph))[1]).toBe(
      'paragraph: First words.\n\nSecond words.\nOn a line of their own.',
    );
    const headings = corrected(corrected(statement, 'First', heading), 'Second', heading);
    expect(joinsParagraphs(headings, passageOf(text, both))).toBe(false);
    expect(shown(corrected(headings, both, paragraph))).toEqual(shown(statement));
  });

  it('makes one heading of a title that is broken over two paragraphs', () => {
    const after = corrected(statementOf(text), 'Заява\n\nFirst words.', { kind: 'heading', level: 1 });
    expect(shown(after)[0]).toBe('heading1: Заява\n\nFirst words.');
  });

  it('keeps what was put right beside it, and of what was put right over more lines the rest', () => {
    const furniture = corrected(statementOf(text), 'Заява\n\nFirst words.\n\nSecond words.', { kind: 'furniture' });
    expect(shown(corrected(furniture, 'First', paragraph))).toEqual([
      'furniture: Заява',
      'paragraph: First words.',
      'furniture: Second words.\nOn a line of their own.',
      'list-item: one',
    ]);
  });

  it('takes back what was put right at a place and nothing else', () => {
    const before = corrected(corrected(statementOf(text), 'Заява', heading), 'one', paragraph);
    const at = passageOf(text, 'Заява');
    expect(isCorrected(before, at)).toBe(true);
    expect(isCorrected(before, passageOf(text, 'First'))).toBe(false);
    const after = statementOf(text, undoCorrections(before, at));
    expect(shown(after)[0]).toBe('paragraph: Заява');
    expect(after.corrections).toHaveLength(1);
  });
});

describe('a speech that is put right', () => {
  const talk = 'Ms. Olga Horbunova: We waited.\n\nFor years.\n\nМарыя — так.\nMr Smith: No.\n\nThe end';

  it('has the part of its first line that names the speaker as its label, and lasts until the next', () => {
    const first = corrected(statementOf(talk), 'We waited', speech('Horbunova'));
    const second = corrected(first, 'Марыя', speech('Марыя'));
    expect(shown(second)).toEqual([
      'speech Horbunova: We waited.',
      'speech Horbunova: For years.',
      'speech Марыя: так.\nMr Smith: No.',
      'speech Марыя: The end',
    ]);
  });

  it('begins in the line that the selection begins in', () => {
    const first = corrected(statementOf(talk), 'Марыя', speech('Марыя'));
    expect(shown(corrected(first, 'Mr Smith', speech('John Smith'))).slice(2)).toEqual([
      'speech Марыя: так.',
      'speech John Smith: No.',
      'speech John Smith: The end',
    ]);
  });

  it('has no label where its first line does not name the speaker', () => {
    const after = corrected(statementOf(talk), 'For years', speech('Ann'));
    expect(shown(after)[1]).toBe('speech Ann: For years.');
    expect(shown(corrected(statementOf('Annabel came.'), 'came', speech('Ann')))).toEqual([
      'speech Ann: Annabel came.',
    ]);
  });

  it('takes in the turns that are selected with it', () => {
    const turns = statementOf('ONE: a\n\nTWO: b\n\nTHREE: c');
    expect(shown(corrected(turns, 'ONE: a\n\nTWO: b', speech('ONE')))).toEqual([
      'speech ONE: a',
      'speech ONE: TWO: b',
      'speech THREE: c',
    ]);
  });

  it('is a part of the turn before it when it is called a paragraph', () => {
    const turns = statementOf('ONE: a\n\nNOTA BENE: b');
    expect(shown(corrected(turns, 'b', paragraph))[1]).toBe('speech ONE: NOTA BENE: b');
  });
});

it('loses no text whatever is put right in whatever text, and is what it was when all of it is taken back', () => {
  const role = fc.constantFrom<BlockRole>(
    heading,
    paragraph,
    { kind: 'list-item' },
    { kind: 'furniture' },
    speech('А'),
  );
  const step = fc.tuple(fc.nat(400), fc.nat(80), role);
  fc.assert(
    fc.property(
      fc.array(hardText, { minLength: 1, maxLength: 6 }),
      fc.array(step, { maxLength: 6 }),
      (parts, steps) => {
        const text = parts.join('\n\n');
        const untouched = statementOf(text);
        fc.pre(untouched.blocks.length > 0);
        let statement = untouched;
        for (const [at, length, said] of steps) {
          const start = utf16(at % text.length);
          const passage = { start, end: utf16(Math.min(text.length, start + length)) };
          statement = statementOf(text, correctStructure(statement, passage, said));
          let end = 0;
          for (const block of statement.blocks) {
            expect(text.slice(end, block.start).trim()).toBe('');
            expect(block.start).toBeGreaterThanOrEqual(end);
            expect(block.end).toBeGreaterThan(block.start);
            expect(block.bodyStart).toBeGreaterThanOrEqual(block.start);
            expect(block.bodyStart).toBeLessThanOrEqual(block.end);
            end = block.end;
          }
          expect(text.slice(end).trim()).toBe('');
        }
        const whole = { start: utf16(0), end: utf16(text.length) };
        expect(shown(statementOf(text, undoCorrections(statement, whole)))).toEqual(shown(untouched));
      },
    ),
    { numRuns: 60 },
  );
});
