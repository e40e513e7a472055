import { Popover } from '@base-ui/react/popover';
import { Toolbar } from '@base-ui/react/toolbar';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import type { Tag } from '../../core/tags/tag.ts';
import { pathOf } from '../../core/tags/tag-tree.ts';
import type { Passage } from '../../core/text/passage.ts';
import { usePlainKeys } from '../commands/use-commands.tsx';
import { TagChip, TagDot } from '../controls/tag-chip.tsx';
import { ElsewherePanel } from '../corroboration/elsewhere-panel.tsx';
import { type NoteDraft, NoteEditor } from '../highlights/note-editor.tsx';
import { TagPicker } from '../highlights/tag-picker.tsx';
import { useSourceLanguage } from '../library/use-source-language.ts';
import { tagsOf } from '../state/session-state.ts';

/** Which part of the bar is open below its buttons. */
export type BarPanel = 'buttons' | 'tags' | 'note' | 'elsewhere';

interface SelectionBarProps {
  /** The statement that the passage is in, and the passage. */
  readonly statement: string;
  readonly passage: Passage;
  /** The highlight that is worked on; `null` for a passage that is only selected. */
  readonly highlight: PlacedHighlight | null;
  /** All highlights at this place, where there are several. */
  readonly here: readonly PlacedHighlight[];
  readonly tags: readonly Tag[];
  readonly panel: BarPanel;
  readonly onPanel: (panel: BarPanel) => void;
  readonly onTag: (path: string) => void;
  readonly onNote: (draft: NoteDraft) => void;
  readonly onCite: () => void;
  readonly onDelete: () => void;
  readonly onChoose: (id: string) => void;
  /** Uses the selected passage for the highlight in review; `null` where none is. */
  readonly onUse: (() => void) | null;
  /** Puts right what the program takes the passage's paragraphs for; `null` where that cannot be. */
  readonly onStructure: (() => void) | null;
  readonly onClose: () => void;
  /** The bar stays inside this element where it can. */
  readonly boundary: Element | null;
  /** Where the passage is on the screen now. */
  readonly anchor: () => { readonly getBoundingClientRect: () => DOMRect } | null;
}

/** Tags that have a button of their own in the bar; the others are under More. */
const buttonsInBar = 3;

/** The key of a button; nothing where it has none. */
function Key({ name }: { readonly name: string | undefined }): ReactNode {
  return name === undefined ? null : (
    <span className="key" aria-hidden="true">
      {name}
    </span>
  );
}

/** The highlights at one place, to choose from: overlapping ones are all reachable. */
function HereList({
  here,
  highlight,
  tags,
  onChoose,
}: Pick<SelectionBarProps, 'here' | 'highlight' | 'tags' | 'onChoose'>): ReactNode {
  const { t } = useLingui();
  const languageOf = useSourceLanguage();
  return (
    <fieldset className="here-list" aria-label={t`Highlights here`}>
      {here.map((other) => (
        <button
          key={other.id}
          type="button"
          className="here-item"
          aria-pressed={other.id === highlight?.id}
          onClick={() => onChoose(other.id)}
        >
          <span className="here-quote" {...languageOf(other.statement)}>
            {other.selector.quote}
          </span>
          {tagsOf(other, tags).map((tag) => (
            <TagChip key={tag.id} tag={tag} />
          ))}
        </button>
      ))}
    </fieldset>
  );
}

