import type { ChangeSummary } from '../../core/workspace/change.ts';
import type { Action, HighlightVersion, HistoryEntry } from '../../core/workspace/history.ts';

/** How a number of highlights is written. */
export function countHighlights(count: number): string {
  return count === 1 ? '1 highlight' : `${count} highlights`;
}

const countExcerpts = (count: number): string => (count === 1 ? '1 excerpt' : `${count} excerpts`);

const countStatements = (statements: ChangeSummary['statements']): string =>
  statements?.count === 1 ? `the statement ${statements.first}` : `${statements?.count ?? 0} statements`;

function wordKind({
  kind,
  highlights,
  tags,
  dossiers = [],
  people = [],
  statements,
  sets = [],
}: ChangeSummary): string {
  const count = countHighlights(highlights);
  const names = tags.join(', ');
  const [first = '', second = ''] = tags;
  const [dossier = '', renamed = ''] = dossiers;
  switch (kind) {
    case 'highlight':
      return names === '' ? 'highlighted a passage' : `highlighted a passage: ${names}`;
    case 'tag-highlight':
      return `tagged ${count} ${names}`;
    case 'untag-highlight':
      return `took ${names} off ${count}`;
    case 'note':
      return 'changed a note';
    case 'delete-highlight':
      return `deleted ${count}`;
    case 'reanchor-highlight':
      return `moved ${count} to another passage`;
    case 'keep-orphan':
      return `kept ${count} as orphaned`;
    case 'create-tag':
      return `created the tag ${names}`;
    case 'rename-tag':
      return `renamed the tag ${first} to ${second}`;
    case 'recolour-tag':
      return `changed the colour of ${names}`;
    case 'describe-tag':
      return `changed the description of ${names}`;
    case 'tag-shortcut':
      return `changed the digit of ${first}`;
    case 'move-tag':
      return `moved the tag ${first} to ${second}`;
    case 'merge-tags':
      return `merged the tag ${first} into ${second}, on ${count}`;
    case 'delete-tag':
      return `deleted the tag ${names}, on ${count}`;
    case 'restore-workspace':
      return `restored a backup, which touched ${count}`;
    case 'restore-highlights':
      return `restored ${count} from a backup`;
    case 'settings':
      return 'changed the settings';
    case 'save-search':
      return 'saved a search';
    case 'forget-search':
      return 'removed a saved search';
    case 'tag-hits':
      return `tagged ${count} found by a search: ${names}`;
    case 'create-dossier':
      return `started the dossier ${dossier} with ${countExcerpts(highlights)}`;
    case 'rename-dossier':
      return `renamed the dossier ${dossier} to ${renamed}`;
    case 'add-to-dossier':
      return `added ${highlights === 0 ? 'words' : countExcerpts(highlights)} to the dossier ${dossier}`;
    case 'edit-dossier':
      return `changed a heading or a text of the dossier ${dossier}`;
    case 'omit-in-dossier':
      return `changed what is left out of an excerpt in the dossier ${dossier}`;
    case 'move-in-dossier':
      return `changed the order of the dossier ${dossier}`;
    case 'remove-from-dossier':
      return `took ${highlights === 0 ? 'words' : countExcerpts(highlights)} out of the dossier ${dossier}`;
    case 'delete-dossier':
      return `deleted the dossier ${dossier}`;
    case 'add-statements':
      return `imported ${countStatements(statements)}`;
    case 'update-statement':
      return `imported a newer version of ${countStatements(statements)}`;
    case 'reread-statement':
      return `read the file of ${countStatements(statements)} in another encoding`;
    case 'edit-catalogue':
      return `changed the catalogue record of ${countStatements(statements)}`;
    case 'correct-structure':
      return `corrected the structure of ${countStatements(statements)}`;
    case 'remove-statements':
      return `removed ${countStatements(statements)}`;
    case 'create-set':
      return `created the set ${sets.join(', ')}`;
    case 'rename-set':
      return `renamed the set ${sets.join(' to ')}`;
    case 'change-set':
      return `changed which statements are in the set ${sets.join(', ')}`;
    case 'delete-set':
      return `deleted the set ${sets.join(', ')}`;
    case 'merge-work':
      return people.length === 0
        ? `imported work, which touched ${count}`
        : `merged the work of ${people.join(', ')}, which touched ${count}`;
  }
}

const prefixes: Readonly<Record<Action, string>> = { do: '', undo: 'undone: ', redo: 'done again: ' };

function versionAsText({ quote, tags, note, isNotePrivate, orphan }: HighlightVersion): string {
  const tagged = tags.length === 0 ? 'untagged' : tags.join(', ');
  const noted = note === '' ? '' : `${isNotePrivate ? ' Private note: ' : ' Note: '}${note.replace(/\s+/gu, ' ')}`;
  return `“${quote.replace(/\s+/gu, ' ')}” [${tagged}]${orphan ? ' (orphaned)' : ''}${noted}`;
}

/** A highlight before and after in lines for people: what it was behind a minus, what it became behind a plus. */
export function versionsAsText(id: string, before: HighlightVersion | null, after: HighlightVersion | null): string {
  return [
    `  ${id}`,
    ...(before ? [`  - ${versionAsText(before)}`] : []),
    ...(after ? [`  + ${versionAsText(after)}`] : []),
  ].join('\n');
}

/** One change in lines for people: number, time, who and how, what, and the first highlights before and after. */
export function entryAsText({ sequence, at, by, host, action, summary, highlights }: HistoryEntry): string {
  const who = by === '' ? host : `${by}, ${host}`;
  const versions = highlights.map(({ id, before, after }) => versionsAsText(id, before, after));
  return [`${sequence}  ${at}  ${who}: ${prefixes[action]}${wordKind(summary)}`, ...versions].join('\n');
}
