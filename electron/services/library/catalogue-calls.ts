import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CatalogueReading } from '../../../core/catalogue/catalogue-change.ts';
import { readCatalogueCsl } from '../../../core/catalogue/read-catalogue-csl.ts';
import { readCatalogueCsv } from '../../../core/catalogue/read-catalogue-csv.ts';
import { writeCatalogueCsl } from '../../../core/catalogue/write-catalogue-csl.ts';
import { writeCatalogueCsv } from '../../../core/catalogue/write-catalogue-csv.ts';
import type { ReportLine } from '../../../core/exchange/incoming.ts';
import type { CallInput, CallOutput } from '../../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { say } from '../../../core/sentence.ts';
import { titleOf } from '../../../core/statements/statement.ts';
import { editCatalogueOf } from '../../../core/workspace/statement-edits.ts';
import { isSystemError } from '../../store/system-error.ts';
import type { Annotations } from '../annotations.ts';
import { decodeImport } from '../exchange/decode-import.ts';
import { readJsonText } from '../exchange/read-json-text.ts';
import { mimeTypes } from '../export/name-export.ts';
import type { OpenOptions, PickedFile } from '../ports.ts';
import type { Library } from './library.ts';
import { refuseRead } from './refuse-read.ts';

/** What the calls stand on. */
export interface CatalogueOptions extends Pick<OpenOptions, 'saveFile' | 'pickFile'> {
  readonly library: Library;
  readonly annotations: Annotations;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
}

type Taken = Result<CallOutput<'importCatalogue'>>;

/** The largest catalogue that is read, in MiB: some 60,000 statements. */
const largestMebibytes = 64;
const mebibyte = 1024 * 1024;

const formats = {
  csv: { write: writeCatalogueCsv, extension: 'csv', mimeType: mimeTypes.csv },
  'csl-json': { write: writeCatalogueCsl, extension: 'csl.json', mimeType: mimeTypes.csl },
} as const;

async function readBytes(source: string | Buffer): Promise<Result<Buffer>> {
  try {
    const size = typeof source === 'string' ? (await stat(source)).size : source.length;
    if (size <= largestMebibytes * mebibyte) {
      return succeed(typeof source === 'string' ? await readFile(source) : source);
    }
    return fail(
      'invalid',
      say(/*i18n*/ 'The file is too large to be read: it has {size} MiB, at most {limit} are taken.', {
        size: Math.ceil(size / mebibyte),
        limit: largestMebibytes,
      }),
    );
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return fail('unreadable', refuseRead(error));
  }
}

/** What a catalogue says, in whichever of the two formats it is. */
function readCatalogue(text: string, { summaries }: Library): Result<CatalogueReading> {
  if (!/^\ufeff?\s*[[{]/u.test(text)) return readCatalogueCsv(text, summaries);
  const json = readJsonText(text);
  return json.ok ? readCatalogueCsl(json.value, summaries) : json;
}

/** Why what a catalogue says of a bundled statement is not taken. */
function refuseBundled(library: Library, id: string): ReportLine {
  const summary = library.summary(id);
  const sentence = say(/*i18n*/ 'What the catalogue says of a bundled statement stays as it is.');
  return { outcome: 'refused', item: summary ? titleOf(summary) : id, sentence };
}

export type CatalogueCalls = ReturnType<typeof createCatalogueCalls>;

/** The calls that write the catalogue for other programs, and take theirs. */
export function createCatalogueCalls({ library, annotations, saveFile, pickFile, now }: CatalogueOptions) {
  const exportCatalogue = async ({
    format,
    statements,
  }: CallInput<'exportCatalogue'>): Promise<Result<CallOutput<'exportCatalogue'>>> => {
    const chosen = statements && new Set(statements);
    const entries = library.summaries.filter(({ id }) => chosen?.has(id) ?? true);
    const { write, extension, mimeType } = formats[format];
    return saveFile(
      {
        suggestedName: `attest-catalogue-${now().slice(0, 10)}.${extension}`,
        mimeType,
        content: Buffer.from(write(entries)),
        count: entries.length,
        beside: null,
      },
      new AbortController().signal,
    );
  };
  const takeCatalogue = async ({ source, name }: PickedFile): Promise<Taken> => {
    const bytes = await readBytes(source);
    if (!bytes.ok) return bytes;
    const text = decodeImport(bytes.value);
    if (!text.ok) return text;
    const read = readCatalogue(text.value, library);
    if (!read.ok) return read;
    const changes = read.value.changes.filter(({ id }) => library.own(id));
    const bundled = read.value.changes.filter(({ id }) => !library.own(id));
    const lines = [...bundled.map(({ id }) => refuseBundled(library, id)), ...read.value.lines];
    const counts = { statements: changes.length, unchanged: read.value.unchanged };
    const taken = { outcome: 'taken', fileName: name, ...counts, lines } as const;
    if (changes.length === 0) return succeed({ ...taken, changed: null });
    const changed = await annotations.changeLibrary((workspace, context) =>
      editCatalogueOf(workspace, changes, context),
    );
    return changed.ok ? succeed({ ...taken, changed: changed.value }) : changed;
  };
  const importCatalogue = async ({ upload }: CallInput<'importCatalogue'>): Promise<Taken> => {
    if (!pickFile) return fail('invalid', say(/*i18n*/ 'Files cannot be imported here: do it in the reader.'));
    const picked = await pickFile(upload, new AbortController().signal);
    if (!picked.ok) return picked;
    return picked.value === null ? succeed({ outcome: 'cancelled' }) : takeCatalogue(picked.value);
  };
  return {
    calls: { exportCatalogue, importCatalogue },
    /** Takes the catalogue at an absolute path, as a command does that found this workspace open. */
    importCatalogueAt: (path: string) => takeCatalogue({ source: path, name: basename(path) }),
  };
}
