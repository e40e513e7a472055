import { Checkbox } from '@base-ui/react/checkbox';
import { Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode, useCallback, useRef } from 'react';
import type { DossierItem } from '../../core/dossiers/dossier.ts';
import { useItemDrag } from './use-item-drag.ts';

interface DossierRowProps {
  readonly item: DossierItem;
  readonly index: number;
  readonly count: number;
  /** Where the list puts it, in pixels from the top. */
  readonly top: number;
  /** Tells the list how high the row has turned out. */
  readonly measure: (element: Element | null) => void;
  readonly label: string;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  /** What is dragged would be dropped before this row, or after it. */
  readonly aim: 'before' | 'after' | null;
  readonly onAim: (index: number | null) => void;
  readonly onDrop: (id: string, index: number) => void;
  readonly onActivate: () => void;
  readonly onToggle: (isRange: boolean) => void;
  /** Keys pressed on the row itself, not on something in it. */
  readonly onKey: (event: KeyboardEvent) => void;
  /** What stands above the item: the way to put something in, or the editor of it. */
  readonly above: ReactNode;
  readonly children: ReactNode;
}

/** One item in the list: the handle to drag it by, the box to select it, and the item. */
export function DossierRow(props: DossierRowProps): ReactNode {
  const { item, index, count, top, measure, label, isActive, isSelected, aim, onAim, onDrop } = props;
  const { onActivate, onToggle, onKey, above, children } = props;
  const { t } = useLingui();
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  useItemDrag(row, handle, { id: item.id, index, onAim, onDrop });
  const attach = useCallback(
    (element: HTMLLIElement | null) => {
      row.current = element;
      measure(element);
    },
    [measure],
  );
  return (
    <li
      ref={attach}
      className="dossier-row"
      style={{ transform: `translateY(${top}px)` }}
      data-index={index}
      data-item={item.id}
      data-kind={item.kind}
      data-active={isActive}
      data-selected={isSelected}
      data-aim={aim ?? undefined}
      data-testid="dossier-item"
      aria-posinset={index + 1}
      aria-setsize={count}
      aria-label={label}
      tabIndex={isActive ? 0 : -1}
      onFocus={onActivate}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget) onKey(event);
      }}
    >
      {above}
      <div className="dossier-item">
        <div className="dossier-gutter">
          <span ref={handle} className="drag-handle" aria-hidden="true" data-testid="drag-handle">
            ⠿
          </span>
          <Checkbox.Root
            className="item-check"
            checked={isSelected}
            tabIndex={isActive ? 0 : -1}
            aria-label={t`Select item ${index + 1}`}
            onClick={(event) => {
              if (!event.shiftKey) return;
              event.preventDefault();
              onToggle(true);
            }}
            onCheckedChange={() => onToggle(false)}
          >
            <Checkbox.Indicator className="item-check-mark">✓</Checkbox.Indicator>
          </Checkbox.Root>
        </div>
        {children}
        {isSelected ? (
          <span className="visually-hidden">
            <Trans>Selected</Trans>
          </span>
        ) : null}
      </div>
    </li>
  );
}
