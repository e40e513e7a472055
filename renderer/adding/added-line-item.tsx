import type { ReactNode } from 'react';
import type { AddedLine } from '../../core/statements/adding.ts';
import type { StatementSummary } from '../../core/statements/statement.ts';
import { useSentence } from '../controls/use-sentence.ts';
import { EncodingChoice } from './encoding-choice.tsx';
import { useAddingWords } from './use-adding-words.ts';

interface AddedLineItemProps {
  readonly line: AddedLine;
  /** The statement that it became, where that is still there. */
  readonly summary: StatementSummary | undefined;
  readonly onOpen: (statement: string) => void;
}

/** What became of one file: its name, which opens the statement, what there is to know of it, and its encoding where that was found out. */
export function AddedLineItem({ line, summary, onOpen }: AddedLineItemProps): ReactNode {
  const tell = useSentence();
  const words = useAddingWords();
  const { name, outcome, sentences } = line;
  const isFoundOut = line.encoding?.basis === 'inferred' && outcome !== 'known';
  const encoding = isFoundOut ? (summary?.own?.encoding ?? null) : null;
  return (
    <li className="report-line added-line" data-testid="added-line" data-outcome={outcome}>
      <span className="report-outcome">{words.outcome(outcome)}</span>
      <div className="added-what">
        {summary ? (
          <button type="button" className="link-button added-name" onClick={() => onOpen(summary.id)}>
            <bdi>{name}</bdi>
          </button>
        ) : (
          <span className="added-name">
            <bdi>{name}</bdi>
          </span>
        )}
        {sentences.map((sentence, at) => (
          // Two remarks may be the same; their place is what they are.
          // biome-ignore lint/suspicious/noArrayIndexKey: a report is shown as it stands
          <p key={at}>{tell(sentence)}</p>
        ))}
        {summary && encoding !== null ? <EncodingChoice statement={summary.id} encoding={encoding} /> : null}
      </div>
    </li>
  );
}
