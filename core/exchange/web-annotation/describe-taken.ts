import { type Sentence, say } from '../../sentence.ts';
import { inTreeOrder } from '../../tags/tag-tree.ts';
import { firstWords } from '../first-words.ts';
import { foldTags } from '../fold-tags.ts';
import type { ReportLine } from '../incoming.ts';
import { isAlive, type Work } from '../work.ts';

/**
 * The lines of a report for what was taken as it stood: every tag by its path, every highlight by its first words (but for those in
 * `told`, of which something else is said), every dossier and every search by its name; and how many deletions the file tells of.
 */
export function describeTaken(work: Work, told: ReadonlySet<string>): ReportLine[] {
  const lines: ReportLine[] = [];
  const take = (item: string, sentence: Sentence): void => {
    lines.push({ outcome: 'taken', item, sentence });
  };
  for (const { path } of inTreeOrder([...foldTags(work.tags).values()])) take(path, say(/*i18n*/ 'The tag was taken.'));
  for (const [id, record] of Object.entries(work.highlights)) {
    const { place } = record.fields;
    if (!isAlive(record) || !place || told.has(id)) continue;
    take(firstWords(place.value.selector.quote), say(/*i18n*/ 'The highlight was taken as it stands.'));
  }
  for (const record of Object.values(work.dossiers)) {
    if (isAlive(record)) take(record.fields.name?.value ?? '', say(/*i18n*/ 'The dossier was taken as it stands.'));
  }
  for (const record of Object.values(work.searches)) {
    if (isAlive(record))
      take(record.fields.name?.value ?? '', say(/*i18n*/ 'The saved search was taken as it stands.'));
  }
  for (const record of Object.values(work.sets)) {
    if (isAlive(record))
      take(record.fields.name?.value ?? '', say(/*i18n*/ 'The set of statements was taken as it stands.'));
  }
  const { highlights, tags, dossiers, searches, statements, sets } = work;
  const all = [highlights, tags, dossiers, searches, statements, sets].flatMap((records) =>
    Object.values<{ readonly lives: number }>(records),
  );
  const count = all.filter((record) => !isAlive(record)).length;
  if (count > 0) {
    const by = (Object.hasOwn(work.people, work.writer) && work.people[work.writer]?.name) || work.writer;
    take(
      by,
      say(
        /*i18n*/ '{count, plural, one {# deletion was} other {# deletions were}} taken: what was deleted there goes here too.',
        {
          count,
        },
      ),
    );
  }
  return lines;
}
