import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describePassage } from '../../core/anchoring/selector.ts';
import type { Dossier } from '../../core/dossiers/dossier.ts';
import type { Highlight } from '../../core/highlights/highlight.ts';
import { initialTags, type Tag, TagColour } from '../../core/tags/tag.ts';
import { utf16 } from '../../core/text/offsets.ts';
import { newWorkspace, type Workspace } from '../../core/workspace/workspace.ts';
import { type BundledStatement, readBundledStatements } from './bundled-statements.ts';

const marked = '2024-05-02T09:30:00.000Z';

interface Mark {
  readonly id: string;
  readonly quote: string;
  readonly tags: readonly string[];
  readonly note?: string;
  readonly isNotePrivate?: boolean;
  /** What stands in the highlight in place of the quotation, as if the statement had been another one. */
  readonly lost?: string;
}

const [torture = '', detention = '', elections = ''] = initialTags.map(({ id }) => id);

/** A tag in every colour that the first three do not have, one of them under another. */
const moreTags: readonly Tag[] = TagColour.options
  .filter((colour) => !initialTags.some((tag) => tag.colour === colour))
  .map((colour, at) => ({
    id: `tag-${colour}`,
    name: `in ${colour}`,
    parent: at === 0 ? detention : null,
    colour,
    shortcut: at === 0 ? 4 : null,
    description: at === 0 ? 'Cells, food, medical care.' : '',
  }));

const marks: readonly Mark[] = [
  { id: 'torture', quote: 'regular use of torture against detainees', tags: [torture], note: 'Core finding.' },
  { id: 'conditions', quote: 'torture against detainees', tags: [detention, 'tag-violet', 'tag-blue'] },
  {
    id: 'prisoners',
    quote: 'There are currently at least 1,486 political prisoners in Belarus',
    tags: [detention],
    note: 'Ask her lawyer before quoting.',
    isNotePrivate: true,
  },
  { id: 'untagged', quote: 'impunity for abuses and violations', tags: [] },
  { id: 'cases', quote: 'the well-documented cases of torture', tags: [torture, 'tag-pink', 'tag-teal', 'tag-slate'] },
  { id: 'elections', quote: 'falsification of the August', tags: [elections] },
  {
    id: 'lost',
    quote: 'most severe for political prisoners',
    tags: [torture],
    lost: 'words that stood in another copy of this statement and in no other',
  },
];

function highlightOf(statements: readonly BundledStatement[], mark: Mark): Highlight {
  const { id, quote, tags, note = '', isNotePrivate = false, lost } = mark;
  const home = statements.find(({ text }) => text.includes(quote));
  if (!home) throw new Error(`No bundled statement has “${quote}”`);
  const start = home.text.indexOf(quote);
  const selector = describePassage(
    home.text,
    { start: utf16(start), end: utf16(start + quote.length) },
    home.record.sha256,
  );
  return {
    id,
    statement: home.record.id,
    selector:
      lost === undefined ? selector : { ...selector, quote: lost, prefix: '', suffix: '', source: '0'.repeat(64) },
    tags: [...tags],
    note,
    isNotePrivate,
    orphan: false,
    created: marked,
    modified: marked,
  };
}

const dossier: Dossier = {
  id: 'dossier',
  name: 'Torture and detention, 2020 to 2023',
  items: [
    { kind: 'heading', id: 'heading', level: 1, text: 'What the mechanisms found' },
    { kind: 'text', id: 'text', text: 'Both reports name it.\n\nThe second gives numbers.' },
    {
      kind: 'excerpt',
      id: 'first',
      highlight: 'torture',
      omissions: [{ start: 8, end: 11, words: 'use' }],
    },
    { kind: 'excerpt', id: 'second', highlight: 'cases', omissions: [] },
  ],
  created: marked,
  modified: marked,
};

/**
 * Writes a workspace into `folder` that has something of everything to show: tags of all colours, one under another,
 * overlapping highlights, notes, a private one, a highlight whose words are lost, a dossier and a saved search. It holds
 * one contradiction, a tag that does not exist, so that opening it brings a notice.
 */
export async function writeAnnotatedWorkspace(folder: string): Promise<void> {
  const statements = await readBundledStatements();
  const start = newWorkspace('annotated');
  const highlights = marks.map((mark) => highlightOf(statements, mark));
  const workspace: Workspace = {
    ...start,
    tags: { ...start.tags, ...Object.fromEntries(moreTags.map((tag) => [tag.id, tag])) },
    highlights: Object.fromEntries(
      highlights.map((highlight) => [
        highlight.id,
        highlight.id === 'untagged' ? { ...highlight, tags: ['gone'] } : highlight,
      ]),
    ),
    searches: { search: { id: 'search', name: 'Names of prisons', query: 'Okrestina', spellings: true } },
    dossiers: { dossier },
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'workspace.json'), JSON.stringify(workspace));
}
