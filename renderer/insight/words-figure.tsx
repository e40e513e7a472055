import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useMemo, useState } from 'react';
import { createWordComparison, type DistinguishingWord } from '../../core/insight/distinguishing-words.ts';
import type { InsightSources } from '../../core/insight/insight-sources.ts';
import { type MarkedTag, markedTags } from '../../core/insight/marked-tags.ts';
import { shortenLabel } from '../../core/insight/shorten-label.ts';
import { ChoiceField } from '../export/choice-field.tsx';
import { formatList } from '../language/format-list.ts';
import { Figure } from './figure.tsx';
import { MarkLink } from './mark-link.tsx';
import { drawingWidth, rowHeight } from './time-marks.tsx';
import { useMore } from './use-more.ts';

const step = 15;
const named = 3;
const longestWord = 28;
const bar = { start: 200, end: 560, height: 14 } as const;

interface WordRowProps {
  readonly word: DistinguishingWord;
  readonly tag: MarkedTag;
  readonly row: number;
  /** The likelihood that fills the room. */
  readonly most: number;
}

function WordRow({ word, tag, row, most }: WordRowProps): ReactNode {
  const { t, i18n } = useLingui();
  const { count, excerpts, elsewhere, likelihood, filter } = word;
  const y = row * rowHeight;
  const middle = y + rowHeight / 2;
  const others = i18n.number(elsewhere);
  const counts = t`${plural(count, { one: '# time', other: '# times' })}, ${others} elsewhere`;
  const inExcerpts = plural(excerpts, { one: '# excerpt', other: '# excerpts' });
  return (
    <MarkLink
      goal={{ kind: 'excerpts', filter }}
      label={t`${word.word}, tagged ${tag.path}: ${counts}; ${inExcerpts}`}
      row={row}
      column={0}
    >
      <rect className="hit" x={0} y={y} width={drawingWidth} height={rowHeight} />
      <text className="end drawing-strong" x={bar.start - 10} y={middle + 4}>
        {shortenLabel(word.word, longestWord)}
      </text>
      <rect
        className="tag-fill"
        data-colour={tag.tag.colour}
        x={bar.start}
        y={middle - bar.height / 2}
        width={((bar.end - bar.start) * likelihood) / most}
        height={bar.height}
      />
      <text x={bar.start + ((bar.end - bar.start) * likelihood) / most + 10} y={middle + 4}>
        {counts}
      </text>
    </MarkLink>
  );
}

/** The words that a tag's excerpts have more often than the others. */
export function WordsFigure({ sources }: { readonly sources: InsightSources }): ReactNode {
  const { t, i18n } = useLingui();
  const [chosen, setChosen] = useState<string | null>(null);
  const { shown, more } = useMore(step);
  const tags = useMemo(() => markedTags(sources, { hasSubTags: true }), [sources]);
  const compare = useMemo(() => createWordComparison(sources), [sources]);
  const tag = tags.find(({ tag: { id } }) => id === chosen) ?? tags[0];
  const found = useMemo(() => (tag ? compare(tag.tag.id) : null), [compare, tag]);
  const sentence = useMemo(() => {
    if (!tag || !found) return t`Words are compared by tag: put a tag on a highlight.`;
    const { path } = tag;
    if (found.total === 0 || found.totalElsewhere === 0) {
      return t`There is nothing to compare the excerpts tagged ${path} with: every other excerpt is without words.`;
    }
    const list = formatList(
      found.words.slice(0, named).map(({ word }) => t`“${word}”`),
      i18n.locale,
      'conjunction',
    );
    const [all, others] = [i18n.number(found.total), i18n.number(found.totalElsewhere)];
    if (found.words.length === 0) {
      return t`No word stands out in the ${all} words of excerpts tagged ${path} beside the ${others} of the others.`;
    }
    return t`${plural(found.words.length, { one: '# word stands out', other: '# words stand out' })} in the ${all} words of excerpts tagged ${path} beside the ${others} of the others, above all ${list}.`;
  }, [tag, found, t, i18n]);
  const table = useMemo(
    () => ({
      head: [t`Tag`, t`Distinguishing word`, t`Times`, t`Excerpts`, t`Times elsewhere`, t`Log-likelihood`],
      rows: (found?.words ?? []).map(({ word, count, excerpts, elsewhere, likelihood }) => [
        tag?.path ?? '',
        word,
        count,
        excerpts,
        elsewhere,
        Number(likelihood.toFixed(2)),
      ]),
    }),
    [found, tag, t],
  );
  const words = found?.words.slice(0, shown) ?? [];
  const rest = (found?.words.length ?? 0) - words.length;
  const moreWords = t`and ${plural(rest, { one: '# more word', other: '# more words' })}`;
  return (
    <Figure
      name="attest-words-of-tag"
      title={t`Words that distinguish a tag’s excerpts`}
      sentence={sentence}
      controls={
        tag ? (
          <ChoiceField
            label={t`Tag`}
            value={tag.tag.id}
            options={tags.map(({ tag: { id }, path }) => ({ value: id, name: path }))}
            onChange={setChosen}
          />
        ) : null
      }
      drawing={
        tag && words.length > 0
          ? {
              width: drawingWidth,
              height: words.length * rowHeight + 2,
              content: words.map((word, row) => (
                <WordRow key={word.word} word={word} tag={tag} row={row} most={words[0]?.likelihood ?? 1} />
              )),
            }
          : null
      }
      remainder={rest > 0 ? { words: moreWords, onMore: more } : null}
      table={table}
    />
  );
}
