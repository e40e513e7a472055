import fc from 'fast-check';
import type { CodedSpan } from '../../../core/agreement/coding.ts';
import type { Statement } from '../../../core/statements/statement.ts';
import type { Tag } from '../../../core/tags/tag.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { treeOfTags } from '../insight/any-sources.ts';
import { statementOf } from '../search/statements-for-search.ts';

/** Two short statements with emoji in them, the first with website text at its beginning. */
const texts = ['Menu · 🔗 Home\n\nThey were 👩‍👩‍👧 beaten.\n\n\nПратэсты 🇧🇾 ішлі.', '😀😀\n\nمرحبا بالعالم and more'];

function withMenu(statement: Statement): Statement {
  const [first, ...rest] = statement.blocks;
  return first ? { ...statement, blocks: [{ ...first, kind: 'furniture' }, ...rest] } : statement;
}

export const coded: readonly Statement[] = [
  withMenu(statementOf('one', texts[0] ?? '')),
  statementOf('two', texts[1] ?? ''),
];

const offsetsOf = ({ text }: Statement): number[] => {
  const offsets = [0];
  for (const character of text) offsets.push((offsets.at(-1) ?? 0) + character.length);
  return offsets;
};

const spanIn = (statement: Statement): fc.Arbitrary<CodedSpan> =>
  fc
    .record({
      person: fc.constantFrom('anna', 'boris', 'vera', ''),
      tag: fc.constantFrom('torture', 'conditions', 'cells', 'detention'),
      ends: fc.uniqueArray(fc.constantFrom(...offsetsOf(statement)), { minLength: 2, maxLength: 2 }),
    })
    .map(({ person, tag, ends }) => {
      const [start = 0, end = 0] = [...ends].sort((a, b) => a - b);
      const highlight = `${person} ${start}-${end}`;
      return { person, highlight, statement: statement.summary.id, tag, start: utf16(start), end: utf16(end) };
    });

/** Any coding of `coded` by three people and one unknown, each span of whole characters. */
export const anyCoding = fc.array(fc.oneof(...coded.map(spanIn)), { maxLength: 14 });

/** The code points of a statement that count, by their UTF-16 offsets. */
export function countedPoints({ text, blocks }: Statement): number[] {
  const points: number[] = [];
  let offset = 0;
  for (const character of text) {
    const at = offset;
    if (blocks.some(({ kind, start, end }) => kind !== 'furniture' && start <= at && at < end)) points.push(at);
    offset += character.length;
  }
  return points;
}

/** The tags that count for `tag`: itself, and those under it where `hasSubTags`. */
export function countingFor(tag: string, hasSubTags: boolean): Set<string> {
  const found = new Set([tag]);
  const grow = ({ id, parent }: Tag): unknown => parent !== null && found.has(parent) && found.add(id);
  if (hasSubTags) for (const _ of treeOfTags) treeOfTags.forEach(grow);
  return found;
}
