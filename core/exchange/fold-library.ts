import type { OwnStatement, StatementSet, StatementVersion } from '../statements/own-statement.ts';
import { tagNameKey } from '../tags/tag.ts';
import type { Stamp } from '../workspace/trace.ts';
import { type HeldVersion, isVersionField } from '../workspace/traced-fields.ts';
import { inOrderOfAge } from './in-order-of-age.ts';
import { isAlive, type SetRecord, type StatementRecord, type Work } from './work.ts';

/** A field of the catalogue that a record says nothing of. */
const unknown = { value: null, basis: 'inferred', from: 'The file that it came from does not say.' } as const;

interface Found {
  readonly name: string;
  readonly at: Stamp;
  readonly isOut: boolean;
  readonly version: StatementVersion;
}

/**
 * The versions of a record, the oldest first; of two that came at one moment the same one everywhere. Where two people have each left
 * out what the other has, the one that was written last stays.
 */
function versionsOf({ fields, arrived, created }: StatementRecord): StatementVersion[] {
  const all = Object.entries(fields)
    .flatMap(([name, field]): Found[] => {
      if (!isVersionField(name) || !field) return [];
      // The schema lets nothing else into a field of this name.
      const { original, format, encoding, text, corrections, isOut = false } = field.value as HeldVersion;
      const came = (Object.hasOwn(arrived, name) ? arrived[name] : undefined) ?? {
        added: created,
        name: original.sha256,
      };
      const version = {
        original: { name: came.name, ...original },
        format,
        encoding,
        text,
        added: came.added,
        corrections,
      };
      return [{ name, at: field.at, isOut, version }];
    })
    .sort((a, b) => {
      if (a.version.added !== b.version.added) return a.version.added < b.version.added ? -1 : 1;
      return a.name < b.name ? -1 : 1;
    });
  const last = all.reduce<Found | undefined>((one, other) => (one && one.at > other.at ? one : other), undefined);
  const shown = all.some(({ isOut }) => !isOut) ? all.filter(({ isOut }) => !isOut) : last ? [last] : [];
  return shown.map(({ version }) => version);
}

/** The statements that records make. One without any version is none. */
export function foldStatements(records: Work['statements']): OwnStatement[] {
  return Object.entries(records).flatMap(([id, record]): OwnStatement[] => {
    const versions = isAlive(record) ? versionsOf(record) : [];
    if (versions.length === 0) return [];
    const { title, kind, publisher, people, place, date, language, rights } = record.fields;
    return [
      {
        id,
        title: title?.value ?? unknown,
        kind: kind?.value ?? unknown,
        publisher: publisher?.value ?? unknown,
        people: people?.value ?? unknown,
        place: place?.value ?? unknown,
        date: date?.value ?? unknown,
        language: language?.value ?? unknown,
        rights: rights?.value ?? unknown,
        versions,
        added: record.created,
        modified: record.modified,
      },
    ];
  });
}

/** The sets that records make, without statements that were removed; of two with one name the younger gets a number. */
export function foldSets(records: Work['sets'], statements: Work['statements']): StatementSet[] {
  const taken = new Set<string>();
  const isGone = (id: string): boolean => {
    const record = Object.hasOwn(statements, id) ? statements[id] : undefined;
    return record !== undefined && !isAlive(record);
  };
  return inOrderOfAge<SetRecord>(records).flatMap(([id, { fields, ...life }]): StatementSet[] => {
    if (!isAlive(life) || !fields.name) return [];
    let name = fields.name.value;
    for (let count = 2; taken.has(tagNameKey(name)); count += 1) name = `${fields.name.value} (${count})`;
    taken.add(tagNameKey(name));
    return [{ id, name, statements: (fields.statements?.value ?? []).filter((statement) => !isGone(statement)) }];
  });
}
