import type { Passage } from '../text/passage.ts';
import { type Block, blockAt } from './block.ts';
import type { StructureHint } from './catalogue.ts';
import type { Statement } from './statement.ts';

/** What its user says that a part of a statement is. */
export type BlockRole =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 }
  | { readonly kind: 'paragraph' | 'list-item' | 'furniture' }
  | { readonly kind: 'speech'; readonly speaker: string };

/** Lines of a text, 1-based and inclusive. */
type Lines = readonly [first: number, last: number];

type Structured = Pick<Statement, 'text' | 'blocks'>;

/** The longest that the name of a speaker is looked for in, in UTF-16 units. */
const longestLabel = 100;

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

function isWholeLines(text: string, { start, end }: Passage): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const lineEnd = text.indexOf('\n', end);
  const after = text.slice(end, lineEnd === -1 ? text.length : lineEnd);
  return start < end && before.trim() === '' && after.trim() === '';
}

function blocksIn({ blocks }: Structured, { start, end }: Passage): readonly Block[] {
  const touched = blocks.filter((block) => block.start < end && start < block.end);
  const nearest = touched.length === 0 ? blockAt(blocks, start) : undefined;
  return nearest ? [nearest] : touched;
}

/** The blocks that `passage` touches, or, where it is whole lines of one, those lines: what a correction there is about. */
function partsIn(statement: Structured, passage: Passage): { readonly lines: Lines }[] {
  const { text } = statement;
  const touched = blocksIn(statement, passage);
  const isPart = touched.length === 1 && isWholeLines(text, passage);
  return touched.map((block) => {
    const { start, end } = isPart ? passage : block;
    return { lines: [lineAt(text, start), lineAt(text, end)] };
  });
}

const touches = ({ lines }: StructureHint, [first, last]: Lines): boolean => lines[0] <= last && first <= lines[1];

/** What is left of a hint beside `lines`. */
function cut(hint: StructureHint, [first, last]: Lines): StructureHint[] {
  const [from, to] = hint.lines;
  if (!touches(hint, [first, last])) return [hint];
  const { label: _, ...unlabelled } = hint;
  return [
    ...(from < first ? [{ ...hint, lines: [from, first - 1] as [number, number] }] : []),
    ...(last < to ? [{ ...unlabelled, lines: [last + 1, to] as [number, number] }] : []),
  ];
}

/** How much of a line says that `speaker` begins to speak: their name, or a name with a word of it, and a colon. */
function labelLength(line: string, speaker: string): number {
  const text = line.toLowerCase();
  const name = speaker.toLowerCase();
  if (text.startsWith(name)) {
    const rest = /^[\s\u00a0]*[:.,—–-]?[\s\u00a0]*/u.exec(line.slice(speaker.length))?.[0].length ?? 0;
    // A name that goes on as a word is another one.
    return /^[\p{L}\p{M}\p{N}]/u.test(line.slice(speaker.length)) ? 0 : speaker.length + rest;
  }
  const [before = '', label = ''] = /^([^:]*):[\s\u00a0]*/u.exec(line.slice(0, longestLabel)) ?? [];
  const words = name.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word.length > 1);
  return words.some((word) => label.toLowerCase().includes(word)) ? before.length : 0;
}

const why = 'Put right by hand.';

const isPlain = ({ kind, start, bodyStart }: Block): boolean =>
  kind === 'paragraph' || (kind === 'speech' && bodyStart === start);

/** Whether to call `passage` a paragraph makes one of several: of what are paragraphs already it can mean nothing else. */
export function joinsParagraphs(statement: Structured, passage: Passage): boolean {
  const touched = blocksIn(statement, passage);
  return touched.length > 1 && touched.every(isPlain);
}

function speechOf(statement: Structured, passage: Passage, speaker: string): StructureHint[] {
  const { text } = statement;
  const [first, ...others] = blocksIn(statement, passage);
  if (!first) return [];
  const last = lineAt(text, first.end);
  const isLater = passage.start > first.start && passage.start < passage.end;
  const from = isLater ? lineAt(text, passage.start) : lineAt(text, first.start);
  const lineStart = isLater ? Math.max(first.start, text.lastIndexOf('\n', passage.start - 1) + 1) : first.start;
  const line = text.slice(lineStart, first.end).split('\n', 1)[0] ?? '';
  const indent = line.length - line.trimStart().length;
  return [
    { lines: [from, last], kind: 'speech', speaker, label: labelLength(line.slice(indent), speaker), why },
    // They go on with the turn.
    ...others
      .filter((block) => !isPlain(block))
      .map(
        ({ start, end }): StructureHint => ({
          lines: [lineAt(text, start), lineAt(text, end)],
          kind: 'paragraph',
          why,
        }),
      ),
  ];
}

function hintsFor(statement: Structured, passage: Passage, role: BlockRole): StructureHint[] {
  if (role.kind === 'speech') return speechOf(statement, passage, role.speaker);
  const parts = partsIn(statement, passage);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return [];
  if (role.kind === 'paragraph' && !joinsParagraphs(statement, passage)) {
    return parts.map((part): StructureHint => ({ lines: [...part.lines], kind: 'paragraph', why }));
  }
  // What is chosen together is one heading, or one paragraph; list items and website text stay apart by themselves.
  const lines: [number, number] = [first.lines[0], last.lines[1]];
  return [
    role.kind === 'heading' ? { lines, kind: 'heading', level: role.level, why } : { lines, kind: role.kind, why },
  ];
}

/** The lines that a correction at `passage` is about; `null` in a text without any. */
function linesOf(statement: Structured, passage: Passage): Lines | null {
  const parts = partsIn(statement, passage);
  const [first, last] = [parts[0], parts.at(-1)];
  return first && last ? [first.lines[0], last.lines[1]] : null;
}

/** Whether something was put right at `passage`. */
export function isCorrected(statement: Statement, passage: Passage): boolean {
  const lines = linesOf(statement, passage);
  return lines !== null && (statement.corrections ?? []).some((hint) => touches(hint, lines));
}

/** The corrections without those that are about `passage`: there, it is again as it was found. */
export function undoCorrections(statement: Statement, passage: Passage): StructureHint[] {
  const lines = linesOf(statement, passage);
  return (statement.corrections ?? []).filter((hint) => lines === null || !touches(hint, lines));
}

/**
 * The corrections of a statement after its user has said what the paragraphs are that `passage` touches, or what the lines are that it
 * is the whole of. Of what was put right before, what lies beside these lines stays. A speech begins at the line that the passage
 * begins in, and lasts, as every turn, until the next one or a heading.
 */
export function correctStructure(statement: Statement, passage: Passage, role: BlockRole): StructureHint[] {
  const hints = hintsFor(statement, passage, role);
  const kept = hints.reduce<StructureHint[]>(
    (left, { lines }) => left.flatMap((hint) => cut(hint, lines)),
    [...(statement.corrections ?? [])],
  );
  return [...hints, ...kept].sort((a, b) => a.lines[0] - b.lines[0]);
}
