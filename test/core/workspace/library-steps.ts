import type { Result } from '../../../core/result.ts';
import type { OwnStatement, StatementVersion } from '../../../core/statements/own-statement.ts';
import type { Change } from '../../../core/workspace/change.ts';
import type { EditContext } from '../../../core/workspace/edit-context.ts';
import { changeSet, createSet, deleteSet, renameSet } from '../../../core/workspace/set-edits.ts';
import {
  addStatements,
  correctStructure,
  editCatalogue,
  removeStatements,
  updateStatement,
} from '../../../core/workspace/statement-edits.ts';
import type { Workspace } from '../../../core/workspace/workspace.ts';

/** The edits of statements and sets. */
export const libraryKinds = [
  'import',
  'newer version',
  'catalogue',
  'correct',
  'withdraw',
  'gather',
  'regroup',
  'call set',
  'drop set',
] as const;
export type LibraryKind = (typeof libraryKinds)[number];

interface LibraryStep {
  readonly kind: string;
  readonly at: number;
  readonly to: number;
  readonly names: readonly string[];
}

const shaOf = (letter: string, at: number): string => `${letter}${at}`.padStart(64, '0');

function versionOf(at: number, to: number, now: string): StatementVersion {
  return {
    original: { name: `file ${at} “${to}”.txt`, sha256: shaOf('a', at), bytes: 10 + at },
    format: 'text',
    encoding: to % 2 === 0 ? 'utf-8' : 'windows-1251',
    text: { sha256: shaOf('b', at * 2 + (to % 2)), length: 10 + at, words: 2 },
    added: now,
    corrections: [],
  };
}

const silent = { value: null, basis: 'inferred', from: 'The file does not say.' } as const;

/** A statement of a file with the number `at`, in one of two encodings. */
export function ownStatement(at: number, to: number, now: string): OwnStatement {
  return {
    id: `own-${at}`,
    title: { value: `Statement ${at}`, basis: 'stated', from: 'Its first heading.' },
    kind: silent,
    publisher: silent,
    people: silent,
    place: silent,
    date: silent,
    language: silent,
    rights: silent,
    versions: [versionOf(at, to, now)],
    added: now,
    modified: now,
  };
}

const pick = (ids: readonly string[], at: number): string => ids[at % Math.max(1, ids.length)] ?? 'none';

/** The change of the library that a step stands for; `null` where it is about something else. */
export function changeOfLibrary(
  workspace: Workspace,
  { kind, at, to, names }: LibraryStep,
  context: EditContext,
): Result<Change> | null {
  const statement = pick(Object.keys(workspace.statements), at);
  const set = pick(Object.keys(workspace.sets), at);
  const words = names.join(' ');
  switch (kind as LibraryKind) {
    case 'import':
      return { ok: true, value: addStatements(workspace, [ownStatement(at % 3, to, context.now)]) };
    case 'newer version':
      return updateStatement(workspace, statement, versionOf(10 + (to % 4), at, context.now), new Map(), context);
    case 'catalogue': {
      const field = { value: words || 'x', basis: 'inferred', from: 'By hand.' } as const;
      return editCatalogue(workspace, [statement], to % 2 === 0 ? { title: field } : { place: field }, context);
    }
    case 'correct':
      return correctStructure(workspace, statement, [{ lines: [1, 1], kind: 'heading', why: words || 'x' }], context);
    case 'withdraw':
      return removeStatements(workspace, [statement], context);
    case 'gather':
      return createSet(workspace, { name: words, statements: [statement, 'bundled'] }, context);
    case 'regroup':
      return changeSet(workspace, set, { add: [statement], remove: to % 2 === 0 ? ['bundled'] : [] });
    case 'call set':
      return renameSet(workspace, set, words);
    case 'drop set':
      return deleteSet(workspace, set);
    default:
      return null;
  }
}
