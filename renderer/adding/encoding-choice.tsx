import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { encodings } from '../../core/statements/encodings.ts';
import { useNotify } from '../controls/use-notify.ts';
import { useUndo } from '../history/use-undo.ts';
import { useAttest } from '../state/use-attest.tsx';
import { useAdding } from './use-adding.ts';
import { useEncodingNames } from './use-encoding-names.ts';

/** How much of a text is shown, in UTF-16 units: enough to see whether it is one. */
const shownLength = 240;

interface FirstWordsProps {
  readonly statement: string;
  /** Another number has it read anew. */
  readonly reading: number;
}

/** How a statement begins, as it is read at present. */
function FirstWords({ statement, reading }: FirstWordsProps): ReactNode {
  const { call } = useAttest();
  const [words, setWords] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading is another text
  useEffect(() => {
    let isCurrent = true;
    void call('readStatement', { statement }).then((read) => {
      if (!isCurrent || !read.ok) return;
      const text = read.value.text
        .slice(0, 4 * shownLength)
        .replace(/\s+/gu, ' ')
        .trim();
      setWords(text.length > shownLength ? `${text.slice(0, shownLength)}…` : text);
    });
    return () => {
      isCurrent = false;
    };
  }, [call, statement, reading]);
  return (
    <blockquote className="first-words" dir="auto" data-testid="first-words">
      {words}
    </blockquote>
  );
}

interface EncodingChoiceProps {
  readonly statement: string;
  /** The encoding that it is read in. */
  readonly encoding: string;
  /** Whether the text is shown beside it: with another text, all of this is made anew. */
  readonly isBesideText?: boolean;
}

/** In which encoding a text was read, with its first words to see whether that is right, and the way to another one. */
export function EncodingChoice({ statement, encoding, isBesideText = false }: EncodingChoiceProps): ReactNode {
  const { call, session } = useAttest();
  const { t } = useLingui();
  const id = useId();
  const nameOf = useEncodingNames();
  const notify = useNotify();
  const { offer } = useUndo();
  const { rereading } = useAdding();
  const [goesOn] = useState(() => isBesideText && rereading.current === statement);
  const [isOpen, setOpen] = useState(goesOn);
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLSelectElement>(null);
  const name = nameOf(encoding);
  useEffect(() => {
    if (!goesOn) return;
    rereading.current = null;
    field.current?.focus();
  }, [goesOn, rereading]);
  const readAs = async (next: string): Promise<void> => {
    if (isBusy || next === encoding) return;
    setBusy(true);
    if (isBesideText) rereading.current = statement;
    const read = await call('readAgain', { statement, encoding: next });
    setBusy(false);
    if (!read.ok) {
      rereading.current = null;
      notify.fault(read.fault);
      return;
    }
    const nextName = nameOf(next);
    offer(t`The text was read as ${nextName}.`, read.value.revision);
  };
  return (
    <div className="encoding-choice">
      <button type="button" className="link-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t`Read as ${name}`}
      </button>
      {isOpen ? (
        <div className="encoding-body" aria-busy={isBusy}>
          <p className="faint">
            <Trans>It begins so. If that is not what it says, choose another encoding.</Trans>
          </p>
          <FirstWords statement={statement} reading={session.revision} />
          <label className="form-field" htmlFor={id}>
            <Trans>Encoding</Trans>
            <select
              ref={field}
              id={id}
              className="field"
              autoComplete="off"
              value={encoding}
              aria-disabled={isBusy}
              onChange={({ target }) => void readAs(target.value)}
            >
              {encodings.some((known) => known === encoding) ? null : <option value={encoding}>{encoding}</option>}
              {encodings.map((known) => (
                <option key={known} value={known}>
                  {nameOf(known)}
                </option>
              ))}
            </select>
          </label>
        </div>
      ) : null}
    </div>
  );
}
