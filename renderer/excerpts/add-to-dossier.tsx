import { Popover } from '@base-ui/react/popover';
import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef, useState } from 'react';
import { type Dossier, dossierNameLimit } from '../../core/dossiers/dossier.ts';
import type { DossierOperation } from '../../core/dossiers/dossier-operation.ts';
import type { Fault } from '../../core/result.ts';
import { moveFocus } from '../controls/move-focus.ts';
import { PopoverPopup } from '../controls/popover-popup.tsx';
import { useSentence } from '../controls/use-sentence.ts';
import { useUndo } from '../history/use-undo.ts';
import { useNameOrder } from '../language/use-name-order.ts';
import { useAttest } from '../state/use-attest.tsx';

/** How many of `highlights` stand in a dossier already. */
function countIn(dossier: Dossier, highlights: readonly string[]): number {
  const inside = new Set(dossier.items.map((item) => (item.kind === 'excerpt' ? item.highlight : null)));
  return highlights.filter((id) => inside.has(id)).length;
}

interface AddToDossierProps {
  /** Ids, in the order they are to stand in. */
  readonly highlights: readonly string[];
}

/** Puts excerpts at the end of a dossier, or into a new one. Each can be undone from the message about it. */
export function AddToDossier({ highlights }: AddToDossierProps): ReactNode {
  const { session, call } = useAttest();
  const { t } = useLingui();
  const compareNames = useNameOrder();
  const tell = useSentence();
  const { offer } = useUndo();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [refusal, setRefusal] = useState<Fault | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const open = (next: boolean): void => {
    setOpen(next);
    setRefusal(null);
    if (next) setName('');
  };
  const report = (done: Awaited<ReturnType<typeof call<'createDossier'>>>, message: string): void => {
    if (!done.ok) {
      setRefusal(done.fault);
      return;
    }
    open(false);
    offer(message, done.value.revision);
  };
  const excerpts = t`${plural(highlights.length, { one: '# excerpt', other: '# excerpts' })}`;
  const addTo = async (dossier: Dossier): Promise<void> => {
    const operation: DossierOperation = {
      kind: 'add-excerpts',
      highlights: [...highlights],
      at: dossier.items.length,
    };
    report(await call('changeDossier', { dossier: dossier.id, operation }), t`${excerpts} added to “${dossier.name}”.`);
  };
  const create = async (): Promise<void> => {
    const made = name.trim();
    report(
      await call('createDossier', { name: made, highlights: [...highlights] }),
      t`Dossier “${made}” made with ${excerpts}.`,
    );
  };
  return (
    <Popover.Root open={isOpen} onOpenChange={open}>
      <Popover.Trigger className="button">
        <Trans>Add to dossier</Trans> <span aria-hidden="true">▾</span>
      </Popover.Trigger>
      <PopoverPopup className="add-to-dossier" align="start" label={t`Add to dossier`}>
        {session.dossiers.length > 0 ? (
          <ul
            ref={list}
            className="dossier-choices"
            aria-label={t`Dossiers`}
            onKeyDown={(event) => moveFocus(list.current, 'button', event)}
          >
            {session.dossiers
              .toSorted((a, b) => compareNames(a.name, b.name))
              .map((dossier) => {
                const known = countIn(dossier, highlights);
                return (
                  <li key={dossier.id}>
                    <button type="button" className="dossier-choice" onClick={() => void addTo(dossier)}>
                      <span className="dossier-choice-name">{dossier.name}</span>
                      {known > 0 ? (
                        <span className="faint">
                          <Plural value={known} one="# in it already" other="# in it already" />
                        </span>
                      ) : null}
                    </button>
                  </li>
                );
              })}
          </ul>
        ) : null}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') void create();
          }}
        >
          <label className="form-field" htmlFor="new-dossier-name">
            <Trans>New dossier</Trans>
            <input
              id="new-dossier-name"
              className="field"
              value={name}
              maxLength={dossierNameLimit}
              placeholder={t`Name of the report`}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          </label>
          <button type="submit" className="button primary" disabled={name.trim() === ''}>
            <Trans>Create</Trans>
          </button>
        </form>
        {refusal === null ? null : (
          <p className="bad" role="alert">
            {tell(refusal)}
          </p>
        )}
      </PopoverPopup>
    </Popover.Root>
  );
}
