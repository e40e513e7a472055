import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Dossier, DossierItem, Omission } from '../../core/dossiers/dossier.ts';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import { usePlainKeys } from '../commands/use-commands.tsx';
import { EmptyState } from '../controls/empty-state.tsx';
import { SingleSourceCount } from '../corroboration/single-source-count.tsx';
import { useMarkSwitch } from '../corroboration/use-mark-switch.ts';
import { useSingleSources } from '../corroboration/use-single-sources.ts';
import { useSurroundings } from '../excerpts/use-surroundings.ts';
import { useAttest } from '../state/use-attest.tsx';
import { DossierExcerpt } from './dossier-excerpt.tsx';
import { DossierRow } from './dossier-row.tsx';
import { DossierWords } from './dossier-words.tsx';
import { Inserter, type Insertion } from './inserter.tsx';
import { ItemEditor } from './item-editor.tsx';
import { dropMove } from './move-items.ts';
import { useArrangedItems } from './use-arranged-items.ts';
import { useDossierActions } from './use-dossier-actions.ts';
import { useItemKeys } from './use-item-keys.ts';
import { useItemList } from './use-item-list.ts';
import { useItemSelection } from './use-item-selection.ts';
import { type Draft, useItemWords } from './use-item-words.ts';

interface DossierItemsProps {
  readonly dossier: Dossier;
  readonly onOpen: (highlight: string) => void;
  readonly onShowExcerpts: () => void;
}

