import { Checkbox } from '@base-ui/react/checkbox';
import { Trans, useLingui } from '@lingui/react/macro';
import { memo, type ReactNode } from 'react';
import type { BackupDifferences } from '../../core/workspace/backup.ts';
import { VersionChange } from '../history/version-change.tsx';

interface DifferenceItemProps {
  readonly highlight: BackupDifferences['highlights'][number];
  readonly isSelected: boolean;
  readonly onSelect: (id: string) => void;
  readonly onRestore: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

function DifferenceItemView({ highlight, isSelected, onSelect, onRestore, onOpen }: DifferenceItemProps): ReactNode {
  const { t } = useLingui();
  const { id, before, now } = highlight;
  const quote = (before ?? now)?.quote ?? id;
  return (
    <li className="difference" data-testid="difference" data-difference={highlight.difference}>
      <VersionChange before={before} after={now} onOpen={now ? () => onOpen(id) : null} />
      {before ? (
        <div className="difference-actions">
          <label className="check" htmlFor={`select-${id}`}>
            <Checkbox.Root
              id={`select-${id}`}
              className="check-box"
              aria-label={t`Select “${quote}”`}
              checked={isSelected}
              onCheckedChange={() => onSelect(id)}
            >
              <Checkbox.Indicator>✓</Checkbox.Indicator>
            </Checkbox.Root>
            <Trans>Select</Trans>
          </label>
          <button
            type="button"
            className="link-button"
            aria-label={t`Restore “${quote}”`}
            onClick={() => onRestore(id)}
          >
            <Trans>Restore</Trans>
          </button>
        </div>
      ) : null}
    </li>
  );
}

/** One highlight that is not the same in the backup and now; what the backup holds of it can be selected and restored. */
export const DifferenceItem = memo(DifferenceItemView);
