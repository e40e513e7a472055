import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { inTreeOrder, withDescendants } from '../../core/tags/tag-tree.ts';
import { EmptyState } from '../controls/empty-state.tsx';
import { TagDot } from '../controls/tag-chip.tsx';
import { HistoryControl } from '../history/history-control.tsx';
import { useNameOrder } from '../language/use-name-order.ts';
import { useAttest } from '../state/use-attest.tsx';
import { ChangePreview } from './change-preview.tsx';
import { TagEditor } from './tag-editor.tsx';
import { useTagChange } from './use-tag-change.ts';

/** The tags as a tree, and beside it everything that can be done to the chosen one. */
export function CodebookView(): ReactNode {
  const { session } = useAttest();
  const { t } = useLingui();
  const compareNames = useNameOrder();
  const [chosen, setChosen] = useState<string | null>(null);
  const [path, setPath] = useState('');
  const creation = useTagChange();
  const tag = session.tags.find(({ id }) => id === chosen);
  const create = async (): Promise<void> => {
    if (await creation.apply()) setPath('');
  };
  return (
    <>
      <main className="reader">
        <header className="reader-bar">
          <h1 className="reader-bar-title">
            <Trans>Codebook</Trans>
          </h1>
          <HistoryControl />
        </header>
        <div className="excerpts-scroll">
          <div className="excerpts">
            <form
              className="row"
              onSubmit={(event) => {
                event.preventDefault();
                void create();
              }}
            >
              <input
                autoComplete="off"
                className="field"
                value={path}
                aria-label={t`New tag`}
                placeholder={t`New tag, or detention/conditions for a tag under another`}
                onChange={(event) => {
                  setPath(event.target.value);
                  creation.prepare(
                    event.target.value.trim() === '' ? null : { do: 'create', path: event.target.value },
                  );
                }}
              />
            </form>
            {creation.pending ? (
              <ChangePreview
                preview={creation.preview}
                refusal={creation.refusal}
                label={t`Create`}
                onApply={() => void create()}
                onCancel={() => {
                  setPath('');
                  creation.prepare(null);
                }}
              />
            ) : null}
            {session.tags.length === 0 && !creation.pending ? (
              <EmptyState place="pane">
                <Trans>
                  The codebook holds no tag. Write the name of one into the field above: it can then be put on passages.
                </Trans>
              </EmptyState>
            ) : null}
            <ul className="codebook" aria-label={t`Tags`}>
              {inTreeOrder(session.tags, compareNames).map(({ tag: entry, depth }) => {
                const family = withDescendants(session.tags, [entry.id]);
                const used = session.highlights.filter(({ tags }) => tags.some((id) => family.has(id))).length;
                return (
                  <li key={entry.id}>
                    <button
                      type="button"
                      className="codebook-entry"
                      style={{ paddingInlineStart: `${0.75 + depth * 1.5}rem` }}
                      aria-current={entry.id === chosen}
                      onClick={() => setChosen(entry.id)}
                    >
                      <TagDot tag={entry} />
                      <span className="codebook-name">{entry.name}</span>
                      <span className="codebook-description faint">{entry.description}</span>
                      {entry.shortcut === null ? null : <span className="key">{entry.shortcut}</span>}
                      <span className="faint">
                        <Plural value={used} one="# highlight" other="# highlights" />
                      </span>
                    </button>
                  </li>
                );
              })}
            </ul>
          </div>
        </div>
      </main>
      {tag ? (
        <TagEditor key={tag.id} tag={tag} onLeave={setChosen} />
      ) : (
        <aside className="export-panel" aria-label={t`Tag`}>
          <p className="pane-hint">
            <Trans>
              Choose a tag to rename, recolour, describe, move, merge or delete it. Each change shows what it touches
              first.
            </Trans>
          </p>
        </aside>
      )}
    </>
  );
}
