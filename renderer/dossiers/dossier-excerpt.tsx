import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { DossierItem, Omission } from '../../core/dossiers/dossier.ts';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import { TagChip } from '../controls/tag-chip.tsx';
import { SingleSourceMark } from '../corroboration/single-source-mark.tsx';
import type { Surroundings } from '../excerpts/use-surroundings.ts';
import { placeIn, usePlaceWords } from '../highlights/place-words.ts';
import { SourceDoubt } from '../library/source-doubt.tsx';
import { sourceLanguage } from '../library/source-language.ts';
import { useDateWords } from '../library/use-date-words.ts';
import { tagsOf } from '../state/session-state.ts';
import { useAttest } from '../state/use-attest.tsx';
import { OmissionEditor } from './omission-editor.tsx';
import { fits, piecesOf } from './omit-words.ts';

interface DossierExcerptProps {
  readonly item: Extract<DossierItem, { kind: 'excerpt' }>;
  /** `undefined` where it has been deleted. */
  readonly highlight: PlacedHighlight | undefined;
  /** The rest of its sentences; `null` until they are there. */
  readonly surroundings: Surroundings | null;
  /** Whether it is to be marked as a claim that no other statement clearly makes. */
  readonly isSingleSource: boolean;
  readonly onOpen: (highlight: string) => void;
  /** Resolves to whether they are kept. */
  readonly onOmissions: (omissions: Omission[]) => Promise<boolean>;
  readonly onRemove: () => void;
}

/** Omissions whose words are no longer in the quotation: they leave nothing out. */
function LostOmissions(
  props: Pick<DossierExcerptProps, 'onOmissions'> & { readonly quotation: string } & {
    readonly omissions: readonly Omission[];
  },
): ReactNode {
  const { quotation, omissions, onOmissions } = props;
  return omissions.map((omission) =>
    fits(quotation, omission) ? null : (
      <p key={omission.start} className="bad">
        <Trans>“{omission.words}” was to be left out, and no longer stands at its place: nothing is left out.</Trans>{' '}
        <button
          type="button"
          className="link-button"
          onClick={() => void onOmissions(omissions.filter((other) => other !== omission))}
        >
          <Trans>Remove it</Trans>
        </button>
      </p>
    ),
  );
}

/** An excerpt in a dossier: its quotation in context, what is left out of it, and where it stands. */
export function DossierExcerpt(props: DossierExcerptProps): ReactNode {
  const { item, highlight, surroundings, isSingleSource, onOpen, onOmissions, onRemove } = props;
  const { session } = useAttest();
  const { t } = useLingui();
  const wordPlace = usePlaceWords();
  const wordDate = useDateWords();
  const [isOmitting, setOmitting] = useState(false);
  if (!highlight) {
    return (
      <div className="dossier-excerpt">
        <p className="bad">
          <Trans>The highlight of this excerpt was deleted: it is not exported.</Trans>
        </p>
        <p className="excerpt-foot">
          <button type="button" className="link-button" onClick={onRemove}>
            <Trans>Remove</Trans>
          </button>
        </p>
      </div>
    );
  }
  const { quote } = highlight.selector;
  const { omissions } = item;
  const summary = session.statements.find(({ id }) => id === highlight.statement);
  const isLost = omissions.some((omission) => !fits(quote, omission));
  const source = [
    summary?.publisher.value,
    wordDate(summary?.date.value ?? null),
    wordPlace(placeIn(highlight, surroundings?.place)),
  ];
  return (
    <div className="dossier-excerpt">
      {isSingleSource ? <SingleSourceMark /> : null}
      {isOmitting && !isLost ? (
        <OmissionEditor
          quotation={quote}
          language={sourceLanguage(summary)}
          omissions={omissions}
          onOmissions={onOmissions}
          onClose={() => setOmitting(false)}
        />
      ) : (
        <p className="excerpt-text" {...sourceLanguage(summary)}>
          <span className="excerpt-context">{surroundings?.before}</span>
          <q className="excerpt-quotation">
            {piecesOf(quote, omissions).map(({ start, text, isOmitted }) =>
              isOmitted ? (
                <span key={start} className="report-mark" title={text}>
                  […]
                </span>
              ) : (
                text
              ),
            )}
          </q>
          <span className="excerpt-context">{surroundings?.after}</span>
        </p>
      )}
      <LostOmissions quotation={quote} omissions={omissions} onOmissions={onOmissions} />
      {highlight.anchor.state === 'anchored' ? null : (
        <p className="bad">
          <Trans>Needs review. Exported as it was marked.</Trans>
        </p>
      )}
      <SourceDoubt fixity={summary?.fixity} />
      <div className="excerpt-foot">
        {tagsOf(highlight, session.tags).map((tag) => (
          <TagChip key={tag.id} tag={tag} />
        ))}
        <span className="faint">{source.filter(Boolean).join(', ')}</span>
        <span className="item-actions">
          <button type="button" className="link-button" onClick={() => onOpen(highlight.id)}>
            <Trans>Open</Trans>
          </button>
          <button
            type="button"
            className="link-button"
            disabled={isLost}
            aria-expanded={isOmitting}
            onClick={() => setOmitting(!isOmitting)}
          >
            <Trans>Leave words out…</Trans>
          </button>
          <button type="button" className="link-button" aria-label={t`Remove this excerpt`} onClick={onRemove}>
            <Trans>Remove</Trans>
          </button>
        </span>
      </div>
    </div>
  );
}