/** What stands in a dossier, in order. Only the rows in sight exist, and those that are being worked on. */
export function DossierItems({ dossier, onOpen, onShowExcerpts }: DossierItemsProps): ReactNode {
  const { session } = useAttest();
  const { t } = useLingui();
  const { change, remove } = useDossierActions();
  const { items, move } = useArrangedItems(dossier);
  const selection = useItemSelection(items);
  const [editing, setEditing] = useState<string | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [aim, setAim] = useState<number | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const element = useRef<HTMLUListElement>(null);
  /** The row that is to have the focus as soon as it is there. */
  const wantsFocus = useRef<string | null>(null);

  const { list, margin, near } = useItemList(items, scroller, element, [
    items.findIndex(({ id }) => id === selection.active),
    items.findIndex(({ id }) => id === editing),
    draft?.at ?? -1,
  ]);
  const words = useItemWords(dossier);

  const byId = useMemo(() => new Map(session.highlights.map((one) => [one.id, one])), [session.highlights]);
  const nearHighlights = useMemo(
    () =>
      near.flatMap((item): PlacedHighlight[] => {
        const highlight = item.kind === 'excerpt' ? byId.get(item.highlight) : undefined;
        return highlight ? [highlight] : [];
      }),
    [near, byId],
  );
  const surroundingsOf = useSurroundings(nearHighlights, 'sentence');

  const excerpted = useMemo(
    () => items.flatMap((item) => (item.kind === 'excerpt' ? (byId.get(item.highlight) ?? []) : [])),
    [items, byId],
  );
  const [isMarking, setMarking] = useMarkSwitch();
  const { standingOf, fault } = useSingleSources(excerpted, isMarking);
  const isMarked = (highlight: PlacedHighlight | undefined): boolean =>
    isMarking && highlight !== undefined && standingOf(highlight) === 'single';

  const rowOf = (id: string): HTMLElement | null =>
    scroller.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`) ?? null;
  useLayoutEffect(() => {
    const { current } = wantsFocus;
    const row = current === null ? null : rowOf(current);
    if (!row) return;
    wantsFocus.current = null;
    // Whoever has gone elsewhere meanwhile, to a field or out of the list, is not called back.
    const { activeElement } = document;
    const isHere = activeElement === document.body || scroller.current?.contains(activeElement) === true;
    if (isHere && !activeElement?.closest('.item-editor, .omission-editor')) row.focus({ preventScroll: true });
  });
  const focusItem = useCallback(
    (id: string, index: number) => {
      wantsFocus.current = id;
      selection.activate(id);
      list.scrollToIndex(index, { align: 'auto' });
    },
    [selection, list],
  );
  const onGo = useCallback(
    (index: number) => {
      const id = items[index]?.id;
      if (id !== undefined) focusItem(id, index);
    },
    [items, focusItem],
  );
  // What has been moved keeps the focus, and is followed.
  const movedTo = useRef<string | null>(null);
  useEffect(() => {
    const id = movedTo.current;
    const index = items.findIndex((item) => item.id === id);
    movedTo.current = null;
    if (id !== null && index !== -1) focusItem(id, index);
  }, [items, focusItem]);
  const onRemove = useCallback(
    (ids: readonly string[]) => {
      const firstGone = items.findIndex(({ id }) => ids.includes(id));
      const rest = items.filter(({ id }) => !ids.includes(id));
      const next = rest[Math.min(firstGone, rest.length - 1)];
      if (next) wantsFocus.current = next.id;
      if (next) selection.activate(next.id);
      void remove(dossier.id, ids);
    },
    [items, selection, remove, dossier.id],
  );
  const onInsert = useCallback((kind: Insertion, at: number) => setDraft({ kind, at }), []);
  const onEnter = useCallback(
    (item: DossierItem) => (item.kind === 'excerpt' ? onOpen(item.highlight) : setEditing(item.id)),
    [onOpen],
  );
  const { areOn: hasPlainKeys } = usePlainKeys();
  const onKey = useItemKeys(items, selection, {
    onMove: (next) => {
      movedTo.current = selection.active;
      move(next);
    },
    onRemove,
    onInsert,
    onEnter,
    onGo,
  });
  const onDrop = useCallback(
    (id: string, index: number) => {
      const next = dropMove(items, selection.aboutItem(id), index);
      if (next) move(next);
    },
    [items, selection, move],
  );

  const omit = async (item: string, omissions: Omission[]): Promise<boolean> =>
    (await change(dossier.id, { kind: 'omit', item, omissions })) !== null;
  /** A new heading is on the level of the one before it. */
  const levelAt = (at: number): number => {
    const before = items.slice(0, at).findLast((item) => item.kind === 'heading');
    return before?.kind === 'heading' ? before.level : 1;
  };
  const above = (index: number, id: string | null): ReactNode =>
    draft?.at === index ? (
      <ItemEditor
        key={draft.kind}
        words={{ text: '', level: draft.kind === 'heading' ? levelAt(index) : null }}
        label={draft.kind === 'heading' ? t`New heading` : t`New text`}
        onKeep={(written) => words.add(draft, written)}
        onClose={() => {
          setDraft(null);
          wantsFocus.current = items[Math.max(0, index - 1)]?.id ?? null;
        }}
      />
    ) : (
      <Inserter
        place={index + 1}
        isReachable={id === null || id === selection.active}
        isOpen={id === null}
        onInsert={(kind) => setDraft({ kind, at: index })}
      />
    );
  const labelOf = (item: DossierItem): string => {
    if (item.kind === 'heading') return t`Heading, level ${item.level}: ${item.text}`;
    if (item.kind === 'text') return t`Text: ${item.text}`;
    const highlight = byId.get(item.highlight);
    if (!highlight) return t`Excerpt: its highlight was deleted`;
    const { quote } = highlight.selector;
    return isMarked(highlight) ? t`Excerpt, single source: ${quote}` : t`Excerpt: ${quote}`;
  };

  return (
    <div className="dossier-scroll" ref={scroller}>
      <div className="dossier">
        <h1 className="report-title" dir="auto">
          {dossier.name}
        </h1>
        {items.length === 0 ? (
          <EmptyState
            actions={
              <button type="button" className="button" onClick={onShowExcerpts}>
                <Trans>Go to the excerpts</Trans>
              </button>
            }
          >
            <Trans>
              Nothing is in this dossier yet. Select excerpts and choose “Add to dossier”, or begin with a heading.
            </Trans>
          </EmptyState>
        ) : null}
        {excerpted.length === 0 ? null : (
          <SingleSourceCount
            standings={excerpted.map(standingOf)}
            fault={fault}
            isOn={isMarking}
            onSwitch={setMarking}
          />
        )}
        <ul
          ref={element}
          className="dossier-items"
          aria-label={t`Items of ${dossier.name}`}
          style={{ height: list.getTotalSize() }}
        >
          {list.getVirtualItems().map(({ key, index, start }) => {
            const item = items[index];
            if (!item) {
              return (
                <li
                  key={key}
                  ref={list.measureElement}
                  className="dossier-row dossier-end"
                  data-index={index}
                  style={{ transform: `translateY(${start - margin}px)` }}
                >
                  {above(index, null)}
                </li>
              );
            }
            const highlight = item.kind === 'excerpt' ? byId.get(item.highlight) : undefined;
            return (
              <DossierRow
                key={key}
                item={item}
                index={index}
                count={items.length}
                top={start - margin}
                measure={list.measureElement}
                label={labelOf(item)}
                isActive={item.id === selection.active}
                isSelected={selection.selected.has(item.id)}
                aim={aim === index ? 'before' : aim === items.length && index === items.length - 1 ? 'after' : null}
                onAim={setAim}
                onDrop={onDrop}
                onActivate={() => selection.activate(item.id)}
                onToggle={(isRange) => (isRange ? selection.extend(item.id) : selection.toggle(item.id))}
                onKey={(event) => onKey(event, index)}
                above={above(index, item.id)}
              >
                {item.kind === 'excerpt' ? (
                  <DossierExcerpt
                    item={item}
                    highlight={highlight}
                    surroundings={highlight ? surroundingsOf(highlight) : null}
                    isSingleSource={isMarked(highlight)}
                    onOpen={onOpen}
                    onOmissions={(omissions) => omit(item.id, omissions)}
                    onRemove={() => onRemove([item.id])}
                  />
                ) : (
                  <DossierWords
                    item={item}
                    isEditing={editing === item.id}
                    onEdit={() => setEditing(item.id)}
                    onKeep={(written) => words.keep(item, written)}
                    onClose={() => {
                      setEditing((current) => (current === item.id ? null : current));
                      wantsFocus.current = item.id;
                    }}
                    onRemove={() => onRemove([item.id])}
                  />
                )}
              </DossierRow>
            );
          })}
        </ul>
        {items.length === 0 ? null : (
          <p className="pane-hint dossier-keys">
            {hasPlainKeys ? (
              <Trans>
                Keys on an item: ↑ ↓ go, Alt+↑ ↓ move, Space selects, H adds a heading, T a text, Delete removes.
              </Trans>
            ) : (
              <Trans>Keys on an item: ↑ ↓ go, Alt+↑ ↓ move, Space selects, Delete removes.</Trans>
            )}
          </p>
        )}
      </div>
    </div>
  );
}
