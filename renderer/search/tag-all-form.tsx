import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { CallInput, CallOutput } from '../../core/ipc-contract.ts';
import { findByPath } from '../../core/tags/tag-tree.ts';
import { type Option, OptionList } from '../controls/option-list.tsx';
import { TagChip } from '../controls/tag-chip.tsx';
import { TagPicker } from '../highlights/tag-picker.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { useTagHits } from './use-tag-hits.ts';

type Extent = CallInput<'tagHits'>['extent'];

interface PreviewProps {
  readonly preview: CallOutput<'previewTagHits'>;
}

/** How many passages get the tag, how many of them are highlighted already, and the first few. */
function Preview({ preview }: PreviewProps): ReactNode {
  const { passages, highlighted, statements, examples } = preview;
  const rest = passages - examples.length;
  return (
    <>
      <p role="status">
        <Plural value={passages} one="# passage" other="# passages" />{' '}
        <Plural value={statements} one="in # statement." other="in # statements." />{' '}
        <Plural
          value={highlighted}
          _0="None of them is highlighted yet."
          one="# of them is highlighted already and only gets the tag."
          other="# of them are highlighted already and only get the tag."
        />
      </p>
      <ol className="tag-all-examples">
        {examples.map((example, at) => (
          // The same words may be found at several places: the place in the list is what tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: the examples are shown as they stand
          <li key={at}>{example}</li>
        ))}
      </ol>
      {rest > 0 ? (
        <p className="faint">
          <Plural value={rest} one="and # more" other="and # more" />
        </p>
      ) : null}
    </>
  );
}

interface TagAllFormProps {
  readonly query: string;
  readonly spellings: boolean;
  readonly onDone: () => void;
}

/** Which tag, how much of each hit to highlight, what that would do, and the button that does it. */
export function TagAllForm({ query, spellings, onDone }: TagAllFormProps): ReactNode {
  const { session } = useAttest();
  const { t } = useLingui();
  const [tag, setTag] = useState('');
  const [extent, setExtent] = useState<Extent>('words');
  const apply = useRef<HTMLButtonElement>(null);
  // The field goes with the choice: on to the button that does it, as soon as it can be pressed.
  const wantsFocus = useRef(false);
  useEffect(() => {
    if (!wantsFocus.current || apply.current?.disabled !== false) return;
    wantsFocus.current = false;
    apply.current.focus();
  });
  const tagging = useTagHits({ query, spellings, tag, extent });
  const { preview, refusal, isBusy } = tagging;
  const known = tag === '' ? null : findByPath(session.tags, tag);
  const extents: readonly Option<Extent>[] = [
    { value: 'words', name: t`The words`, hint: t`from the first to the last that was asked for` },
    { value: 'sentence', name: t`The sentence`, hint: t`or the sentences, that they stand in` },
    { value: 'paragraph', name: t`The paragraph`, hint: t`the whole of it` },
  ];
  const run = async (): Promise<void> => {
    if (await tagging.apply()) onDone();
  };
  return (
    <div className="tag-all-form">
      <section aria-label={t`Tag`}>
        <h3 className="pane-label">
          <Trans>Tag</Trans>
        </h3>
        {tag === '' ? (
          <TagPicker
            tags={session.tags}
            chosen={[]}
            onPick={(path) => {
              setTag(path);
              wantsFocus.current = true;
            }}
            onCancel={onDone}
          />
        ) : (
          <p className="tag-all-chosen">
            {known ? <TagChip tag={{ ...known, name: tag }} /> : <Trans>New tag “{tag}”</Trans>}
            <button type="button" className="link-button" onClick={() => setTag('')}>
              <Trans>Choose another tag</Trans>
            </button>
          </p>
        )}
      </section>
      <section aria-label={t`What to highlight`}>
        <h3 className="pane-label">
          <Trans>What to highlight</Trans>
        </h3>
        <OptionList label={t`What to highlight`} value={extent} options={extents} onChange={setExtent} />
      </section>
      <div className="change-preview" data-testid="tag-all-preview">
        {refusal === null ? null : (
          <p className="bad" role="alert">
            {refusal}
          </p>
        )}
        {preview ? <Preview preview={preview} /> : null}
      </div>
      <div className="row">
        <button
          ref={apply}
          type="button"
          className="button primary"
          disabled={tag === '' || !preview || isBusy}
          onClick={() => void run()}
        >
          <Plural value={preview?.passages ?? 0} one="Tag # passage" other="Tag # passages" />
        </button>
        <button type="button" className="button" onClick={onDone}>
          <Trans>Cancel</Trans>
        </button>
      </div>
    </div>
  );
}
