import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import type { ExcerptFilter } from '../../core/excerpts/excerpt-filter.ts';
import { titleOf } from '../../core/statements/statement.ts';
import { pathOf } from '../../core/tags/tag-tree.ts';
import { formatList } from '../language/format-list.ts';
import { useDateWords } from '../library/use-date-words.ts';
import { useKindWords } from '../library/use-kind-words.ts';
import { usePeople } from '../people/use-people.tsx';
import { useAttest } from '../state/use-attest.tsx';

/** Of more things than this, the first are named and the others counted. */
const mostNamed = 3;

/** Says in words what a filter lets through, one piece for each restriction; none where it restricts nothing. */
export function useFilterWords(): (filter: ExcerptFilter) => string[] {
  const { session } = useAttest();
  const { t, i18n } = useLingui();
  const wordDate = useDateWords();
  const wordKind = useKindWords();
  const { nameOf } = usePeople();
  return useCallback(
    (filter) => {
      const list = (names: readonly string[], type: 'conjunction' | 'disjunction'): string => {
        const rest = names.length - mostNamed;
        const more = t`${plural(rest, { one: '# more', other: '# more' })}`;
        const named = rest > 1 ? [...names.slice(0, mostNamed), more] : names;
        return formatList(named, i18n.locale, type);
      };
      const wordTags = (): string | null => {
        const paths = filter.tags.map((id) => pathOf(session.tags, id) ?? id);
        if (filter.match === 'none') return paths.length === 0 ? null : t`not tagged ${list(paths, 'disjunction')}`;
        if (paths.length === 0) return filter.untagged ? t`without a tag` : null;
        const tags = list(paths, filter.match === 'any' ? 'disjunction' : 'conjunction');
        return filter.untagged ? t`tagged ${tags}, or without a tag` : t`tagged ${tags}`;
      };
      const wordStatements = (): string | null => {
        const [first] = filter.statements;
        if (first === undefined) return null;
        const summary = session.statements.find(({ id }) => id === first);
        const title = summary ? titleOf(summary) : first;
        return filter.statements.length === 1
          ? t`in “${title}”`
          : t`in ${plural(filter.statements.length, { one: '# statement', other: '# statements' })}`;
      };
      const wordDates = (): string | null => {
        const [from, to] = [filter.from, filter.to].map((date) => (date === null ? null : wordDate(date)));
        if (from && to) return t`dated ${from} to ${to}`;
        if (from) return t`dated ${from} or later`;
        return to ? t`dated ${to} or earlier` : null;
      };
      const text = filter.text.trim();
      return [
        wordTags(),
        wordStatements(),
        filter.kinds.length === 0 ? null : t`from a ${list(filter.kinds.map(wordKind), 'disjunction')}`,
        wordDates(),
        text === '' ? null : t`containing “${text}”`,
        filter.people.length === 0 ? null : t`by ${list(filter.people.map(nameOf), 'disjunction')}`,
        filter.note === 'any' ? null : filter.note === 'with' ? t`with a note` : t`without a note`,
      ].filter((words) => words !== null);
    },
    [session.tags, session.statements, t, i18n, wordDate, wordKind, nameOf],
  );
}
