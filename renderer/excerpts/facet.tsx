import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { memo, type ReactNode, useCallback, useId, useMemo, useState } from 'react';
import { foldText } from '../../core/excerpts/fold-text.ts';

/** With more things than this to choose from, the chosen ones come first and the list can be searched. */
const mostInSight = 12;

/** Of more than these, the rest is to be looked for by name. */
const mostListed = 150;

/** One thing to choose. */
export interface FacetItem {
  readonly id: string;
  /** Its whole name, unique among the items. */
  readonly name: string;
  /** What its line says where it stands below those it belongs to; else the whole name. */
  readonly shortName?: string;
  /** How many levels it stands below the top. */
  readonly depth?: number;
  /** How many excerpts of the whole collection it has. */
  readonly count: number;
  readonly mark?: ReactNode;
}

interface FacetLineProps {
  readonly item: FacetItem;
  readonly isChosen: boolean;
  readonly isInPlace: boolean;
  readonly onToggle: (id: string) => void;
}

const FacetLine = memo(function FacetLine({ item, isChosen, isInPlace, onToggle }: FacetLineProps): ReactNode {
  const id = useId();
  const { i18n } = useLingui();
  const { name, shortName, depth = 0, count, mark } = item;
  return (
    <li style={isInPlace && depth > 0 ? { paddingInlineStart: `${depth}rem` } : undefined}>
      <label className="facet-line" htmlFor={id} data-empty={count === 0} title={name}>
        <input
          id={id}
          type="checkbox"
          className="tick"
          aria-label={name}
          checked={isChosen}
          onChange={() => onToggle(item.id)}
        />
        {mark}
        <span className="facet-name">{isInPlace ? (shortName ?? name) : name}</span>
        <span className="faint facet-count" aria-hidden="true">
          {i18n.number(count)}
        </span>
      </label>
    </li>
  );
});

interface FilterFoldProps {
  readonly label: string;
  /** How many choices are made in it. */
  readonly count: number;
  readonly isOpenAtFirst: boolean;
  readonly onFold?: () => void;
  readonly children: ReactNode;
}

/** A group of choices that can be folded. Folded, it still says how many are made. */
export function FilterFold({ label, count, isOpenAtFirst, onFold, children }: FilterFoldProps): ReactNode {
  const [isOpen, setOpen] = useState(isOpenAtFirst || count > 0);
  return (
    <details
      className="facet"
      open={isOpen}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
        onFold?.();
      }}
    >
      <summary>
        <span className="facet-label">{label}</span>
        {count > 0 ? (
          <span className="facet-chosen">
            <Trans>{count} chosen</Trans>
          </span>
        ) : null}
      </summary>
      <div className="facet-body">{children}</div>
    </details>
  );
}

interface FacetProps {
  readonly label: string;
  readonly items: readonly FacetItem[];
  readonly chosen: readonly string[];
  readonly onChosen: (chosen: string[]) => void;
  /** How many choices stand in `before` and `after`. */
  readonly further?: number;
  readonly isOpenAtFirst?: boolean;
  /** Stands above the list, and below it. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
}

/**
 * A group of choices that can be folded: any number of `items`, or none for no restriction. A long list can be searched,
 * and begins with what was chosen when it was opened, so that nothing moves under the pointer.
 */
export function Facet(props: FacetProps): ReactNode {
  const { label, items, chosen, onChosen, further = 0, isOpenAtFirst = false, before, after } = props;
  const { t } = useLingui();
  const [sought, setSought] = useState('');
  const [pinned, setPinned] = useState(chosen);
  const isLong = items.length > mostInSight;
  const key = foldText(sought.trim());
  const lines = useMemo(() => {
    if (!isLong) return items.map((item) => ({ item, isInPlace: true }));
    const found = key === '' ? items : items.filter(({ name }) => foldText(name).includes(key));
    const isPinned = ({ id }: FacetItem): boolean => pinned.includes(id);
    return [
      ...found.filter(isPinned).map((item) => ({ item, isInPlace: false })),
      ...found.filter((item) => !isPinned(item)).map((item) => ({ item, isInPlace: key === '' })),
    ];
  }, [items, isLong, key, pinned]);
  const rest = lines.length - mostListed;
  const toggle = useCallback(
    (id: string) => onChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]),
    [chosen, onChosen],
  );
  return (
    <FilterFold
      label={label}
      count={chosen.length + further}
      isOpenAtFirst={isOpenAtFirst}
      onFold={() => setPinned(chosen)}
    >
      {before}
      {isLong ? (
        <input
          type="search"
          className="field"
          value={sought}
          aria-label={t`Look for: ${label}`}
          placeholder={t`Look for…`}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setSought(event.target.value);
            setPinned(chosen);
          }}
        />
      ) : null}
      {lines.length > 0 ? (
        <ul className="facet-list" aria-label={label}>
          {lines.slice(0, mostListed).map(({ item, isInPlace }) => (
            <FacetLine
              key={item.id}
              item={item}
              isChosen={chosen.includes(item.id)}
              isInPlace={isInPlace}
              onToggle={toggle}
            />
          ))}
        </ul>
      ) : (
        <p className="pane-hint">
          {sought === '' ? <Trans>There is nothing to choose from yet.</Trans> : <Trans>Nothing of this name.</Trans>}
        </p>
      )}
      {rest > 0 ? (
        <p className="pane-hint">
          <Plural value={rest} one="and # more: look for it by name" other="and # more: look for them by name" />
        </p>
      ) : null}
      {after}
    </FilterFold>
  );
}
