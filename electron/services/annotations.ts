import type { Selector } from '../../core/anchoring/selector.ts';
import type { Dossier } from '../../core/dossiers/dossier.ts';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import type { CallInput, CallOutput } from '../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { say } from '../../core/sentence.ts';
import { type AttestEvent, historyLimit, type UndoState } from '../../core/session.ts';
import type { StatementSet } from '../../core/statements/own-statement.ts';
import type { StatementSummary } from '../../core/statements/statement.ts';
import type { Tag } from '../../core/tags/tag.ts';
import type { Passage } from '../../core/text/passage.ts';
import { type Change, invertChange, type Patch } from '../../core/workspace/change.ts';
import { changeSettings } from '../../core/workspace/change-settings.ts';
import { changeTag, previewTagChange } from '../../core/workspace/change-tag.ts';
import { haveCommonRecords } from '../../core/workspace/common-records.ts';
import { changeDossier, createDossier, deleteDossier } from '../../core/workspace/dossier-edits.ts';
import type { EditContext } from '../../core/workspace/edit-context.ts';
import { addHighlight, deleteHighlights, editHighlight, missing, toggleTag } from '../../core/workspace/edits.ts';
import type { Action } from '../../core/workspace/history.ts';
import { listsInOrder, type WorkspaceLists } from '../../core/workspace/lists-in-order.ts';
import { latestOwnStamp } from '../../core/workspace/own-time.ts';
import { PassageIndex } from '../../core/workspace/passage-index.ts';
import { restoreHighlights, restoreWorkspace } from '../../core/workspace/restore-edits.ts';
import { retraceMerge } from '../../core/workspace/retrace-merge.ts';
import { keepAsOrphan, reanchorHighlight } from '../../core/workspace/review-edits.ts';
import { forgetSearch, saveSearch } from '../../core/workspace/search-edits.ts';
import { type PassageToTag, tagPassages } from '../../core/workspace/tag-passages.ts';
import { type Stamp, stampAfter, timeOf, traceId } from '../../core/workspace/trace.ts';
import { traceChange, withoutTraces } from '../../core/workspace/trace-change.ts';
import type { Workspace } from '../../core/workspace/workspace.ts';
import type { WorkspaceStore } from '../store/workspace-store.ts';
import { HighlightPlaces } from './highlight-places.ts';
import type { Library } from './library/library.ts';
import { selectPassage } from './select-passage.ts';

type Changed = Result<CallOutput<'addHighlight'>>;

/** A passage of a statement, as its reader selected it. */
interface SelectedPassage {
  readonly statement: string;
  readonly passage: Passage;
}

/** What the names of the traces of highlights begin with. */
const highlightTraces = traceId('highlight', '');

type Listed = Extract<Patch, { readonly of: 'tag' | 'highlight' | 'dossier' | 'statement' | 'set' }>;

/** Whether a patch is of a kind of which every reader has a list. */
function isListed(patch: Patch): patch is Listed {
  return patch.of !== 'search' && patch.of !== 'settings' && patch.of !== 'trace' && patch.of !== 'person';
}

/** Something said to every reader when the workspace has changed. */
type Announce = (event: AttestEvent) => void;

/**
 * The changes of the workspace: each is one edit from `core`, one announcement and one write, and can be undone. Undo
 * lasts as long as the program runs, whatever happens to its windows.
 */
export class Annotations {
  readonly #library: Library;
  readonly #store: WorkspaceStore;
  /** All highlights, with where they stand. */
  readonly places: HighlightPlaces;
  readonly #announce: Announce;
  readonly #newContext: () => EditContext;
  #passages: PassageIndex | null = null;
  /** The latest that was written here; looked for when something is written first. */
  #latest: Stamp | null = null;
  #done: Change[] = [];
  #undone: Change[] = [];

  constructor(library: Library, store: WorkspaceStore, announce: Announce, context: () => EditContext) {
    this.#library = library;
    this.#store = store;
    this.places = new HighlightPlaces(library, () => store.workspace);
    this.#announce = announce;
    this.#newContext = context;
  }

