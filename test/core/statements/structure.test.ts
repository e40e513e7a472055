import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../core/statements/block.ts';
import { structureOf } from '../../../core/statements/structure.ts';
import { readBundledStatements } from '../../support/bundled-statements.ts';
import { hardText } from '../../support/hard-text.ts';

/** The blocks and the gaps around them, joined; every gap must be white space. */
function join(text: string, blocks: readonly Block[]): string {
  let joined = '';
  let from = 0;
  for (const { start, bodyStart, end } of blocks) {
    const gap = text.slice(from, start);
    expect(gap.trim()).toBe('');
    expect(start).toBeLessThan(end);
    joined += gap + text.slice(start, bodyStart) + text.slice(bodyStart, end);
    from = end;
  }
  expect(text.slice(from).trim()).toBe('');
  return joined + text.slice(from);
}

const bundled = await readBundledStatements();

function blocksOf(number: string): { readonly text: string; readonly blocks: Block[] } {
  const statement = bundled.find(({ record }) => record.id.startsWith(number));
  if (!statement) throw new Error(`no statement ${number}`);
  return { text: statement.text, blocks: structureOf(statement.text, statement.record.structure) };
}

describe('structureOf', () => {
  it.each(bundled.map(({ record, text }) => [record.file, record, text] as const))(
    'gives back the whole text of %s from its blocks and gaps',
    (_file, record, text) => {
      expect(join(text, structureOf(text, record.structure))).toBe(text);
    },
  );

  it('gives back any text from its blocks and gaps', () => {
    fc.assert(fc.property(hardText, (text) => join(text, structureOf(text, [])) === text));
  });

  it('gives back any text with any hints', () => {
    const hint = fc
      .tuple(fc.integer({ min: 1, max: 8 }), fc.nat(4), fc.constantFrom('heading', 'paragraph', 'furniture'))
      .map(
        ([from, more, kind]) => ({ lines: [from, from + more] as [number, number], kind, why: 'generated' }) as const,
      );
    fc.assert(
      fc.property(
        hardText,
        fc.array(hint, { maxLength: 4 }),
        (text, hints) => join(text, structureOf(text, hints)) === text,
      ),
    );
  });

  it('numbers paragraphs, speeches and list items from 1 and nothing else', () => {
    for (const { record, text } of bundled) {
      const blocks = structureOf(text, record.structure);
      const numbers = blocks.flatMap(({ paragraph }) => paragraph ?? []);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      for (const { kind, paragraph } of blocks) {
        expect(paragraph === null).toBe(kind === 'heading' || kind === 'furniture');
      }
    }
  });

  it('gives a speaker every paragraph of the turn', () => {
    const { text, blocks } = blocksOf('003');
    const at = (quote: string): Block | undefined =>
      blocks.find(({ start, end }) => text.slice(start, end).includes(quote));
    expect(at('Good afternoon')?.speaker).toBe('MODERATOR');
    expect(at('Just a reminder')?.speaker).toBe('MODERATOR');
    expect(at('regular use of torture')?.speaker).toBe('AMBASSADOR CARPENTER');
    expect(at('Yes, uh-huh')?.speaker).toBe('QUESTION');
    expect(at('# # #')).toMatchObject({ kind: 'furniture', speaker: null });
  });

  it('folds website text as furniture', () => {
    const { text, blocks } = blocksOf('000');
    const furniture = blocks.filter(({ kind }) => kind === 'furniture').map(({ start, end }) => text.slice(start, end));
    expect(furniture).toHaveLength(7);
    expect(furniture.at(-1)).toBe('The Lessons of 1989: Freedom and Our Future');
  });

  it('makes list items of the signatories, the bullet as their label', () => {
    const { text, blocks } = blocksOf('001');
    const items = blocks.filter(({ kind }) => kind === 'list-item');
    expect(items).toHaveLength(44);
    expect(items.every(({ start, bodyStart }) => text.slice(start, bodyStart).startsWith('•'))).toBe(true);
  });

  it('makes one paragraph of a sentence that a blank line breaks', () => {
    const { text, blocks } = blocksOf('004');
    const broken = blocks.find(({ start, end }) => text.slice(start, end).includes('aimed at trying\n\nsuppress'));
    expect(broken?.kind).toBe('paragraph');
  });
});
