import { type WorkFormat, withPrivateNotes } from '../../../core/exchange/exchange-shapes.ts';
import type { KnownSource, ReportLine } from '../../../core/exchange/incoming.ts';
import { unfoldWork, type WorkChoice } from '../../../core/exchange/unfold-work.ts';
import { isAlive, type Work } from '../../../core/exchange/work.ts';
import type { CallInput, CallOutput } from '../../../core/ipc-contract.ts';
import { type Result, succeed } from '../../../core/result.ts';
import type { Workspace } from '../../../core/workspace/workspace.ts';
import type { Library } from '../library/library.ts';
import type { SaveFile } from '../ports.ts';
import { knownSources } from './known-sources.ts';

/** A file of work, with what its format cannot hold. */
export interface PackedWork {
  readonly content: Uint8Array;
  readonly lines: readonly ReportLine[];
}

/** What a writer of a format has to write. */
export interface WorkMaterial {
  readonly work: Work;
  readonly known: readonly KnownSource[];
  readonly isWhole: boolean;
  /** ISO 8601 in UTC. */
  readonly madeAt: string;
}

/** How the files of each format are called and typed. */
const workFiles: Readonly<Record<WorkFormat, { readonly extension: string; readonly mimeType: string }>> = {
  attest: { extension: 'attest', mimeType: 'application/vnd.attest+zip' },
  'web-annotation': { extension: 'jsonld', mimeType: 'application/ld+json' },
  qdpx: { extension: 'qdpx', mimeType: 'application/vnd.qdpx+zip' },
  qdc: { extension: 'qdc', mimeType: 'application/xml' },
  'taguette-highlights': { extension: 'csv', mimeType: 'text/csv;charset=utf-8' },
  'taguette-codebook': { extension: 'csv', mimeType: 'text/csv;charset=utf-8' },
};

/** What the call stands on. */
export interface ExportWorkOptions {
  readonly saveFile: SaveFile;
  readonly workspace: () => Workspace;
  readonly library: Library;
  readonly pack: (format: WorkFormat, material: WorkMaterial) => Promise<Result<PackedWork>>;
  readonly now: () => string;
}

/** The call that writes work in a format of the field. */
export function createExportWork({ saveFile, workspace, library, pack, now }: ExportWorkOptions) {
  return async ({
    format,
    highlights,
    hasPrivateNotes,
  }: CallInput<'exportWork'>): Promise<Result<CallOutput<'exportWork'>>> => {
    const choice: WorkChoice = {
      highlights: highlights === null ? null : new Set(highlights),
      hasPrivateNotes: hasPrivateNotes && withPrivateNotes.includes(format),
    };
    const work = unfoldWork(workspace(), library.summaries, choice);
    const madeAt = now();
    const packed = await pack(format, { work, known: knownSources(library), isWhole: highlights === null, madeAt });
    if (!packed.ok) return packed;
    const { extension, mimeType } = workFiles[format];
    const saved = await saveFile(
      {
        suggestedName: `attest-${madeAt.slice(0, 10)}.${extension}`,
        mimeType,
        content: packed.value.content,
        count: Object.values(work.highlights).filter(isAlive).length,
        beside: null,
      },
      new AbortController().signal,
    );
    if (!saved.ok || saved.value.outcome === 'cancelled') return saved;
    return succeed({ ...saved.value, lines: [...packed.value.lines] });
  };
}
