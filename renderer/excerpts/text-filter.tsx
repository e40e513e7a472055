import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';

/** After how long without a further letter the list follows what was typed, in milliseconds. */
const restMs = 150;

interface TextFilterProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Words that must stand in the quotation, the note or a tag: the list follows the typing. */
export function TextFilter({ text, onText }: TextFilterProps): ReactNode {
  const { t } = useLingui();
  const [typed, setTyped] = useState(text);
  const [sent, setSent] = useState(text);
  if (text !== sent) {
    setSent(text);
    setTyped(text);
  }
  useEffect(() => {
    if (typed === sent) return;
    const timer = setTimeout(() => {
      setSent(typed);
      onText(typed);
    }, restMs);
    return () => clearTimeout(timer);
  }, [typed, sent, onText]);
  return (
    <input
      type="search"
      className="field"
      value={typed}
      aria-label={t`Words in the quotation, note or tags`}
      placeholder={t`Words in quotation, note or tags`}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
