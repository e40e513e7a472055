import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { inTreeOrder } from '../../core/tags/tag-tree.ts';
import { AddStatementsButton } from '../adding/add-statements-button.tsx';
import { EmptyState } from '../controls/empty-state.tsx';
import { TagDot } from '../controls/tag-chip.tsx';
import { useNameOrder } from '../language/use-name-order.ts';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { LibraryChoices, mostWithoutChoices } from './library-choices.tsx';
import { LongStatementList, StatementList } from './statement-list.tsx';
import { useLibraryPlace } from './use-library-place.tsx';
import { useListedStatements } from './use-listed-statements.ts';

interface LibraryPaneProps {
  /** The statements that are open. */
  readonly open: readonly string[];
  readonly onOpen: (statement: string) => void;
  /** Opens it beside the one that is open: a click with Ctrl, or Ctrl and Enter. */
  readonly onOpenBeside: (statement: string) => void;
  readonly onTag: (tag: string) => void;
}

/** The statements of the collection, and the tags with how often each is used. */
export function LibraryPane({ open, onOpen, onOpenBeside, onTag }: LibraryPaneProps): ReactNode {
  const { session } = useAttest();
  const { t, i18n } = useLingui();
  const compareNames = useNameOrder();
  const { show } = useNavigation();
  const { set, counts } = useLibraryPlace();
  const [typed, setTyped] = useState('');
  const isLarge = session.statements.length > mostWithoutChoices;
  const listed = useListedStatements(isLarge ? typed : '');
  const tree = useMemo(() => inTreeOrder(session.tags, compareNames), [session.tags, compareNames]);
  const openOne = useCallback(
    (statement: string, isBeside: boolean) => (isBeside ? onOpenBeside : onOpen)(statement),
    [onOpen, onOpenBeside],
  );
  const List = isLarge ? LongStatementList : StatementList;
  const total = session.statements.length;
  const [listedWords, totalWords] = [i18n.number(listed.length), i18n.number(total)];
  return (
    <nav className="library" aria-label={t`Library`}>
      <div className="library-head">
        <h2 className="pane-label" aria-live="polite">
          {listed.length === total ? (
            <Plural value={total} one="# statement" other="# statements" />
          ) : (
            <Plural
              value={total}
              one={`${listedWords} of # statement`}
              other={`${listedWords} of ${totalWords} statements`}
            />
          )}
        </h2>
        <AddStatementsButton />
      </div>
      <LibraryChoices typed={typed} onTyped={setTyped} />
      {listed.length > 0 ? (
        <List key={set} statements={listed} counts={counts} tags={session.tags} open={open} onOpen={openOne} />
      ) : (
        <p className="pane-hint library-none">
          <Trans>No statement fits.</Trans>
        </p>
      )}
      <h2 className="pane-label">
        <Trans>Tags</Trans>
      </h2>
      {session.tags.length === 0 ? (
        <EmptyState
          place="pane"
          actions={
            <button type="button" className="link-button" onClick={() => show('codebook')}>
              <Trans>Open the codebook</Trans>
            </button>
          }
        >
          <Trans>There is no tag yet.</Trans>
        </EmptyState>
      ) : null}
      <ul className="tag-list">
        {tree.map(({ tag, depth }) => {
          const path = tag.name;
          const highlights = counts.byTag.get(tag.id) ?? 0;
          const count = plural(highlights, { one: '# highlight', other: '# highlights' });
          return (
            <li key={tag.id} style={{ paddingInlineStart: `${depth}rem` }}>
              <button type="button" className="tag-item" onClick={() => onTag(tag.id)}>
                <TagDot tag={tag} />
                <span aria-hidden="true">{path}</span>
                <span className="faint" aria-hidden="true">
                  {highlights}
                </span>
                <span className="visually-hidden">{t`Excerpts tagged ${path}, ${count}`}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
