import { Progress } from '@base-ui/react/progress';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useAddingWords } from '../adding/use-adding-words.ts';
import type { TakingImport } from './import-state.ts';
import { useTakingWords } from './use-taking-words.ts';

/** How far the taking of an import is, as a bar and in words. */
export function TakingProgress({ taking }: { readonly taking: TakingImport }): ReactNode {
  const { t } = useLingui();
  const words = useTakingWords();
  const { timeLeft } = useAddingWords();
  const { done, total, secondsLeft, isEnding } = taking;
  const isOver = isEnding || done === total;
  return (
    <div className="export-progress import-taking" data-testid="import-taking">
      <Progress.Root
        className="progress"
        value={isOver ? null : done}
        max={Math.max(total, 1)}
        aria-label={t`Taking it into your work…`}
      >
        <Progress.Track className="progress-track">
          <Progress.Indicator className="progress-bar" />
        </Progress.Track>
      </Progress.Root>
      <span className="export-progress-words">{words(taking)}</span>
      {secondsLeft === null || isOver ? null : <span className="faint">{timeLeft(secondsLeft)}</span>}
    </div>
  );
}
