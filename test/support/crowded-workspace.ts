import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describePassage } from '../../core/anchoring/selector.ts';
import type { Highlight } from '../../core/highlights/highlight.ts';
import { initialTags } from '../../core/tags/tag.ts';
import { utf16 } from '../../core/text/offsets.ts';
import { newWorkspace } from '../../core/workspace/workspace.ts';
import { systemFiles } from '../../electron/store/files.ts';
import { journalStart } from '../../electron/store/journal-record.ts';
import { takeMoment, writeSnapshot } from '../../electron/store/snapshot.ts';
import { readBundledStatements } from './bundled-statements.ts';

const marked = '2024-05-02T09:30:00.000Z';

/** Writes a workspace into `folder`, as Attest does, that highlights `count` words of the bundled statements, a word each. */
export async function writeCrowdedWorkspace(folder: string, count: number): Promise<void> {
  const highlights: Record<string, Highlight> = {};
  for (const { record, text } of await readBundledStatements()) {
    for (const { index, 0: word } of text.matchAll(/\p{L}{3,}/gu)) {
      const id = `word-${Object.keys(highlights).length}`;
      if (id === `word-${count}`) break;
      const passage = { start: utf16(index), end: utf16(index + word.length) };
      const tag = initialTags[index % initialTags.length]?.id ?? '';
      highlights[id] = {
        id,
        statement: record.id,
        selector: describePassage(text, passage, record.sha256),
        tags: [tag],
        note: '',
        isNotePrivate: false,
        orphan: false,
        created: marked,
        modified: marked,
      };
    }
  }
  if (Object.keys(highlights).length !== count) throw new Error(`The statements have fewer than ${count} words.`);
  await mkdir(folder, { recursive: true });
  const workspace = { ...newWorkspace('crowded'), highlights };
  await writeSnapshot(join(folder, 'workspace.json'), takeMoment(workspace, journalStart), systemFiles);
}
