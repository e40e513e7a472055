import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { TagChangePreview } from '../../core/workspace/tag-operation.ts';

interface ChangePreviewProps {
  readonly preview: TagChangePreview | null;
  readonly refusal: string | null;
  readonly label: string;
  readonly onApply: () => void;
  readonly onCancel: () => void;
}

/** What a change of the codebook would touch, and the button that does it. */
export function ChangePreview({ preview, refusal, label, onApply, onCancel }: ChangePreviewProps): ReactNode {
  return (
    <div className="change-preview" role="status" data-testid="change-preview">
      {refusal === null ? null : <p className="bad">{refusal}</p>}
      {preview ? (
        <p>
          <Plural
            value={preview.highlights}
            _0="No highlight is touched."
            one="# highlight is touched"
            other="# highlights are touched"
          />
          {preview.highlights > 0 ? (
            <>
              {' '}
              <Plural value={preview.statements.length} one="in # statement." other="in # statements." />
            </>
          ) : null}
          {preview.untagged > 0 ? (
            <>
              {' '}
              <Plural
                value={preview.untagged}
                one="# would be left without a tag."
                other="# would be left without a tag."
              />
            </>
          ) : null}
          {preview.tags.length > 1 ? (
            <>
              {' '}
              <Trans>Tags: {preview.tags.join(', ')}.</Trans>
            </>
          ) : null}
        </p>
      ) : null}
      <div className="row">
        <button type="button" className="button primary" disabled={!preview || refusal !== null} onClick={onApply}>
          {label}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </button>
      </div>
    </div>
  );
}
