import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Citation } from '../../core/citations/citer.ts';
import type { ReportExcerpt, ReportPart, ReportSource, TextRun } from '../../core/report/report.ts';
import { directionOf } from '../../core/statements/text-direction.ts';
import { findByPath } from '../../core/tags/tag-tree.ts';
import { TagChip } from '../controls/tag-chip.tsx';
import { SourceDoubt } from '../library/source-doubt.tsx';
import { useAttest } from '../state/use-attest.tsx';

/** Words of a report; what stands in place of words is set off. */
function Runs({ runs }: { readonly runs: readonly TextRun[] }): ReactNode {
  return runs.map((run, at) =>
    run.kind === 'words' ? (
      run.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their place
      <mark key={at} className="report-mark" data-kind={run.kind}>
        {run.text}
      </mark>
    ),
  );
}

/** A citation in its looks. */
export function CitationWords({ citation }: { readonly citation: Citation }): ReactNode {
  return citation.map(({ text, look }, at) =>
    look === 'plain' ? (
      text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their place
      <span key={at} className={`report-${look}`}>
        {text}
      </span>
    ),
  );
}

interface ExcerptPartProps {
  readonly excerpt: ReportExcerpt;
  /** Of the statement that is quoted, where it is known. */
  readonly language: string | undefined;
}

function ExcerptPart({ excerpt, language }: ExcerptPartProps): ReactNode {
  const { session } = useAttest();
  const { number, before, quotation, after, note, tags, state } = excerpt;
  return (
    <article className="report-excerpt" data-testid="preview-excerpt">
      <p className="report-quotation" lang={language} dir={directionOf(language)}>
        <span className="excerpt-context">
          <Runs runs={before} />
        </span>
        <q className="excerpt-quotation">
          <Runs runs={quotation} />
        </q>
        <sup className="report-number">{number}</sup>
        <span className="excerpt-context">
          <Runs runs={after} />
        </span>
      </p>
      {note === '' ? null : (
        <p className="report-note" dir="auto">
          {note}
        </p>
      )}
      {tags.length === 0 ? null : (
        <p className="chips">
          {tags.map((path) => {
            const tag = findByPath(session.tags, path);
            // A tag whose name holds a withheld one is another word here than in the codebook.
            return tag ? <TagChip key={path} tag={{ ...tag, name: path }} /> : <span key={path}>{path}</span>;
          })}
        </p>
      )}
      {state === 'anchored' ? null : (
        <p className="bad">
          {state === 'orphaned' ? (
            <Trans>Kept as an orphan, or no longer in the statement. Exported as it was marked.</Trans>
          ) : (
            <Trans>Needs review. Exported as it was marked.</Trans>
          )}
        </p>
      )}
      <SourceDoubt fixity={excerpt.fixity} />
      <p className="report-citation">
        <span className="report-number">{number}.</span>{' '}
        <span>
          <CitationWords citation={excerpt.citation} />
        </span>
      </p>
    </article>
  );
}

interface PreviewPartProps {
  readonly part: ReportPart;
  /** The report's sources. */
  readonly sources: readonly ReportSource[];
}

/** A part of a report as it is printed. */
export function PreviewPart({ part, sources }: PreviewPartProps): ReactNode {
  if (part.kind === 'excerpt') return <ExcerptPart excerpt={part} language={sources[part.source]?.csl.language} />;
  if (part.kind === 'heading') {
    const Heading = ({ 1: 'h4', 2: 'h5', 3: 'h6' } as const)[part.level] ?? 'h6';
    return (
      <Heading className="report-heading" data-level={part.level} dir="auto">
        {part.text}
      </Heading>
    );
  }
  return (
    <p className="report-text" dir="auto">
      {part.text}
    </p>
  );
}
