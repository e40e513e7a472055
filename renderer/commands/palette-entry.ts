import type { Tag } from '../../core/tags/tag.ts';
import type { Keys } from './keys.ts';
import type { Findable } from './rank-entries.ts';

/** What can be found in the palette, in the order of its groups. */
export const entryKinds = ['command', 'statement', 'tag', 'dossier', 'search', 'everything'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** One thing that the palette finds, and what choosing it does. Its id names its kind too: `statement:…`. */
export interface PaletteEntry extends Findable {
  readonly kind: EntryKind;
  /** The keys that do the same; `null` where there are none. */
  readonly keys: Keys | null;
  /** The tag whose colour stands beside it. */
  readonly tag: Tag | null;
  readonly run: () => void;
}
