import { Popover } from '@base-ui/react/popover';
import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { blockAt } from '../../core/statements/block.ts';
import { type BlockRole, isCorrected, joinsParagraphs } from '../../core/statements/correct-structure.ts';
import { hasHeadersAndFooters } from '../../core/statements/place.ts';
import { focusAtOnce } from '../controls/focus-at-once.ts';
import { moveFocus } from '../controls/move-focus.ts';
import type { Structure } from './use-structure.ts';

interface SpeakerFormProps {
  /** The names of those who are known to speak. */
  readonly names: readonly string[];
  /** Who is taken to speak now. */
  readonly present: string;
  readonly onSpeaker: (name: string) => void;
}

/** Says whose speech it is: a name of this statement, or another one. */
function SpeakerForm({ names, present, onSpeaker }: SpeakerFormProps): ReactNode {
  const [name, setName] = useState(present);
  const [field, list] = [useId(), useId()];
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') onSpeaker(name.trim());
  };
  return (
    <form className="structure-speech" onSubmit={onSubmit}>
      <label className="form-field" htmlFor={field}>
        <Trans>Speech by</Trans>
        <input
          id={field}
          className="field"
          type="text"
          dir="auto"
          list={list}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <datalist id={list}>
        {names.map((known) => (
          <option key={known} value={known} />
        ))}
      </datalist>
      <button type="submit" className="button" disabled={name.trim() === ''}>
        <Trans>Save</Trans>
      </button>
    </form>
  );
}

interface StructureMenuProps {
  readonly structure: Structure;
  /** It stays inside this element where it can. */
  readonly boundary: Element | null;
}

/** What the paragraphs at the caret or in the selection are, to be put right by hand. */
export function StructureMenu({ structure, boundary }: StructureMenuProps): ReactNode {
  const { statement, passage, close, correct, takeBack, rect } = structure;
  const { t } = useLingui();
  const popup = useRef<HTMLDivElement>(null);
  const { blocks, summary } = statement;
  const names = useMemo(() => {
    const listed = summary.people.value?.map(({ name }) => name) ?? [];
    return [...new Set([...blocks.flatMap(({ speaker }) => speaker ?? []), ...listed])];
  }, [blocks, summary]);
  if (!passage) return null;
  const block = blockAt(blocks, passage.start);
  const roles: readonly { readonly name: string; readonly role: BlockRole }[] = [
    { name: t`Heading`, role: { kind: 'heading', level: 1 } },
    { name: t`Smaller heading`, role: { kind: 'heading', level: 2 } },
    { name: t`Smallest heading`, role: { kind: 'heading', level: 3 } },
    {
      name: joinsParagraphs(statement, passage) ? t`One paragraph` : t`Paragraph`,
      role: { kind: 'paragraph' },
    },
    { name: t`List item`, role: { kind: 'list-item' } },
    {
      name: hasHeadersAndFooters(summary) ? t`Header or footer` : t`Website text`,
      role: { kind: 'furniture' },
    },
  ];
  const isNow = (role: BlockRole): boolean =>
    block !== undefined && block.kind === role.kind && (role.kind !== 'heading' || block.level === role.level);
  return (
    <Popover.Root open onOpenChange={(isOpen) => !isOpen && close()} modal={false}>
      <Popover.Portal>
        <Popover.Positioner
          className="bar-positioner"
          anchor={{ getBoundingClientRect: () => rect() ?? new DOMRect() }}
          side="bottom"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          {...(boundary && { collisionBoundary: boundary })}
        >
          <Popover.Popup
            ref={popup}
            className="bar structure-menu"
            initialFocus={focusAtOnce(
              () =>
                popup.current?.querySelector<HTMLElement>('[aria-pressed="true"]') ??
                popup.current?.querySelector('button'),
            )}
            finalFocus={false}
            aria-label={t`This is…`}
            data-testid="structure-menu"
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              // Escape also lets go of a marked passage; here it means this menu.
              event.stopPropagation();
              close();
            }}
          >
            <p className="pane-label" aria-hidden="true">
              <Trans>This is…</Trans>
            </p>
            <fieldset
              className="structure-roles"
              aria-label={t`This is…`}
              onKeyDown={(event) => moveFocus(popup.current, '.structure-role', event)}
            >
              {roles.map(({ name, role }) => (
                <button
                  key={name}
                  type="button"
                  className="structure-role"
                  aria-pressed={isNow(role)}
                  onClick={() => correct(role)}
                >
                  {name}
                </button>
              ))}
            </fieldset>
            <SpeakerForm
              names={names}
              present={block?.speaker ?? ''}
              onSpeaker={(speaker) => correct({ kind: 'speech', speaker })}
            />
            {isCorrected(statement, passage) ? (
              <button type="button" className="link-button" onClick={takeBack}>
                <Trans>Undo this correction</Trans>
              </button>
            ) : null}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