/** The small bar at a selected passage or a highlight: tags, another tag, a note, copy with citation, delete. */
export function SelectionBar(props: SelectionBarProps): ReactNode {
  const {
    statement,
    passage,
    highlight,
    here,
    tags,
    panel,
    onPanel,
    onTag,
    onNote,
    onCite,
    onDelete,
    onChoose,
    onUse,
    onStructure,
    onClose,
    boundary,
    anchor,
  } = props;
  const { t } = useLingui();
  const { areOn: hasPlainKeys } = usePlainKeys();
  const plain = (key: string): string | undefined => (hasPlainKeys ? key : undefined);
  const digitOf = ({ shortcut }: Tag): string | undefined => (shortcut === null ? undefined : plain(String(shortcut)));
  const on = highlight?.tags ?? [];
  const inBar = [...tags.slice(0, buttonsInBar), ...tags.slice(buttonsInBar).filter(({ id }) => on.includes(id))];
  const [bar, setBar] = useState<HTMLElement | null>(null);
  return (
    <Popover.Root open onOpenChange={(isOpen) => !isOpen && onClose()} modal={false}>
      <Popover.Portal>
        <Popover.Positioner
          className="bar-positioner"
          anchor={anchor}
          side="bottom"
          align="start"
          sideOffset={10}
          collisionPadding={8}
          {...(boundary && { collisionBoundary: boundary })}
        >
          <Popover.Popup
            ref={setBar}
            className="bar selection-bar"
            initialFocus={false}
            finalFocus={false}
            aria-label={highlight ? t`Highlight` : t`Selected passage`}
            data-keys="window"
            data-testid="selection-bar"
          >
            {here.length > 1 ? <HereList here={here} highlight={highlight} tags={tags} onChoose={onChoose} /> : null}
            {onUse && !highlight ? (
              <button type="button" className="button primary wide" onClick={onUse}>
                <Trans>Use this passage for the highlight in review</Trans>
              </button>
            ) : null}
            <Toolbar.Root className="bar-buttons" aria-label={t`What to do with this passage`}>
              <Toolbar.Group className="bar-group">
                {inBar.map((tag) => (
                  <Toolbar.Button
                    key={tag.id}
                    className="bar-button"
                    data-colour={tag.colour}
                    aria-pressed={on.includes(tag.id)}
                    aria-keyshortcuts={digitOf(tag)}
                    onClick={() => onTag(pathOf(tags, tag.id) ?? tag.name)}
                  >
                    <TagDot tag={tag} />
                    {tag.name}
                    <Key name={digitOf(tag)} />
                  </Toolbar.Button>
                ))}
                <Toolbar.Button
                  className="bar-button"
                  aria-expanded={panel === 'tags'}
                  aria-keyshortcuts={plain('T')}
                  onClick={() => onPanel(panel === 'tags' ? 'buttons' : 'tags')}
                >
                  <Trans>More</Trans> <Key name={plain('T')} />
                </Toolbar.Button>
              </Toolbar.Group>
              <Toolbar.Group className="bar-group">
                <Toolbar.Button
                  className="bar-button"
                  aria-expanded={panel === 'note'}
                  aria-keyshortcuts={plain('N')}
                  onClick={() => onPanel(panel === 'note' ? 'buttons' : 'note')}
                >
                  <Trans>Note</Trans> <Key name={plain('N')} />
                </Toolbar.Button>
                <Toolbar.Button className="bar-button" aria-keyshortcuts={plain('C')} onClick={onCite}>
                  <Trans>Copy with citation</Trans> <Key name={plain('C')} />
                </Toolbar.Button>
                <Toolbar.Button
                  className="bar-button"
                  aria-expanded={panel === 'elsewhere'}
                  aria-keyshortcuts={plain('E')}
                  onClick={() => onPanel(panel === 'elsewhere' ? 'buttons' : 'elsewhere')}
                >
                  <Trans>Said elsewhere</Trans> <Key name={plain('E')} />
                </Toolbar.Button>
                {onStructure ? (
                  <Toolbar.Button className="bar-button" onClick={onStructure}>
                    <Trans>This is…</Trans>
                  </Toolbar.Button>
                ) : null}
                {highlight ? (
                  <Toolbar.Button
                    className="bar-button"
                    aria-label={t`Delete`}
                    title={t`Delete`}
                    aria-keyshortcuts="Delete"
                    onClick={onDelete}
                  >
                    <svg viewBox="0 0 16 16" aria-hidden="true">
                      <path d="M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.6 9h6.8l.6-9M6.8 7v4M9.2 7v4" />
                    </svg>
                    <Key name={t`Del`} />
                  </Toolbar.Button>
                ) : null}
              </Toolbar.Group>
            </Toolbar.Root>
            {panel === 'tags' && bar ? (
              <TagPicker tags={tags} chosen={on} onPick={onTag} onCancel={() => onPanel('buttons')} />
            ) : null}
            {panel === 'note' ? (
              <NoteEditor
                note={highlight?.note ?? ''}
                isNotePrivate={highlight?.isNotePrivate ?? false}
                onKeep={onNote}
                onClose={() => onPanel('buttons')}
              />
            ) : null}
            {panel === 'elsewhere' ? (
              <ElsewherePanel statement={statement} passage={passage} onClose={() => onPanel('buttons')} />
            ) : null}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
