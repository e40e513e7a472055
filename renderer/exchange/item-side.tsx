import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ImportItem, ItemSide as Side } from '../../core/exchange/exchange-shapes.ts';
import { PathChips } from '../history/path-chips.tsx';
import { useMomentWords } from '../history/use-moment-words.ts';
import { formatDate } from '../language/format-date.ts';
import { useSourceLanguage } from '../library/use-source-language.ts';

interface ItemSideProps {
  readonly item: Pick<ImportItem, 'kind' | 'statement'>;
  /** `null` where this side has nothing of it. */
  readonly side: Side;
  /** Whose it is. */
  readonly title: string;
  /** Whether its words are shown: where the two sides have the same, the item says them. */
  readonly hasWords: boolean;
}

/** What one of the two says of an item: the words where they differ, the note and the tags, who wrote it and when. */
export function ItemSide({ item, side, title, hasWords }: ItemSideProps): ReactNode {
  const { i18n } = useLingui();
  const moment = useMomentWords();
  const languageOf = useSourceLanguage();
  const { words, note, tags, isDeleted, by, at } = side;
  const date = new Date(at);
  const day = Number.isNaN(date.getTime()) ? '' : formatDate(date, i18n.locale, { dateStyle: 'long' });
  const facts = [by, day, day === '' ? '' : moment.time(at)].filter((fact) => fact !== '');
  const isHighlight = item.kind === 'highlights';
  return (
    <section className="import-side" data-deleted={isDeleted}>
      <h5 className="import-side-head">{title}</h5>
      {facts.length > 0 ? <p className="import-side-facts">{facts.join(', ')}</p> : null}
      {isDeleted ? (
        <p className="import-deleted">
          <Trans>Deleted</Trans>
        </p>
      ) : null}
      {hasWords && words !== '' ? (
        isHighlight ? (
          <q className="version-quote" {...(item.statement === null ? {} : languageOf(item.statement))}>
            {words}
          </q>
        ) : (
          <p className="version-words" dir="auto">
            {words}
          </p>
        )
      ) : null}
      {isHighlight && !isDeleted ? <PathChips paths={tags} /> : null}
      {note === '' ? null : (
        <p className="version-words" dir="auto">
          {note}
        </p>
      )}
      {note === '' && isHighlight && !isDeleted ? (
        <p className="faint">
          <Trans>no note</Trans>
        </p>
      ) : null}
    </section>
  );
}
