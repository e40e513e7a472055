import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { titleOf } from '../../core/statements/statement.ts';
import type { HighlightVersion } from '../../core/workspace/history.ts';
import { useAttest } from '../state/use-attest.tsx';
import { PathChips } from './path-chips.tsx';

function Words({ text, none }: { readonly text: string; readonly none: string }): ReactNode {
  return text === '' ? <span className="faint">{none}</span> : <span className="version-words">{text}</span>;
}

interface DifferenceProps {
  readonly name: string;
  readonly before: ReactNode;
  readonly after: ReactNode;
}

function Difference({ name, before, after }: DifferenceProps): ReactNode {
  return (
    <div className="version-difference">
      <dt>{name}</dt>
      <dd>
        {before}
        <span aria-hidden="true" className="faint">
          →
        </span>
        <span className="visually-hidden">
          <Trans>became</Trans>
        </span>
        {after}
      </dd>
    </div>
  );
}

interface BothProps {
  readonly before: HighlightVersion;
  readonly after: HighlightVersion;
}

function Differences({ before, after }: BothProps): ReactNode {
  const { t } = useLingui();
  const wordState = (orphan: boolean): string => (orphan ? t`kept as an orphan` : t`looked for in the text`);
  const wordPrivacy = (isPrivate: boolean): string => (isPrivate ? t`private` : t`exported`);
  return (
    <dl>
      {before.quote === after.quote ? null : (
        <Difference
          name={t`Passage`}
          before={<Words text={before.quote} none="" />}
          after={<Words text={after.quote} none="" />}
        />
      )}
      {before.tags.join('\n') === after.tags.join('\n') ? null : (
        <Difference
          name={t`Tags`}
          before={<PathChips paths={before.tags} />}
          after={<PathChips paths={after.tags} />}
        />
      )}
      {before.note === after.note ? null : (
        <Difference
          name={t`Note`}
          before={<Words text={before.note} none={t`no note`} />}
          after={<Words text={after.note} none={t`no note`} />}
        />
      )}
      {before.isNotePrivate === after.isNotePrivate ? null : (
        <Difference
          name={t`Note in exports`}
          before={wordPrivacy(before.isNotePrivate)}
          after={wordPrivacy(after.isNotePrivate)}
        />
      )}
      {before.orphan === after.orphan ? null : (
        <Difference name={t`State`} before={wordState(before.orphan)} after={wordState(after.orphan)} />
      )}
    </dl>
  );
}

interface VersionChangeProps {
  readonly before: HighlightVersion | null;
  readonly after: HighlightVersion | null;
  /** Goes to the highlight; `null` where it is not there any more. */
  readonly onOpen: (() => void) | null;
}

/** A highlight before and after: its words and statement, and what became what; all of it where only one side is there. */
export function VersionChange({ before, after, onOpen }: VersionChangeProps): ReactNode {
  const { session } = useAttest();
  const version = after ?? before;
  if (!version) return null;
  const summary = session.statements.find(({ id }) => id === version.statement);
  const quote = <q className="version-quote">{version.quote}</q>;
  return (
    <div className="version" data-gone={after === null}>
      {onOpen ? (
        <button type="button" className="version-open" onClick={onOpen}>
          {quote}
        </button>
      ) : (
        quote
      )}
      <p className="version-statement faint">{summary ? titleOf(summary) : version.statement}</p>
      {before && after ? (
        <Differences before={before} after={after} />
      ) : (
        <>
          <PathChips paths={version.tags} />
          {version.note === '' ? null : <p className="version-words">{version.note}</p>}
        </>
      )}
    </div>
  );
}
