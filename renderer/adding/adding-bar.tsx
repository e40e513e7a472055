import { Progress } from '@base-ui/react/progress';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Adding } from '../../core/statements/adding.ts';

/** How far the adding is, as a bar; without an end while the files are still being counted. */
export function AddingBar({ adding: { done, total } }: { readonly adding: Adding }): ReactNode {
  const { t } = useLingui();
  return (
    <Progress.Root
      className="progress"
      value={total === null ? null : done}
      max={Math.max(total ?? 1, 1)}
      aria-label={t`Adding statements`}
    >
      <Progress.Track className="progress-track">
        <Progress.Indicator className="progress-bar" />
      </Progress.Track>
    </Progress.Root>
  );
}
