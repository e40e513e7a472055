import type { Change, Patch } from '../workspace/change.ts';
import { isSameData } from '../workspace/is-same-data.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { foldWork } from './fold-work.ts';
import { type MergeChoice, mergeWork } from './merge-work.ts';
import { ownRecord } from './own-record.ts';
import { unfoldWork, wholeWork } from './unfold-work.ts';
import type { Work } from './work.ts';

const maps = {
  tag: 'tags',
  highlight: 'highlights',
  search: 'searches',
  dossier: 'dossiers',
  trace: 'traces',
  person: 'people',
  statement: 'statements',
  set: 'sets',
} as const;

function patchesOf<Of extends keyof typeof maps>(of: Of, before: Workspace, after: Workspace): Patch[] {
  const [past, next]: readonly Readonly<Record<string, unknown>>[] = [before[maps[of]], after[maps[of]]];
  const ids = new Set([...Object.keys(past ?? {}), ...Object.keys(next ?? {})]);
  const own = (records: Readonly<Record<string, unknown>> | undefined, id: string): unknown =>
    records && Object.hasOwn(records, id) ? records[id] : null;
  return [...ids].flatMap((id): Patch[] => {
    const [one, other] = [own(past, id), own(next, id)];
    return isSameData(one, other) ? [] : [{ of, id, before: one, after: other } as Patch]; // Records of that very map.
  });
}

/**
 * The change that takes `theirs`, whose statements have our ids, into `workspace`: one step, whatever is in it. No patches where there
 * is nothing in it that is new.
 */
export function mergeChange(workspace: Workspace, theirs: Work, choice: MergeChoice): Change {
  const mine = unfoldWork(workspace, [], { ...wholeWork, hasPrivateNotes: true });
  const after = foldWork(mergeWork(mine, theirs, choice), workspace);
  const kinds = ['statement', 'set', 'tag', 'highlight', 'search', 'dossier', 'trace', 'person'] as const;
  const patches = kinds.flatMap((of) => patchesOf(of, workspace, after));
  const name = ownRecord(theirs.people, theirs.writer)?.name ?? '';
  const highlights = patches.filter(({ of }) => of === 'highlight').length;
  const isNothing = patches.every(({ of }) => of === 'person');
  return {
    summary: { kind: 'merge-work', highlights, tags: [], ...(name === '' ? {} : { people: [name] }) },
    patches: isNothing ? [] : patches,
  };
}
