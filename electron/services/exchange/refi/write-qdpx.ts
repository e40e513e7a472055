import { strToU8, zipSync } from 'fflate';
import type { KnownSource, ReportLine } from '../../../../core/exchange/incoming.ts';
import { writeProject } from '../../../../core/exchange/refi/write-project.ts';
import type { Work } from '../../../../core/exchange/work.ts';

/** An archive as it leaves, and what of the work it cannot hold. */
export interface QdpxFile {
  readonly bytes: Uint8Array;
  readonly lines: readonly ReportLine[];
}

/** The zip format knows no time zone: the first moment it can name, in local time, is written the same everywhere. */
const firstMoment = new Date(1980, 0, 1);

/** `work` as a `.qdpx` archive of a project called `name`; the same bytes for the same work. As `writeProject` says. */
export function writeQdpx(work: Work, known: readonly KnownSource[], name: string): QdpxFile {
  const { qde, texts, lines } = writeProject(work, known, name);
  const files: Record<string, Uint8Array> = { 'project.qde': strToU8(qde) };
  for (const [path, text] of texts) files[path] = strToU8(text);
  return { bytes: zipSync(files, { mtime: firstMoment }), lines };
}
