import { Menu } from '@base-ui/react/menu';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { OwnFacts, Statement } from '../../core/statements/statement.ts';
import { useNewVersion } from '../adding/use-new-version.ts';
import { firstPlace } from '../catalogue/catalogue-place.ts';
import { useExportOutcome } from '../export/use-export-outcome.ts';
import { useLibraryPlace } from '../library/use-library-place.tsx';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { useVersionWords } from './use-version-words.ts';

interface StatementMenuProps {
  readonly statement: Statement;
  readonly own: OwnFacts;
  /** Shows in which encoding it was read, and the way to another one; `null` where its format leaves no choice. */
  readonly onEncoding: (() => void) | null;
  /** Puts its structure right; `null` where that cannot be. */
  readonly onStructure: (() => void) | null;
}

/** The versions of a statement, and what can be done with its file. */
export function StatementMenu({ statement, own, onEncoding, onStructure }: StatementMenuProps): ReactNode {
  const { call } = useAttest();
  const { t } = useLingui();
  const { openStatement, openVersion, show } = useNavigation();
  const { catalogue, chooseSet } = useLibraryPlace();
  const { day: wordDay, time: wordTime } = useVersionWords();
  const showOutcome = useExportOutcome();
  const { id } = statement.summary;
  const addVersion = useNewVersion(id);
  const newest = own.versions.at(-1);
  const shown = own.versions.find(({ sha256 }) => sha256 === statement.sha256) ?? newest;
  const count = own.versions.length;
  const day = wordDay(shown?.added ?? own.added);
  const ofMany = plural(count, { one: '# version', other: '# versions' });
  const save = async (): Promise<void> => {
    const saved = await call('saveOriginal', { statement: id });
    showOutcome(saved, () => newest?.name ?? '');
  };
  const editRecord = (): void => {
    chooseSet(null);
    const place = catalogue.current ?? firstPlace;
    catalogue.current = { ...place, words: '', facets: {}, selected: new Set([id]), at: id, side: 'record' };
    show('catalogue');
  };
  return (
    <Menu.Root>
      <Menu.Trigger className="link-button">
        {count > 1 ? t`Version of ${day} · ${ofMany}` : t`File and versions`}
      </Menu.Trigger>
      <Menu.Portal render={<section aria-label={t`File and versions`} />}>
        <Menu.Positioner className="bar-positioner" align="start" sideOffset={6} collisionPadding={8}>
          <Menu.Popup className="bar menu" data-testid="statement-menu">
            {count > 1 ? (
              <Menu.RadioGroup
                className="version-list"
                value={statement.sha256}
                onValueChange={(text: string) => {
                  if (text === newest?.sha256) openStatement(id);
                  else openVersion({ statement: id, text, passage: null });
                }}
              >
                {[...own.versions].reverse().map(({ added, sha256, name }, at) => (
                  <Menu.RadioItem key={`${added} ${sha256}`} className="menu-item" value={sha256} closeOnClick>
                    <span>
                      {at === 0 ? t`${wordDay(added)}, the newest` : wordDay(added)}
                      <span className="faint menu-file">
                        {wordTime(added)}, <bdi>{name}</bdi>
                      </span>
                    </span>
                    <Menu.RadioItemIndicator className="menu-check">✓</Menu.RadioItemIndicator>
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
            ) : null}
            {count > 1 ? <Menu.Separator className="menu-line" /> : null}
            <Menu.Item className="menu-item" onClick={addVersion}>
              <Trans>Add a newer version…</Trans>
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={() => void save()}>
              <Trans>Save the original…</Trans>
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={editRecord}>
              <Trans>Edit what the catalogue says…</Trans>
            </Menu.Item>
            {onEncoding ? (
              <Menu.Item className="menu-item" onClick={onEncoding}>
                <Trans>Read in another encoding…</Trans>
              </Menu.Item>
            ) : null}
            {onStructure ? (
              <Menu.Item className="menu-item" onClick={onStructure}>
                <Trans>Put the structure right…</Trans>
              </Menu.Item>
            ) : null}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
