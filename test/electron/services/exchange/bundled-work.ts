import { describePassage } from '../../../../core/anchoring/selector.ts';
import type { KnownSource } from '../../../../core/exchange/incoming.ts';
import { unfoldWork, type WorkChoice, wholeWork } from '../../../../core/exchange/unfold-work.ts';
import type { Work } from '../../../../core/exchange/work.ts';
import type { Highlight } from '../../../../core/highlights/highlight.ts';
import type { StatementSummary } from '../../../../core/statements/statement.ts';
import { initialTags } from '../../../../core/tags/tag.ts';
import { utf16 } from '../../../../core/text/offsets.ts';
import { newWorkspace, type Workspace } from '../../../../core/workspace/workspace.ts';
import { type BundledStatement, readBundledStatements } from '../../../support/bundled-statements.ts';

/** What is marked of the bundled statements, and the numbers of its first tags. */
const marks: readonly (readonly [quote: string, tags: readonly number[], note: string])[] = [
  ['regular use of torture against detainees', [0], 'Core finding: “torture”, катаванні 👩‍👩‍👧.'],
  ['There are currently at least 1,486 political prisoners in Belarus', [1, 2], ''],
  ['falsification of the August', [2], 'Ask.'],
  ['impunity for abuses and violations', [], ''],
];

/** The bundled statements as what imports are put into. */
export function sourcesOf(statements: readonly BundledStatement[]): KnownSource[] {
  return statements.map(({ record, text }) => ({
    id: record.id,
    sha256: record.sha256,
    title: record.title.value ?? record.file,
    text,
  }));
}

/** A workspace with highlights in the bundled statements, and the statements. */
export async function bundledWork(choice: WorkChoice = wholeWork): Promise<{
  readonly workspace: Workspace;
  readonly work: Work;
  readonly statements: readonly BundledStatement[];
  readonly known: KnownSource[];
}> {
  const statements = await readBundledStatements();
  const highlights = marks.map(([quote, tags, note], at): Highlight => {
    const home = statements.find(({ text }) => text.includes(quote));
    if (!home) throw new Error(`No bundled statement has “${quote}”`);
    const start = home.text.indexOf(quote);
    const passage = { start: utf16(start), end: utf16(start + quote.length) };
    return {
      id: `5d1a1c06-0000-4000-8000-00000000000${at}`,
      statement: home.record.id,
      selector: describePassage(home.text, passage, home.record.sha256),
      tags: tags.map((tag) => initialTags[tag]?.id ?? ''),
      note,
      isNotePrivate: false,
      orphan: false,
      created: '2026-01-02T09:30:00.000Z',
      modified: '2026-01-03T09:30:00.000Z',
    };
  });
  const start = newWorkspace('7b7c5d8e-1111-4222-8333-944455566677');
  const workspace = {
    ...start,
    highlights: Object.fromEntries(highlights.map((highlight) => [highlight.id, highlight])),
  };
  const summaries = statements.map(
    ({ record: { structure: _, ...record } }): StatementSummary => ({ ...record, fixity: 'verified', words: 1 }),
  );
  return { workspace, work: unfoldWork(workspace, summaries, choice), statements, known: sourcesOf(statements) };
}
