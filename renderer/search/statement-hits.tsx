import type { ReactNode } from 'react';
import type { SearchHit } from '../../core/search/search-result.ts';
import { titleOf } from '../../core/statements/statement.ts';
import { usePlaceWords } from '../highlights/place-words.ts';
import { sourceLanguage } from '../library/source-language.ts';
import { useAttest } from '../state/use-attest.tsx';
import { MarkedText } from './marked-text.tsx';
import { ReadingLabel } from './reading-label.tsx';

interface StatementHitsProps {
  readonly statement: string;
  /** The hits in this statement, best first. */
  readonly hits: readonly SearchHit[];
  readonly chosen: SearchHit | null;
  readonly onChoose: (hit: SearchHit) => void;
}

/** The hits in one statement, each with where it stands and how its words were read. */
export function StatementHits({ statement, hits, chosen, onChoose }: StatementHitsProps): ReactNode {
  const { session } = useAttest();
  const wordPlace = usePlaceWords();
  const summary = session.statements.find(({ id }) => id === statement);
  const title = summary ? titleOf(summary) : statement;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would be one more landmark for each statement found
    <div className="hit-group" role="group" aria-label={title}>
      <h3 className="hit-title" title={title}>
        <bdi>{title}</bdi> <span className="faint">{hits.length}</span>
      </h3>
      {hits.map((hit) => (
        <button
          key={hit.start}
          type="button"
          className="hit"
          aria-current={chosen?.statement === statement && chosen.start === hit.start && chosen.end === hit.end}
          data-testid="search-hit"
          data-tier={hit.tier}
          onClick={() => onChoose(hit)}
        >
          <span className="hit-text" {...sourceLanguage(summary)}>
            <MarkedText
              text={`${hit.before}${hit.exact}${hit.after}`}
              origin={hit.start - hit.before.length}
              matches={hit.matches}
            />
          </span>
          <span className="hit-place">
            <span className="faint">{wordPlace({ ...hit, lastParagraph: hit.paragraph, speakers: [] })}</span>
            <ReadingLabel readings={hit.readings} />
          </span>
        </button>
      ))}
    </div>
  );
}