  get undoState(): UndoState {
    const done = this.#done.slice(-historyLimit).map(({ summary }) => ({ summary, isUndone: false }));
    const undone = this.#undone.slice(0, historyLimit).map(({ summary }) => ({ summary, isUndone: true }));
    return {
      undo: done.at(-1)?.summary ?? null,
      redo: this.#undone.at(-1)?.summary ?? null,
      history: [...undone, ...done.reverse()].slice(0, historyLimit),
    };
  }

  /** The tags, saved searches, dossiers and sets, each in the order of their lists. */
  get lists(): WorkspaceLists {
    return listsInOrder(this.#store.workspace);
  }

  /** All highlights with their places, in reading order. */
  get highlights(): PlacedHighlight[] {
    return this.places.all;
  }

  /** The highlights of one statement, with their places. */
  highlightsIn(statement: string): PlacedHighlight[] {
    return this.places.in(statement);
  }

  async add({ statement: id, passage, text, ...more }: CallInput<'addHighlight'>): Promise<Changed> {
    const selected = this.#select(id, passage, text);
    if (!selected.ok) return selected;
    const selector = selected.value;
    const changed = await this.#edit((workspace) =>
      addHighlight(workspace, { statement: id, selector, ...more }, this.#context()),
    );
    if (!changed.ok || changed.value.highlights.length > 0) return changed;
    // Nothing was different: this very passage has these tags already. Its highlight is the answer all the same.
    const twin = this.#index().find(id, selector);
    return succeed({ ...changed.value, highlights: twin ? [twin.id] : [] });
  }

  async edit({ id, ...edit }: CallInput<'editHighlight'>): Promise<Changed> {
    return this.#edit((workspace) => editHighlight(workspace, id, edit, this.#context()));
  }

  async toggleTag({ id, tag }: CallInput<'toggleTag'>): Promise<Changed> {
    return this.#edit((workspace) => toggleTag(workspace, id, tag, this.#context()));
  }

  async reanchor({ id, statement, passage, text }: CallInput<'reanchorHighlight'>): Promise<Changed> {
    return this.#edit((workspace) => {
      const highlight = workspace.highlights[id];
      if (!highlight) return missing(id);
      if (highlight.statement !== statement) {
        return fail(
          'invalid',
          say(/*i18n*/ 'The highlight belongs to the statement {statement}: select a passage there.', {
            statement: highlight.statement,
          }),
        );
      }
      const selected = this.#select(statement, passage, text);
      if (!selected.ok) return selected;
      // Two become one only where a person puts a lost highlight in its place, never because an end was moved.
      const isPlaced = this.places.place(highlight).anchor.state === 'anchored';
      if (isPlaced && this.#index().find(statement, selected.value, id)) {
        return fail(
          'invalid',
          say(/*i18n*/ 'Another highlight marks exactly this passage already: choose another end.'),
        );
      }
      return reanchorHighlight(workspace, id, selected.value, this.#context());
    });
  }

  async keepOrphan({ id }: CallInput<'keepOrphan'>): Promise<Changed> {
    return this.#edit((workspace) => keepAsOrphan(workspace, id, this.#context()));
  }

  async delete({ ids }: CallInput<'deleteHighlights'>): Promise<Changed> {
    return this.#edit((workspace) => deleteHighlights(workspace, ids, this.#context()));
  }

  async changeTag(operation: CallInput<'changeTag'>): Promise<Changed> {
    return this.#edit((workspace) => changeTag(workspace, operation, this.#context()));
  }

  async changeSettings(edit: CallInput<'changeSettings'>): Promise<Changed> {
    return this.#edit((workspace) => changeSettings(workspace, edit));
  }

  /** Highlights passages and puts the tag at `path` on them, as one change. */
  async tagPassages(passages: readonly SelectedPassage[], path: string): Promise<Changed> {
    const selected: PassageToTag[] = [];
    for (const { statement, passage } of passages) {
      const selector = this.#select(statement, passage);
      if (!selector.ok) return selector;
      selected.push({ statement, selector: selector.value });
    }
    return this.#edit((workspace) => tagPassages(workspace, selected, path, this.#context()));
  }

