import { Dialog } from '@base-ui/react/dialog';
import { Plural, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import type { SavedSearch } from '../../core/workspace/saved-search.ts';
import { focusAtOnce } from '../controls/focus-at-once.ts';
import { keepOnDevice, readFromDevice } from '../settings/device-storage.ts';
import { type foldLabel, rememberFoldedLabels } from './fold-label.ts';
import type { PaletteEntry } from './palette-entry.ts';
import { PaletteList, rowId } from './palette-list.tsx';
import { parseRecent, putRecent } from './recent-entries.ts';
import { useCommands } from './use-commands.tsx';
import { useKnownCommands } from './use-known-commands.ts';
import { usePaletteGroups } from './use-palette-groups.ts';
import { usePassingDialog } from './use-passing-dialog.ts';

/** Where this device remembers what was chosen lately. */
const recentKey = 'attest.palette';

/** How many rows Page Up and Page Down go by. */
const page = 8;

interface CommandPaletteProps {
  readonly onSearch: (search: SavedSearch) => void;
  /** Searches everything for what was typed. */
  readonly onEverything: (query: string) => void;
}

interface PaletteBodyProps extends CommandPaletteProps {
  /** Folds labels; those of a large collection only once for all the times that the palette is opened. */
  readonly fold: typeof foldLabel;
  readonly onChoose: (entry: PaletteEntry) => void;
}

/**
 * The field and what fits it. A list of our own in place of Base UI's Autocomplete: Home, End and the pages go through
 * the list here, where that leaves them to the field.
 */
function PaletteBody({ onSearch, onEverything, fold, onChoose }: PaletteBodyProps): ReactNode {
  const { t } = useLingui();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const [recent] = useState(() => parseRecent(readFromDevice(recentKey)));
  const { groups, left } = usePaletteGroups(query, recent, onSearch, onEverything, fold);
  const rows = groups.flatMap((group) => group.rows);
  const last = rows.length - 1;
  const choose = (entry: PaletteEntry): void => {
    if (entry.kind !== 'everything') keepOnDevice(recentKey, putRecent(recent, entry.id));
    onChoose(entry);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = rows[at];
      if (chosen) choose(chosen.entry);
      return;
    }
    // With Shift they select what is typed, with Ctrl they go through it.
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const places: Readonly<Record<string, number>> = {
      ArrowDown: at === last ? 0 : at + 1,
      ArrowUp: at === 0 ? last : at - 1,
      PageDown: Math.min(last, at + page),
      PageUp: Math.max(0, at - page),
      Home: 0,
      End: last,
    };
    const to = places[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setAt(to);
  };
  return (
    <>
      <input
        type="text"
        role="combobox"
        className="palette-field"
        spellCheck={false}
        autoComplete="off"
        value={query}
        placeholder={t`Command, statement, tag, dossier or search`}
        aria-label={t`Command, statement, tag, dossier or search`}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={id}
        aria-activedescendant={rowId(id, at)}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <PaletteList id={id} label={t`What fits`} groups={groups} at={at} list={list} onPoint={setAt} onChoose={choose} />
      <p className={left > 0 ? 'palette-left' : 'visually-hidden'} role="status">
        {left > 0 ? (
          <Plural value={left} one="# more fits: type more of it." other="# more fit: type more of it." />
        ) : query.trim() === '' ? null : (
          <Plural value={rows.length - 1} _0="Nothing fits." one="# fits." other="# fit." />
        )}
      </p>
    </>
  );
}

/** Ctrl+K: finds commands, statements, tags, dossiers and saved searches by what is typed, and opens or does them. */
export function CommandPalette(props: CommandPaletteProps): ReactNode {
  const { t } = useLingui();
  const known = useKnownCommands();
  const dialog = usePassingDialog();
  const popup = useRef<HTMLDivElement>(null);
  const [fold] = useState(rememberFoldedLabels);
  useCommands([{ ...known['go.palette'], run: dialog.open }]);
  return (
    <Dialog.Root open={dialog.isOpen} onOpenChange={dialog.setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup
          ref={popup}
          className="palette"
          aria-label={t`Commands`}
          initialFocus={focusAtOnce(() => popup.current?.querySelector('input'))}
          finalFocus={dialog.finalFocus}
        >
          <PaletteBody {...props} fold={fold} onChoose={({ run }) => dialog.closeAnd(run)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
