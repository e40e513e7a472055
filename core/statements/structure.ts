import { utf16 } from '../text/offsets.ts';
import type { Block } from './block.ts';
import type { StructureHint } from './catalogue.ts';

interface Line {
  readonly number: number;
  /** First and last+1 character that is not white space; equal on a blank line. */
  readonly start: number;
  readonly end: number;
}

type Draft = Omit<Block, 'paragraph'>;

const bullet = /^[•◦▪‣*–-][\s\u00a0]+/u;
const speakerLabel = /^(\p{Lu}[\p{Lu}\p{M} .’'-]{2,60}):[\s\u00a0]+/u;

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const lead = line.length - line.trimStart().length;
    const end = from + line.trimEnd().length;
    lines.push({ number: index + 1, start: Math.min(from + lead, Math.max(end, from)), end: Math.max(end, from) });
    from += line.length + 1;
  }
  return lines;
}

/**
 * Lines that belong together: a list item each, otherwise a run without a blank line or a speaker's name in it, nor a line where a
 * hint begins or ends.
 */
function runsOf(text: string, lines: readonly Line[], hints: ReadonlyMap<number, StructureHint>): Line[][] {
  const runs: Line[][] = [];
  let open: Line[] | null = null;
  for (const line of lines) {
    const content = text.slice(line.start, line.end);
    const isHintsEdge = hints.get(line.number) !== hints.get(line.number - 1);
    const begins = open === null || isHintsEdge || bullet.test(content) || speakerLabel.test(content);
    if (content === '') {
      open = null;
    } else if (open !== null && !begins) {
      open.push(line);
    } else {
      open = [line];
      runs.push(open);
    }
  }
  return runs;
}

/** The hint of each line that has one, by its number; of two, the first. */
function hintsByLine(hints: readonly StructureHint[]): ReadonlyMap<number, StructureHint> {
  const byLine = new Map<number, StructureHint>();
  for (const hint of hints) {
    const [from, to] = hint.lines;
    for (let line = from; line <= to; line += 1) if (!byLine.has(line)) byLine.set(line, hint);
  }
  return byLine;
}

/** Where a hint is over several runs, each is a block of its own. */
const manyBlocks: ReadonlySet<StructureHint['kind']> = new Set(['furniture', 'list-item', 'table-row']);

/** Runs that a hint declares one block become one run. */
function joinHinted(runs: readonly Line[][], hints: ReadonlyMap<number, StructureHint>): Line[][] {
  const joined: Line[][] = [];
  const hintOf = (run: readonly Line[] | undefined): StructureHint | undefined => hints.get(run?.[0]?.number ?? 0);
  for (const run of runs) {
    const previous = joined.at(-1);
    const hint = hintOf(run);
    if (previous && hint && !manyBlocks.has(hint.kind) && hint === hintOf(previous)) previous.push(...run);
    else joined.push([...run]);
  }
  return joined;
}

function draftOf(text: string, run: readonly Line[], hint: StructureHint | undefined): Draft {
  const start = run[0]?.start ?? 0;
  const end = run.at(-1)?.end ?? start;
  const content = text.slice(start, end);
  const plain = { start: utf16(start), bodyStart: utf16(start), end: utf16(end), level: null, speaker: null };
  if (hint?.kind === 'furniture' || hint?.kind === 'table-row') return { ...plain, kind: hint.kind };
  if (hint?.kind === 'heading') return { ...plain, kind: 'heading', level: hint.level ?? 1 };
  if (hint?.kind === 'speech') {
    // What another hint has cut off from the first line bears no name.
    const label = run[0]?.number === hint.lines[0] ? (hint.label ?? 0) : 0;
    const bodyStart = utf16(Math.min(start + label, end));
    return { ...plain, kind: 'speech', bodyStart, speaker: hint.speaker ?? null };
  }
  const item = hint?.kind === 'paragraph' ? null : bullet.exec(content);
  if (item) return { ...plain, kind: 'list-item', bodyStart: utf16(start + item[0].length) };
  if (hint?.kind === 'list-item') return { ...plain, kind: 'list-item' };
  const label = hint ? null : speakerLabel.exec(content);
  if (!label) return { ...plain, kind: 'paragraph' };
  return { ...plain, kind: 'speech', bodyStart: utf16(start + label[0].length), speaker: label[1] ?? null };
}

/**
 * Reads a statement's structure off its text: blocks in text order that do not overlap, with nothing but white space
 * before, between and after them. Paragraphs, speeches and list items are numbered from 1. A speaker keeps the floor
 * until the next speaker's name, a heading or furniture. `hints` come from the catalogue or from whatever made the text, for
 * what no rule can tell; those that come first count.
 */
export function structureOf(text: string, hints: readonly StructureHint[]): Block[] {
  let speaker: string | null = null;
  let paragraph = 0;
  const byLine = hintsByLine(hints);
  return joinHinted(runsOf(text, linesOf(text), byLine), byLine).map((run) => {
    const draft = draftOf(text, run, byLine.get(run[0]?.number ?? 0));
    if (draft.kind === 'heading' || draft.kind === 'furniture') {
      speaker = null;
      return { ...draft, paragraph: null };
    }
    paragraph += 1;
    if (draft.kind === 'speech') speaker = draft.speaker;
    const continuesTurn = draft.kind === 'paragraph' && speaker !== null;
    return { ...draft, paragraph, speaker, kind: continuesTurn ? 'speech' : draft.kind };
  });
}
