import { say } from '../sentence.ts';
import { type HeldVersion, isVersionField, versionField } from '../workspace/traced-fields.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { IncomingVersion, ReportLine } from './incoming.ts';
import { ownRecord } from './own-record.ts';
import { isAlive, type StatementRecord, type Work } from './work.ts';

type Has = (version: Pick<IncomingVersion, 'original' | 'text'>) => boolean;

/** Whether a version is one of the workspace’s. */
export function versionsIn({ statements }: Workspace): Has {
  const known = new Set(Object.values(statements).flatMap(({ versions }) => versions.map(versionField)));
  return (version) => known.has(versionField(version));
}

/** The name of a statement in a report. */
function nameOf({ fields, arrived }: StatementRecord, id: string): string {
  const [arrival] = Object.values(arrived);
  return fields.title?.value.value ?? arrival?.name ?? id;
}

/**
 * `work` without the versions of statements whose files `has` not: what cannot be read is not taken. A line for each statement that has
 * some left, and one for all that have none. Of a statement that is in `mine`, what the catalogue says is kept in any case.
 */
export function keepReadable(work: Work, mine: Work, has: Has): { readonly work: Work; readonly lines: ReportLine[] } {
  const lines: ReportLine[] = [];
  const kept: [string, StatementRecord][] = [];
  const missing: string[] = [];
  for (const [id, record] of Object.entries(work.statements)) {
    const isThere = ([field, written]: [string, unknown]): boolean =>
      // The schema lets nothing but versions into fields of this name.
      !isVersionField(field) || has((written as { readonly value: HeldVersion }).value);
    const fields = Object.entries(record.fields);
    const readable = fields.filter(isThere);
    const isWhole = readable.length === fields.length;
    const own = ownRecord(mine.statements, id);
    const isKnown = own !== undefined && isAlive(own);
    if (!isWhole && !isKnown && !readable.some(([field]) => isVersionField(field))) {
      missing.push(nameOf(record, id));
      continue;
    }
    // Entries of the fields of a record are fields of a record.
    kept.push([
      id,
      isWhole ? record : { ...record, fields: Object.fromEntries(readable) as StatementRecord['fields'] },
    ]);
    const item = nameOf(record, id);
    if (!isWhole) {
      const sentence = say(
        /*i18n*/ 'A version of it did not come along, and is not in your collection: ask for an archive of Attest.',
      );
      lines.push({ outcome: 'refused', item, sentence });
    } else if (isAlive(record) && !isKnown) {
      lines.push({ outcome: 'taken', item, sentence: say(/*i18n*/ 'The statement was taken with its files.') });
    }
  }
  if (missing.length > 0) {
    const sentence = say(
      /*i18n*/ '{count, plural, one {# statement did not come along, and is not in your collection: ask for an archive of Attest, or add the file yourself.} other {# statements did not come along, and are not in your collection: ask for an archive of Attest, or add the files yourself.}}',
      { count: missing.length },
    );
    lines.push({ outcome: 'refused', item: missing[0] ?? '', sentence });
  }
  return { work: { ...work, statements: Object.fromEntries(kept) }, lines };
}
