/**
 * The sizes that can be changed: the widths of the library, of the highlights (under the text, their height), of a
 * statement that is open beside another, and of a statement's pages.
 */
export type PaneSize = 'libraryWidth' | 'highlightsWidth' | 'highlightsHeight' | 'besideWidth' | 'pagesWidth';

/** What there is beside the text, as its user has arranged it on this device. */
export interface Panes {
  /** Pixels; `null` for what the style sheet gives a window of this size. */
  readonly sizes: Readonly<Record<PaneSize, number | null>>;
  readonly isLibraryHidden: boolean;
  readonly areHighlightsHidden: boolean;
  /** Whether the pages of a statement are beside its text, where it has any. */
  readonly arePagesShown: boolean;
}

/** The smallest and the largest size of a pane in pixels; the window may leave it less. */
export const paneLimits: Readonly<Record<PaneSize, { readonly min: number; readonly max: number }>> = {
  libraryWidth: { min: 176, max: 560 },
  highlightsWidth: { min: 208, max: 720 },
  highlightsHeight: { min: 120, max: 640 },
  besideWidth: { min: 280, max: 2000 },
  pagesWidth: { min: 200, max: 2000 },
};

/** The panes as they are before anybody has moved them. */
export const defaultPanes: Panes = {
  sizes: { libraryWidth: null, highlightsWidth: null, highlightsHeight: null, besideWidth: null, pagesWidth: null },
  isLibraryHidden: false,
  areHighlightsHidden: false,
  arePagesShown: false,
};

/** A size in whole pixels and within the pane's limits. */
export function limitPane(pane: PaneSize, px: number): number {
  const { min, max } = paneLimits[pane];
  return Math.round(Math.min(max, Math.max(min, px)));
}

/** The panes that `kept` holds, whatever it is: what makes no sense is as before anybody has moved it. */
export function parsePanes(kept: unknown): Panes {
  const fieldsOf = (value: unknown): Partial<Record<string, unknown>> =>
    typeof value === 'object' && value !== null ? { ...value } : {};
  const fields = fieldsOf(kept);
  const sizes = fieldsOf(fields['sizes']);
  const sizeOf = (pane: PaneSize): number | null => {
    const px = sizes[pane];
    return typeof px === 'number' && Number.isFinite(px) ? limitPane(pane, px) : null;
  };
  return {
    sizes: {
      libraryWidth: sizeOf('libraryWidth'),
      highlightsWidth: sizeOf('highlightsWidth'),
      highlightsHeight: sizeOf('highlightsHeight'),
      besideWidth: sizeOf('besideWidth'),
      pagesWidth: sizeOf('pagesWidth'),
    },
    isLibraryHidden: fields['isLibraryHidden'] === true,
    areHighlightsHidden: fields['areHighlightsHidden'] === true,
    arePagesShown: fields['arePagesShown'] === true,
  };
}
