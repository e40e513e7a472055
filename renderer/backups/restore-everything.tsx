import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { BackupDifferences } from '../../core/workspace/backup.ts';
import { useFocusOnMount } from '../controls/use-focus-on-mount.ts';

interface RestoreEverythingProps {
  readonly differences: BackupDifferences;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Says what restoring everything would do, and asks. */
export function RestoreEverything({ differences, onConfirm, onCancel }: RestoreEverythingProps): ReactNode {
  const { t } = useLingui();
  const confirm = useFocusOnMount<HTMLButtonElement>();
  const { highlights, highlightCount, tagCount, dossiers } = differences;
  const count = (kind: (typeof highlights)[number]['difference']): number =>
    highlights.filter(({ difference }) => difference === kind).length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a part of a form
    <div
      className="change-preview"
      role="group"
      aria-label={t`Restore everything`}
      aria-describedby="restore-everything"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <div id="restore-everything">
        <p>
          {highlightCount > highlights.length ? (
            <Trans>{highlightCount} highlights come back, change back or go.</Trans>
          ) : (
            <>
              <Plural
                value={count('only-backup')}
                _0="No highlight comes back,"
                one="# highlight comes back,"
                other="# highlights come back,"
              />{' '}
              <Plural value={count('changed')} _0="none changes back," one="# changes back," other="# change back," />{' '}
              <Plural
                value={count('only-now')}
                _0="and none goes."
                one="and # that is not in the backup goes."
                other="and # that are not in the backup go."
              />
            </>
          )}{' '}
          <Plural value={tagCount} _0="" one="# tag is what it was." other="# tags are what they were." />{' '}
          <Plural
            value={dossiers.length}
            _0=""
            one="# dossier is what it was."
            other="# dossiers are what they were."
          />
        </p>
        <p>
          <Trans>Your work as it is now is backed up first, and Undo takes the restore back.</Trans>
        </p>
      </div>
      <div className="row">
        <button ref={confirm} type="button" className="button primary" onClick={onConfirm}>
          <Trans>Restore</Trans>
        </button>
        <button type="button" className="button" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </button>
      </div>
    </div>
  );
}
