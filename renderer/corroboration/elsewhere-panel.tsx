import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import type { Likeness } from '../../core/corroboration/likeness.ts';
import { titleOf } from '../../core/statements/statement.ts';
import type { Passage } from '../../core/text/passage.ts';
import { moveFocus } from '../controls/move-focus.ts';
import { useSentence } from '../controls/use-sentence.ts';
import { usePlaceWords } from '../highlights/place-words.ts';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { MarkedText } from '../search/marked-text.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { agreeingMatches } from './agreeing-words.ts';
import { ReasonList } from './reason-list.tsx';
import { useElsewhere } from './use-elsewhere.ts';

interface LikenessItemProps {
  readonly likeness: Likeness;
  readonly onChoose: (likeness: Likeness) => void;
}

/** A passage of another statement, to be opened, and why it is here. */
function LikenessItem({ likeness, onChoose }: LikenessItemProps): ReactNode {
  const { session } = useAttest();
  const wordPlace = usePlaceWords();
  const id = useId();
  const { statement, passage, place, exact, reasons } = likeness;
  const summary = session.statements.find((one) => one.id === statement);
  return (
    <li className="likeness">
      <button
        type="button"
        className="likeness-open"
        aria-describedby={id}
        data-testid="likeness"
        onClick={() => onChoose(likeness)}
      >
        <span className="likeness-source">
          <span className="likeness-title">{summary ? titleOf(summary) : statement}</span>{' '}
          <span className="faint">{wordPlace(place)}</span>
        </span>
        <span className="likeness-text" dir="auto" lang={summary?.language.value ?? undefined}>
          <MarkedText text={exact} origin={passage.start} matches={agreeingMatches(reasons)} />
        </span>
      </button>
      <ReasonList id={id} reasons={reasons} />
    </li>
  );
}

interface ElsewherePanelProps {
  readonly statement: string;
  readonly passage: Passage;
  /** Called with Escape, and before a passage is opened. */
  readonly onClose: () => void;
}

/**
 * What other statements say that is like a passage, the likest first. It takes the focus when it appears and gives it to
 * the first passage that was found; arrow keys go from one to the next, Enter opens one, Escape closes.
 */
export function ElsewherePanel({ statement, passage, onClose }: ElsewherePanelProps): ReactNode {
  const { t } = useLingui();
  const { goTo } = useNavigation();
  const tell = useSentence();
  const elsewhere = useElsewhere(statement, passage);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // Whoever has gone elsewhere while it was looked for is not called back.
    const isHere = elsewhere === null || document.activeElement === panel.current;
    if (!isHere) return;
    const first = panel.current?.querySelector<HTMLElement>('.likeness-open');
    (first ?? panel.current)?.focus({ preventScroll: true });
  }, [elsewhere]);
  const onKeyDown = (event: KeyboardEvent): void => {
    moveFocus(panel.current, '.likeness-open', event);
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  const onChoose = ({ statement: other, passage: there }: Likeness): void => {
    onClose();
    goTo({ kind: 'found', statement: other, passage: there });
  };
  const likenesses = elsewhere && 'likenesses' in elsewhere ? elsewhere.likenesses : null;
  return (
    <section
      ref={panel}
      className="elsewhere"
      aria-label={t`Said elsewhere`}
      aria-busy={elsewhere === null}
      tabIndex={-1}
      data-testid="elsewhere"
      onKeyDown={onKeyDown}
    >
      <div className="elsewhere-head" role="status">
        {elsewhere === null ? <Trans>Looking in the other statements…</Trans> : null}
        {elsewhere && 'fault' in elsewhere ? <span className="bad">{tell(elsewhere.fault)}</span> : null}
        {likenesses?.length === 0 ? (
          <Trans>
            Nothing like it was found in the other statements of this collection, which does not mean that nobody says
            it.
          </Trans>
        ) : null}
        {likenesses && likenesses.length > 0 ? (
          <Plural
            value={likenesses.length}
            one="# passage of another statement is like it"
            other="# passages of other statements are like it, the closest first"
          />
        ) : null}
      </div>
      {likenesses && likenesses.length > 0 ? (
        <>
          <ol className="likenesses">
            {likenesses.map((likeness) => (
              <LikenessItem
                key={`${likeness.statement} ${likeness.passage.start}`}
                likeness={likeness}
                onChoose={onChoose}
              />
            ))}
          </ol>
          <p className="elsewhere-caution">
            <Trans>
              Found by words, names, numbers and dates alone: whether it is the same claim, and whether the sources are
              independent, is for you to judge.
            </Trans>
          </p>
        </>
      ) : null}
    </section>
  );
}
