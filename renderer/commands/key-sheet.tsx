import { Dialog } from '@base-ui/react/dialog';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { DialogPopup } from '../controls/dialog-popup.tsx';
import { SwitchField } from '../controls/switch-field.tsx';
import { type CommandGroup, commandGroups } from './command.ts';
import { KeyCaps } from './key-caps.tsx';
import type { Keys } from './keys.ts';
import { useCommandList, useCommands, usePlainKeys, useRunCommand } from './use-commands.tsx';
import { type KnownCommand, useKnownCommands } from './use-known-commands.ts';
import { usePassingDialog } from './use-passing-dialog.ts';
import { usePlaceKeys } from './use-place-keys.ts';

interface KeyListProps {
  readonly title: string;
  readonly rows: readonly { readonly keys: readonly Keys[]; readonly name: string }[];
}

function KeyList({ title, rows }: KeyListProps): ReactNode {
  return (
    <section className="key-group">
      <h3 className="pane-label">{title}</h3>
      <dl>
        {rows.map(({ keys, name }) => (
          <div key={name} className="key-row">
            <dt>{name}</dt>
            <dd>
              {keys.map((each) => (
                <KeyCaps key={each} keys={each} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The commands of each group: all that are known, whatever is on the screen, and those that only some views have. */
function useGroups(): readonly KeyListProps[] {
  const { t } = useLingui();
  const known = useKnownCommands();
  const list = useCommandList();
  const titles: Readonly<Record<CommandGroup, string>> = {
    go: t`Going`,
    read: t`Reading`,
    highlight: t`Highlights`,
    library: t`Library`,
    excerpts: t`Excerpts`,
    window: t`Window`,
    help: t`Help`,
  };
  const ids = new Set<string>(Object.keys(known));
  const all: KnownCommand[] = [...Object.values(known), ...list().filter(({ id }) => !ids.has(id))];
  return commandGroups
    .map((group) => ({
      title: titles[group],
      rows: all.filter((command) => command.group === group && command.keys.length > 0),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function SheetBody({ onHowToSearch }: { readonly onHowToSearch: () => void }): ReactNode {
  const { t } = useLingui();
  const groups = useGroups();
  const places = usePlaceKeys();
  const { areOn, turn } = usePlainKeys();
  return (
    <>
      <Dialog.Description className="pane-hint key-hint">
        <Trans>
          Where two letters stand apart, as <KeyCaps keys="G L" />, press one after the other.
        </Trans>{' '}
        <button type="button" className="link-button" onClick={onHowToSearch}>
          <Trans>How to search</Trans>
        </button>
      </Dialog.Description>
      <div className="key-groups">
        {groups.map((group) => (
          <KeyList key={group.title} {...group} />
        ))}
        {places.map(({ place, keys }) => (
          <KeyList key={place} title={place} rows={keys} />
        ))}
      </div>
      <div className="plain-keys">
        <SwitchField label={t`Letters, digits and signs alone are keys`} isOn={areOn} onChange={turn} />
        <p className="pane-hint">
          <Trans>Switch this off if you speak to the computer, or press letters without meaning to.</Trans>
        </p>
      </div>
    </>
  );
}

/** All keys, by group, as they are on this keyboard; `?` opens it, and the button in the status bar. */
export function KeySheet(): ReactNode {
  const known = useKnownCommands();
  const run = useRunCommand();
  const dialog = usePassingDialog();
  useCommands([{ ...known['help.keys'], run: dialog.open }]);
  return (
    <Dialog.Root open={dialog.isOpen} onOpenChange={dialog.setOpen}>
      <DialogPopup title={<Trans>Keys</Trans>} className="key-sheet" finalFocus={dialog.finalFocus}>
        <SheetBody onHowToSearch={() => dialog.closeAnd(() => run('help.search'))} />
      </DialogPopup>
    </Dialog.Root>
  );
}
