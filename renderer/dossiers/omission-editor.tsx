import { Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Omission } from '../../core/dossiers/dossier.ts';
import { useAnnounce } from '../controls/announcer.tsx';
import { SwitchField } from '../controls/switch-field.tsx';
import { useFocusOnMount } from '../controls/use-focus-on-mount.ts';
import type { SourceLanguage } from '../library/source-language.ts';
import { piecesOf, withOmitted } from './omit-words.ts';
import { useOmissionSelection } from './use-omission-selection.ts';

interface OmissionEditorProps {
  readonly quotation: string;
  /** Of the quotation. */
  readonly language: SourceLanguage;
  readonly omissions: readonly Omission[];
  /** Resolves to whether they are kept. */
  readonly onOmissions: (omissions: Omission[]) => Promise<boolean>;
  readonly onClose: () => void;
}

/** A quotation of which words can be selected to leave them out, and put back. */
export function OmissionEditor(props: OmissionEditorProps): ReactNode {
  const { quotation, language, omissions, onOmissions, onClose } = props;
  const { t } = useLingui();
  const announce = useAnnounce();
  const field = useFocusOnMount<HTMLDivElement>();
  const [isByWord, setByWord] = useState(true);
  const { span, clear, onKeyDown } = useOmissionSelection(field, quotation, isByWord ? 'word' : 'grapheme');
  const words = span ? quotation.slice(span.start, span.end) : '';
  const said = useRef('');
  useEffect(() => {
    if (words !== '' && words !== said.current) announce(t`Selected: ${words}`);
    said.current = words;
  }, [words, announce, t]);
  const leaveOut = async (): Promise<void> => {
    if (!span) return;
    // At once: by the time the answer is there, other words may be selected.
    clear();
    if (await onOmissions(withOmitted(quotation, omissions, span))) announce(t`Left out: ${words}`);
  };
  const putBack = (start: number): void => {
    void onOmissions(omissions.filter((omission) => omission.start !== start));
    // The mark that was pressed is gone.
    field.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a part of a form
    <div
      className="omission-editor"
      role="group"
      aria-label={t`Leave words out`}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a text area could not strike words through */}
      <div
        ref={field}
        className="omission-field"
        role="textbox"
        aria-readonly="true"
        aria-multiline="true"
        aria-label={t`Quotation`}
        {...language}
        tabIndex={0}
        data-testid="omission-field"
        onKeyDown={(event: KeyboardEvent) => {
          if (event.target !== event.currentTarget) return;
          if (event.key === 'Enter' || event.key === 'Delete') {
            event.preventDefault();
            void leaveOut();
          } else onKeyDown(event);
        }}
      >
        {piecesOf(quotation, omissions).map(({ start, text, isOmitted }) =>
          isOmitted ? (
            <span key={start}>
              <del className="omitted-words" data-start={start}>
                {text}
              </del>
              <button
                type="button"
                className="omission-mark"
                aria-label={t`Put back “${text}”`}
                title={t`Put these words back`}
                onClick={() => putBack(start)}
              />
            </span>
          ) : (
            <span key={start} data-start={start}>
              {text}
            </span>
          ),
        )}
      </div>
      <p className="pane-hint">
        <Trans>
          Select words with the mouse, or with the arrow keys and Shift, and leave them out. Every place is printed as
          […]; click a mark to put its words back.
        </Trans>
      </p>
      <div className="row omission-foot">
        <button type="button" className="button primary" disabled={span === null} onClick={() => void leaveOut()}>
          <Trans>Leave out</Trans>
        </button>
        <button type="button" className="button" onClick={onClose}>
          <Trans>Done</Trans>
        </button>
        <SwitchField label={t`Whole words`} isOn={isByWord} onChange={setByWord} />
      </div>
    </div>
  );
}
