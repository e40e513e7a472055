import { Popover } from '@base-ui/react/popover';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef, useState } from 'react';
import type { Fault } from '../../core/result.ts';
import { PopoverPopup } from '../controls/popover-popup.tsx';
import { useSentence } from '../controls/use-sentence.ts';
import { useSavedSearches } from './use-saved-searches.ts';

/** The longest name, as saved searches take it, in UTF-16 units. */
const nameLimit = 100;

/** What two names are compared by when a search is saved. */
const nameKey = (name: string): string => name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();

interface SaveSearchProps {
  readonly query: string;
  readonly spellings: boolean;
}

/** Keeps the present search under a name; the query itself is suggested. Says the name of one that is kept already. */
export function SaveSearch({ query, spellings }: SaveSearchProps): ReactNode {
  const { t } = useLingui();
  const { searches, save } = useSavedSearches();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [refusal, setRefusal] = useState<Fault | null>(null);
  const tell = useSentence();
  const field = useRef<HTMLInputElement>(null);
  const kept = searches.find((search) => search.query === query && search.spellings === spellings);
  const isTaken = searches.some((search) => search.id !== kept?.id && nameKey(search.name) === nameKey(name));
  const open = (next: boolean): void => {
    setOpen(next);
    setRefusal(null);
    if (next) setName(kept?.name ?? query.trim().slice(0, nameLimit));
  };
  const keep = async (): Promise<void> => {
    const fault = await save(name.trim(), query, spellings);
    setRefusal(fault);
    if (fault === null) setOpen(false);
  };
  return (
    <Popover.Root open={isOpen} onOpenChange={open}>
      <Popover.Trigger className="link-button">
        {kept ? <Trans>Saved as “{kept.name}”</Trans> : <Trans>Save this search…</Trans>}
      </Popover.Trigger>
      <PopoverPopup
        className="save-search"
        align="start"
        label={t`Save this search`}
        initialFocus={() => field.current}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void keep();
          }}
        >
          <label className="form-field" htmlFor="search-name">
            <Trans>Name</Trans>
            <input
              ref={field}
              id="search-name"
              className="field"
              value={name}
              maxLength={nameLimit}
              autoComplete="off"
              onFocus={(event) => event.target.select()}
              onChange={(event) => setName(event.target.value)}
            />
          </label>
          {isTaken ? (
            <p className="pane-hint">
              <Trans>A search of this name is saved already: this one takes its place.</Trans>
            </p>
          ) : null}
          {refusal === null ? null : (
            <p className="bad" role="alert">
              {tell(refusal)}
            </p>
          )}
          <div className="row">
            <button type="submit" className="button primary" disabled={name.trim() === ''}>
              <Trans>Save</Trans>
            </button>
            <button type="button" className="button" onClick={() => open(false)}>
              <Trans>Cancel</Trans>
            </button>
          </div>
        </form>
      </PopoverPopup>
    </Popover.Root>
  );
}
