import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describePassage } from '../../../../../core/anchoring/selector.ts';
import { foldWork } from '../../../../../core/exchange/fold-work.ts';
import type { Incoming, KnownSource } from '../../../../../core/exchange/incoming.ts';
import { mergeChange } from '../../../../../core/exchange/merge-change.ts';
import { unfoldWork, wholeWork } from '../../../../../core/exchange/unfold-work.ts';
import type { Work } from '../../../../../core/exchange/work.ts';
import { inEnglish } from '../../../../../core/sentence.ts';
import { utf16 } from '../../../../../core/text/offsets.ts';
import { applyChange, type Change } from '../../../../../core/workspace/change.ts';
import { changeSettings } from '../../../../../core/workspace/change-settings.ts';
import { addHighlight, deleteHighlights, editHighlight } from '../../../../../core/workspace/edits.ts';
import { traceChange } from '../../../../../core/workspace/trace-change.ts';
import { newWorkspace, type Workspace } from '../../../../../core/workspace/workspace.ts';
import { SharedFolder } from '../../../../../electron/services/exchange/shared-folder/shared-folder.ts';
import type { Files } from '../../../../../electron/store/files.ts';
import { take } from '../../../../core/workspace/small-workspace.ts';

const text = 'Them 👩‍👩‍👧 they beat; “катаванні” in custody, مرحبا, and inhuman prison conditions.';

/** The one statement that everybody has. */
export const known: readonly KnownSource[] = [{ id: 'statement', sha256: 'c'.repeat(64), title: 'A statement', text }];

/** Milliseconds; every edit takes one. */
export const clock = { at: Date.UTC(2026, 0, 2) };

let ids = 0;
const context = () => ({
  now: new Date(clock.at).toISOString(),
  newId: () => {
    ids += 1;
    return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
  },
});

/** A workspace and the shared folder it looks at, as the services hold them. */
export class PersonAtFolder {
  workspace: Workspace;
  readonly shared: SharedFolder;

  private constructor(workspace: Workspace, shared: SharedFolder) {
    this.workspace = workspace;
    this.shared = shared;
  }

  /** Somebody called `name`, the first eight characters of whose workspace's id are `digit`, at `folder`. */
  static async open(folder: string, name: string, digit: string, files?: Files): Promise<PersonAtFolder> {
    const options = { now: () => clock.at, ...(files ? { files } : {}) };
    const id = `${digit.repeat(8)}-0000-4000-8000-000000000000`;
    const person = new PersonAtFolder(newWorkspace(id), take(await SharedFolder.open(folder, options)));
    person.rename(name);
    return person;
  }

  /** The same workspace at another folder, or at the same one after a restart. */
  async copyAt(folder: string, files?: Files): Promise<PersonAtFolder> {
    const options = { now: () => clock.at, ...(files ? { files } : {}) };
    return new PersonAtFolder(this.workspace, take(await SharedFolder.open(folder, options)));
  }

  get work(): Work {
    return unfoldWork(this.workspace, [], { ...wholeWork, hasPrivateNotes: true });
  }

  commit(change: Change): void {
    clock.at += 1;
    this.workspace = applyChange(this.workspace, traceChange(this.workspace, change, new Date(clock.at).toISOString()));
  }

  rename(name: string): void {
    this.commit(take(changeSettings(this.workspace, { ...this.workspace.settings, name })));
  }

  /** Highlights `length` units from `start`, and gives the id of it. */
  highlight(start: number, length: number, tags: readonly string[] = [], note = ''): string {
    clock.at += 1;
    const passage = { start: utf16(start), end: utf16(start + length) };
    const selector = describePassage(text, passage, 'c'.repeat(64));
    const before = new Set(Object.keys(this.workspace.highlights));
    this.commit(take(addHighlight(this.workspace, { statement: 'statement', selector, tags, note }, context())));
    return Object.keys(this.workspace.highlights).find((id) => !before.has(id)) ?? '';
  }

  edit(id: string, edit: Parameters<typeof editHighlight>[2]): void {
    clock.at += 1;
    this.commit(take(editHighlight(this.workspace, id, edit, context())));
  }

  remove(id: string): void {
    clock.at += 1;
    this.commit(take(deleteHighlights(this.workspace, [id], context())));
  }

  /** Merges, as `later` does, where nobody chooses. */
  merge(incoming: readonly Incoming[]): void {
    const now = new Date(clock.at).toISOString();
    for (const { work } of incoming) {
      this.workspace = applyChange(
        this.workspace,
        mergeChange(this.workspace, work, { rule: 'later', choices: {}, now }),
      );
    }
  }

  async read() {
    return take(await this.shared.readOthers(this.work, known));
  }

  async write() {
    return take(await this.shared.writeOwn(this.work, known));
  }

  /** Reads, merges and writes; what came of it. */
  async synchronise() {
    const { incoming, lines } = await this.read();
    this.merge(incoming);
    const { outcome } = await this.write();
    return { incoming: incoming.length, lines: lines.length, outcome };
  }
}

/** Milliseconds. */
export const minutes = 60_000;

/** What the work of a person comes to, whoever holds it. */
export const matterOf = ({ work }: PersonAtFolder) => {
  const { tags, highlights, searches, dossiers } = foldWork(work, newWorkspace('own'));
  return { tags, highlights, searches, dossiers };
};

/** The path of the file in `folder` whose name begins with `start`. */
export const fileOf = async (folder: string, start: string): Promise<string> =>
  join(folder, (await readdir(folder)).find((name) => name.startsWith(start)) ?? '');

/** The lines of a report, in English. */
export const said = ({ lines }: { lines: readonly { sentence: Parameters<typeof inEnglish>[0] }[] }): string[] =>
  lines.map(({ sentence }) => inEnglish(sentence));