  /** How many of `passages` are highlighted already, exactly so. */
  countHighlighted(passages: readonly SelectedPassage[]): number {
    return passages.filter(({ statement, passage }) => {
      const selector = this.#select(statement, passage);
      return selector.ok && this.#index().find(statement, selector.value) !== null;
    }).length;
  }

  async saveSearch(search: CallInput<'saveSearch'>): Promise<Changed> {
    return this.#edit((workspace) => saveSearch(workspace, search, this.#context()));
  }

  async forgetSearch({ id }: CallInput<'forgetSearch'>): Promise<Changed> {
    return this.#edit((workspace) => forgetSearch(workspace, id));
  }

  async createDossier(input: CallInput<'createDossier'>): Promise<Changed> {
    return this.#edit((workspace) => createDossier(workspace, input, this.#context()));
  }

  async changeDossier({ dossier, operation }: CallInput<'changeDossier'>): Promise<Changed> {
    return this.#edit((workspace) => changeDossier(workspace, dossier, operation, this.#context()));
  }

  async deleteDossier({ dossier }: CallInput<'deleteDossier'>): Promise<Changed> {
    return this.#edit((workspace) => deleteDossier(workspace, dossier));
  }

  /** Puts back what `backup` holds: everything, or these highlights alone. `null` for everything. */
  async restore(backup: Workspace, highlights: readonly string[] | null): Promise<Changed> {
    return this.#edit((workspace) =>
      highlights === null
        ? succeed(restoreWorkspace(workspace, backup))
        : restoreHighlights(workspace, backup, highlights),
    );
  }

  /** Changes what statements and sets there are. Aside from what somebody does, it leaves them to redo what is about other records. */
  async changeLibrary(
    make: (workspace: Workspace, context: EditContext) => Result<Change>,
    { isAside = false } = {},
  ): Promise<Changed> {
    return this.#edit((workspace) => make(workspace, this.#context()), isAside);
  }

  /** Takes work that was merged: `make` gives the change, with the traces of whoever wrote it, and of what was chosen `now`. */
  async merge(make: (workspace: Workspace, now: string) => Change): Promise<Changed> {
    return this.#edit((workspace) => succeed(make(workspace, this.#writtenNow())));
  }

  /** The workspace as it is; never changed but by this class. */
  get workspace(): Workspace {
    return this.#store.workspace;
  }

  previewTagChange(operation: CallInput<'previewTagChange'>): Result<CallOutput<'previewTagChange'>> {
    return previewTagChange(this.#store.workspace, operation, this.#context());
  }

  async undo({ revision }: CallInput<'undo'>): Promise<Changed> {
    const last = this.#done.at(-1);
    if (!last) return fail('not-found', say(/*i18n*/ 'There is nothing to undo.'));
    if (revision !== undefined && revision !== this.#store.revision) {
      return fail('invalid', say(/*i18n*/ 'Something else has been changed since: undo that first, with Ctrl+Z.'));
    }
    this.#done.pop();
    this.#undone.push(last);
    return this.#commit(this.#trace(invertChange(last)), 'undo');
  }

  async redo(): Promise<Changed> {
    const last = this.#undone.at(-1);
    if (!last) return fail('not-found', say(/*i18n*/ 'There is nothing to redo.'));
    this.#undone.pop();
    this.#done.push(last);
    return this.#commit(this.#trace(last), 'redo');
  }

  /** Made when it is first needed: reading alone does without it. */
  #index(): PassageIndex {
    this.#passages ??= new PassageIndex(Object.values(this.#store.workspace.highlights));
    return this.#passages;
  }

  #context(): EditContext {
    return { ...this.#newContext(), passages: this.#index() };
  }

  #select(id: string, passage: Passage, text?: string): Result<Selector> {
    return selectPassage(this.#library, id, passage, text);
  }

  async #edit(make: (workspace: Workspace) => Result<Change>, isAside = false): Promise<Changed> {
    if (this.#store.readOnlyReason !== null) return fail('read-only', this.#store.readOnlyReason);
    const made = make(this.#store.workspace);
    if (!made.ok) return made;
    const change = made.value;
    if (change.patches.length === 0) {
      const { saveState: save, revision } = this.#store;
      return succeed({ highlights: [], summary: change.summary, save, revision });
    }
    const traced = this.#trace(change);
    if (!isAside || this.#undone.some((undone) => haveCommonRecords(undone, change))) this.#undone = [];
    this.#done.push(traced);
    return this.#commit(traced, 'do');
  }

  /**
   * A merge brings the traces of others, and taking it back takes these back; whatever else is done is written here and now. What
   * can be undone and done again is kept as it was first made: by that is seen what was written since.
   */
  #trace(change: Change): Change {
    const now = this.#writtenNow();
    if (change.summary.kind === 'merge-work') return retraceMerge(this.#store.workspace, change, now);
    return traceChange(this.#store.workspace, withoutTraces(change), now);
  }

  /** The time, or one after all that was written here where the clock was put back. */
  #writtenNow(): string {
    const { workspace } = this.#store;
    this.#latest = stampAfter(this.#newContext().now, workspace.id, this.#latest ?? latestOwnStamp(workspace));
    return timeOf(this.#latest);
  }

  async #commit(change: Change, action: Action): Promise<Changed> {
    this.#store.apply(change, action);
    this.#library.follow(change.patches);
    this.places.follow(change);
    this.#passages?.update(change);
    const { revision } = this.#store;
    this.#announce(this.#describe(change));
    const save = await this.#store.flush();
    const highlights = change.patches.filter(({ of }) => of === 'highlight').map(({ id }) => id);
    return succeed({ highlights, summary: change.summary, save, revision });
  }

  #summaryOf(id: string): StatementSummary[] {
    const summary = this.#library.summary(id);
    return summary ? [summary] : [];
  }

  #describe(change: Change): AttestEvent {
    const highlights: { put: PlacedHighlight[]; removed: string[] } = { put: [], removed: [] };
    const tags: { put: Tag[]; removed: string[] } = { put: [], removed: [] };
    const dossiers: { put: Dossier[]; removed: string[] } = { put: [], removed: [] };
    const statements: { put: StatementSummary[]; removed: string[] } = { put: [], removed: [] };
    const sets: { put: StatementSet[]; removed: string[] } = { put: [], removed: [] };
    const lists = { highlight: highlights, tag: tags, dossier: dossiers, statement: statements, set: sets };
    for (const patch of change.patches) {
      if (!isListed(patch)) continue;
      if (patch.after === null) lists[patch.of].removed.push(patch.id);
      else if (patch.of === 'tag') tags.put.push(patch.after);
      else if (patch.of === 'dossier') dossiers.put.push(patch.after);
      else if (patch.of === 'set') sets.put.push(patch.after);
      else if (patch.of === 'statement') statements.put.push(...this.#summaryOf(patch.id));
      else highlights.put.push(this.places.place(patch.after));
    }
    const told = new Set([...highlights.removed, ...highlights.put.map(({ id }) => id)]);
    // In another text, or one that is structured otherwise, highlights stand elsewhere.
    for (const { of, id: statement, before, after } of change.patches) {
      if (of !== 'statement' || !before || !after || before.versions === after.versions) continue;
      for (const highlight of this.places.in(statement)) {
        if (told.has(highlight.id)) continue;
        highlights.put.push(highlight);
        told.add(highlight.id);
      }
    }
    // Who had a part in a highlight can change where the highlight itself does not.
    for (const { of, id } of change.patches) {
      const traced = of === 'trace' && id.startsWith(highlightTraces) ? id.slice(highlightTraces.length) : null;
      const highlight = traced === null || told.has(traced) ? undefined : this.#store.workspace.highlights[traced];
      if (highlight) highlights.put.push(this.places.place(highlight));
    }
    return {
      type: 'changed',
      revision: this.#store.revision,
      highlights,
      tags,
      settings: this.#store.workspace.settings,
      searches: this.lists.searches,
      dossiers,
      statements,
      sets,
      summary: change.summary,
      undo: this.undoState,
    };
  }
}
