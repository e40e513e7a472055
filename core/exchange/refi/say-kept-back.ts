import { type Sentence, say } from '../../sentence.ts';
import type { Tag } from '../../tags/tag.ts';
import type { ReportLine } from '../incoming.ts';
import { isAlive, type Work } from '../work.ts';

const refused = (item: string, sentence: Sentence): ReportLine => ({ outcome: 'refused', item, sentence });

const countAlive = (records: Readonly<Record<string, { readonly lives: number }>>): number =>
  Object.values(records).filter(isAlive).length;

/** The line for digits of tags. */
export function sayShortcuts(tags: readonly Tag[]): ReportLine[] {
  const withDigit = tags.filter(({ shortcut }) => shortcut !== null);
  if (withDigit.length === 0) return [];
  const sentence = say(
    /*i18n*/ 'The format has no digits for tags: {count, plural, one {# digit stays} other {# digits stay}} out.',
    { count: withDigit.length },
  );
  return [refused(withDigit.map(({ name }) => name).join(', '), sentence)];
}

/** What of `work` a REFI-QDA project cannot hold: a line for each kind of it. */
export function sayKeptBack(work: Work, tags: readonly Tag[], exported: readonly string[], name: string): ReportLine[] {
  const lines = sayShortcuts(tags);
  const dossiers = countAlive(work.dossiers);
  if (dossiers > 0) {
    const sentence = say(
      /*i18n*/ 'The format has no dossiers: {count, plural, one {# dossier stays} other {# dossiers stay}} out.',
      { count: dossiers },
    );
    lines.push(refused(name, sentence));
  }
  const searches = countAlive(work.searches);
  if (searches > 0) {
    const sentence = say(
      /*i18n*/ 'The format has no searches: {count, plural, one {# saved search stays} other {# saved searches stay}} out.',
      { count: searches },
    );
    lines.push(refused(name, sentence));
  }
  const withoutNote = exported.filter((id) => {
    const note = work.highlights[id]?.fields.note;
    return !note || note.value.isPrivate;
  });
  if (withoutNote.length > 0) {
    const sentence = say(
      /*i18n*/ '{count, plural, one {The note on # highlight is private or not known here, and stays} other {The notes on # highlights are private or not known here, and stay}} out.',
      { count: withoutNote.length },
    );
    lines.push(refused(name, sentence));
  }
  if (exported.length > 0) {
    const sentence = say(
      /*i18n*/ 'The file says when and by whom a highlight was made and last changed, and when it got its tags; not what was changed, taken off or deleted since.',
    );
    lines.push(refused(name, sentence));
  }
  return lines;
}
