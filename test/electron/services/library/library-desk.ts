import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { AttestEvent } from '../../../../core/session.ts';
import { utf16 } from '../../../../core/text/offsets.ts';
import { addStatements, updateStatement } from '../../../../core/workspace/statement-edits.ts';
import { Annotations } from '../../../../electron/services/annotations.ts';
import { carryHighlights } from '../../../../electron/services/library/carry-highlights.ts';
import { convertFile } from '../../../../electron/services/library/convert/convert-file.ts';
import { Library } from '../../../../electron/services/library/library.ts';
import { makeStatement, makeVersion } from '../../../../electron/services/library/make-statement.ts';
import { openCollection } from '../../../../electron/services/open-collection.ts';
import type { FileToSave } from '../../../../electron/services/ports.ts';
import { type Files, systemFiles } from '../../../../electron/store/files.ts';
import { writeStatement } from '../../../../electron/store/statement-files.ts';
import { WorkspaceStore } from '../../../../electron/store/workspace-store.ts';
import { take } from '../../../core/workspace/small-workspace.ts';
import { resources } from '../../../support/bundled-statements.ts';

/** A vault’s key, and the files of its workspace as they are sealed by it. */
interface Sealed {
  readonly key: { readonly dataKey: Buffer; readonly vaultId: string };
  readonly files: Files;
}

/**
 * A workspace in `folder` with its library and what has been announced and saved, as the services have them: `add` makes a statement of a
 * file, `renew` a newer version of one, and `mark` a highlight at words of its text.
 */
export async function openDesk(folder: string, sealed: Sealed | null = null, bundledIn = resources) {
  const files = sealed?.files ?? systemFiles;
  const now = (): string => new Date().toISOString();
  const store = await WorkspaceStore.open({
    folder,
    host: 'desktop',
    access: 'write',
    lockWaitMs: 0,
    now,
    newId: randomUUID,
    files,
  });
  onTestFinished(async () => {
    await store.close();
  });
  const library = new Library(take(await openCollection(bundledIn)), store.workspace.statements, {
    folder,
    key: sealed?.key ?? null,
  });
  const events: AttestEvent[] = [];
  const announce = (event: AttestEvent): void => {
    events.push(event);
  };
  const annotations = new Annotations(library, store, announce, () => ({ now: now(), newId: randomUUID }));
  const saved: FileToSave[] = [];
  const saveFile = async (file: FileToSave) => {
    saved.push(file);
    return { ok: true, value: { outcome: 'saved', location: file.suggestedName, count: file.count } } as const;
  };
  const convert = async (name: string, content: string | Uint8Array, encoding?: string) => {
    const file = { name, bytes: Buffer.from(content as string) };
    const conversion = take(await convertFile(file, encoding === undefined ? {} : { encoding }));
    const { text, structure, pages } = conversion;
    const names = await writeStatement({ folder, files }, file.bytes, { text, structure, pages });
    return { file, conversion, names };
  };
  return {
    folder,
    files,
    store,
    library,
    annotations,
    events,
    announce,
    saved,
    saveFile,
    now,
    add: async (name: string, content: string | Uint8Array, encoding?: string): Promise<string> => {
      const { file, conversion, names } = await convert(name, content, encoding);
      const statement = makeStatement(file, conversion, names, now());
      take(
        await annotations.changeLibrary((workspace) => ({ ok: true, value: addStatements(workspace, [statement]) })),
      );
      return statement.id;
    },
    renew: async (id: string, name: string, content: string): Promise<void> => {
      const { file, conversion, names } = await convert(name, content);
      const version = makeVersion(file, conversion, names, now());
      take(
        await annotations.changeLibrary((workspace, context) => {
          const highlights = Object.values(workspace.highlights).filter(({ statement }) => statement === id);
          const carried = carryHighlights(highlights, conversion.text, names.text.sha256);
          return updateStatement(workspace, id, version, carried, context);
        }),
      );
    },
    mark: async (id: string, words: string): Promise<void> => {
      const start = library.statements.get(id)?.text.indexOf(words) ?? -1;
      if (start === -1) throw new Error(`There is no “${words}” in ${id}.`);
      const passage = { start: utf16(start), end: utf16(start + words.length) };
      take(await annotations.add({ statement: id, passage, tags: [], note: '' }));
    },
    versionOf: (id: string, at = -1) => {
      const version = store.workspace.statements[id]?.versions.at(at);
      if (!version) throw new Error(`There is no version ${at} of ${id}.`);
      return version;
    },
  };
}
export type Desk = Awaited<ReturnType<typeof openDesk>>;
