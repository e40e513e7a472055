import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { DossierItem } from '../../core/dossiers/dossier.ts';
import { ItemEditor, type ItemWords } from './item-editor.tsx';

interface DossierWordsProps {
  readonly item: Exclude<DossierItem, { kind: 'excerpt' }>;
  readonly isEditing: boolean;
  readonly onEdit: () => void;
  readonly onKeep: (words: ItemWords) => Promise<boolean>;
  readonly onClose: () => void;
  readonly onRemove: () => void;
}

/** The elements of headings by their level: the dossier's own name stands over them. */
const headings = { 1: 'h2', 2: 'h3', 3: 'h4' } as const;

/** A heading or a connecting text in a dossier; a click into it edits it. */
export function DossierWords({ item, isEditing, onEdit, onKeep, onClose, onRemove }: DossierWordsProps): ReactNode {
  const { t } = useLingui();
  const isHeading = item.kind === 'heading';
  const level = isHeading ? item.level : 1;
  const Heading = headings[level === 2 || level === 3 ? level : 1];
  if (isEditing) {
    return (
      <ItemEditor
        words={{ text: item.text, level: isHeading ? item.level : null }}
        label={isHeading ? t`Heading` : t`Text`}
        onKeep={onKeep}
        onClose={onClose}
      />
    );
  }
  return (
    <div className="dossier-words">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the way of the keyboard is the button beside it */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the way of the keyboard is the button beside it */}
      <div className="dossier-words-text" onClick={onEdit}>
        {isHeading ? (
          <Heading className="report-heading" data-level={level} dir="auto">
            {item.text}
          </Heading>
        ) : (
          <p className="report-text" dir="auto">
            {item.text}
          </p>
        )}
      </div>
      <span className="item-actions">
        <button
          type="button"
          className="link-button"
          aria-label={isHeading ? t`Edit this heading` : t`Edit this text`}
          onClick={onEdit}
        >
          <Trans>Edit</Trans>
        </button>
        <button
          type="button"
          className="link-button"
          aria-label={isHeading ? t`Remove this heading` : t`Remove this text`}
          onClick={onRemove}
        >
          <Trans>Remove</Trans>
        </button>
      </span>
    </div>
  );
}
