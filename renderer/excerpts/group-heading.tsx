import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ExcerptGroup } from '../../core/excerpts/group-highlights.ts';
import { titleOf } from '../../core/statements/statement.ts';
import { pathOf } from '../../core/tags/tag-tree.ts';
import { TagDot } from '../controls/tag-chip.tsx';
import { statementsById } from '../library/statements-by-id.ts';
import { useDateWords } from '../library/use-date-words.ts';
import { useAttest } from '../state/use-attest.tsx';

interface GroupProps {
  readonly group: ExcerptGroup;
}

/** What the excerpts of a group have in common: a statement's title, a tag, or a date. */
export function GroupName({ group: { of, value } }: GroupProps): ReactNode {
  const { session } = useAttest();
  const wordDate = useDateWords();
  if (of === 'date') return <span className="capital">{wordDate(value)}</span>;
  if (of === 'tag') {
    const tag = session.tags.find(({ id }) => id === value);
    if (!tag) return <Trans>Without a tag</Trans>;
    return (
      <>
        <TagDot tag={tag} /> {pathOf(session.tags, tag.id)}
      </>
    );
  }
  const summary = statementsById(session.statements).get(value ?? '');
  return summary ? titleOf(summary) : value;
}

/** The heading of a group, with how many excerpts stand under it. */
export function GroupHeading({ group }: GroupProps): ReactNode {
  const { session } = useAttest();
  const wordDate = useDateWords();
  const summary = group.of === 'statement' ? statementsById(session.statements).get(group.value ?? '') : undefined;
  return (
    <h2 className="excerpt-title">
      <GroupName group={group} />{' '}
      <span className="faint">
        {summary ? `${summary.publisher.value ?? ''}, ${wordDate(summary.date.value)}, ` : null}
        <span className="nowrap">
          <Plural value={group.highlights.length} one="# excerpt" other="# excerpts" />
        </span>
      </span>
    </h2>
  );
}
