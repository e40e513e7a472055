import { renderHistory } from '../../core/export/render-history.ts';
import type { CallInput, CallOutput } from '../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { type Sentence, say } from '../../core/sentence.ts';
import type { Tag } from '../../core/tags/tag.ts';
import { compareWorkspaces } from '../../core/workspace/compare-workspaces.ts';
import { highlightVersion } from '../../core/workspace/highlight-version.ts';
import { type HistoryEntry, shownInHistory } from '../../core/workspace/history.ts';
import { withholdPrivateNotes } from '../../core/workspace/private-notes.ts';
import type { Workspace } from '../../core/workspace/workspace.ts';
import type { NumberedEntry } from '../store/history.ts';
import { describeSystemError, isSystemError } from '../store/system-error.ts';
import type { WorkspaceStore } from '../store/workspace-store.ts';
import type { Annotations } from './annotations.ts';
import type { SaveFile } from './ports.ts';

type Call<Name extends 'readHistory' | 'exportHistory' | 'listBackups' | 'compareBackup' | 'restoreBackup'> = (
  input: CallInput<Name>,
) => Promise<Result<CallOutput<Name>>>;

/** Every tag that `entries` speak of and the codebook no longer has, as it last was: the newest entries come first. */
function formerTags(entries: readonly NumberedEntry[]): Record<string, Tag> {
  const former = new Map<string, Tag>();
  for (const { change } of entries) {
    for (const patch of change.patches) {
      const tag = patch.of === 'tag' ? (patch.before ?? patch.after) : null;
      if (tag && !former.has(tag.id)) former.set(tag.id, tag);
    }
  }
  return Object.fromEntries(former);
}

/** The entries in words: `only` names the one highlight of each to show, `null` the first few. */
function describeEntries(
  entries: readonly NumberedEntry[],
  workspace: Workspace,
  only: string | null,
  limit: number,
): HistoryEntry[] {
  const codebooks = [workspace, { tags: formerTags(entries) }];
  return entries.map(({ change, ...entry }) => {
    const touched = change.patches.filter((patch) => patch.of === 'highlight');
    return {
      ...entry,
      summary: change.summary,
      highlights: touched
        .filter(({ id }) => only === null || id === only)
        .slice(0, limit)
        .map(({ id, before, after }) => ({
          id,
          before: before && highlightVersion(codebooks, before),
          after: after && highlightVersion(codebooks, after),
        })),
    };
  });
}

/** What `read` gives; where the system refuses, the sentence that `tell` makes of its reason. */
async function unlessBroken<Value>(
  tell: (why: Sentence) => Sentence,
  read: () => Promise<Result<Value>>,
): Promise<Result<Value>> {
  try {
    return await read();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return fail('unreadable', tell(describeSystemError(error)));
  }
}

const brokenHistory = (why: Sentence): Sentence => say(/*i18n*/ 'The history cannot be read: {why}', { why });
const brokenBackups = (why: Sentence): Sentence => say(/*i18n*/ 'The backups cannot be read: {why}', { why });
const brokenBackup = (why: Sentence): Sentence => say(/*i18n*/ 'The backup cannot be read: {why}', { why });
const brokenRestore = (why: Sentence): Sentence =>
  say(/*i18n*/ 'Nothing has been restored, because the workspace could not be backed up first: {why}', { why });

/** The calls about what was: the history that the journal keeps, and the backups. */
export class Past {
  readonly #store: WorkspaceStore;
  readonly #annotations: Annotations;
  readonly #saveFile: SaveFile;

  constructor(store: WorkspaceStore, annotations: Annotations, saveFile: SaveFile) {
    this.#store = store;
    this.#annotations = annotations;
    this.#saveFile = saveFile;
  }

  readonly readHistory: Call<'readHistory'> = ({ highlight, before, limit }) =>
    unlessBroken(brokenHistory, async () => {
      const found = await this.#store.readHistory({ highlight, before, limit: limit + 1 });
      const entries = describeEntries(found.slice(0, limit), this.#store.workspace, highlight, shownInHistory);
      return succeed({ entries, hasMore: found.length > limit });
    });

  readonly exportHistory: Call<'exportHistory'> = ({ highlight, format }) =>
    unlessBroken(brokenHistory, async () => {
      const found = await this.#store.readHistory({ highlight, before: null, limit: Number.POSITIVE_INFINITY });
      if (found.length === 0)
        return fail('invalid', say(/*i18n*/ 'The history is empty, so there is nothing to export.'));
      const { workspace } = this.#store;
      const described = describeEntries(found, workspace, highlight, Number.POSITIVE_INFINITY);
      const entries = withholdPrivateNotes(described, workspace);
      const { content, ...file } = renderHistory(format, entries, new Date().toISOString());
      const toSave = { ...file, content: new TextEncoder().encode(content), count: entries.length, beside: null };
      return this.#saveFile(toSave, new AbortController().signal);
    });

  readonly listBackups: Call<'listBackups'> = () =>
    unlessBroken(brokenBackups, async () => succeed(await this.#store.backups.list()));

  readonly compareBackup: Call<'compareBackup'> = ({ name }) =>
    unlessBroken(brokenBackup, async () => {
      const backup = await this.#readBackup(name);
      return backup.ok ? succeed(compareWorkspaces(name, backup.value, this.#store.workspace)) : backup;
    });

  readonly restoreBackup: Call<'restoreBackup'> = async ({ name, highlights }) => {
    if (this.#store.readOnlyReason !== null) return fail('read-only', this.#store.readOnlyReason);
    return unlessBroken(brokenRestore, async () => {
      const backup = await this.#readBackup(name);
      if (!backup.ok) return backup;
      await this.#store.backups.make('before-restore');
      return this.#annotations.restore(backup.value, highlights);
    });
  };

  async #readBackup(name: string): Promise<Result<Workspace>> {
    const backup = await this.#store.backups.read(name);
    if (backup === 'missing')
      return fail('not-found', say(/*i18n*/ 'There is no backup {name}: look at the list again.', { name }));
    if (backup === 'damaged')
      return fail('unreadable', say(/*i18n*/ 'The backup {name} is damaged: choose another.', { name }));
    return succeed(backup);
  }
}
