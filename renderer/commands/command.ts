import type { Keys } from './keys.ts';

/** The groups of the palette and of the sheet of keys, in their order. */
export const commandGroups = ['go', 'read', 'highlight', 'library', 'excerpts', 'window', 'help'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** Something its user can do by name or by key. */
export interface Command {
  /** Unique among what is registered, as `go.back`. */
  readonly id: string;
  /** What it does, in the interface's language. */
  readonly name: string;
  /** What else may be typed for it, with spaces between the words; it is nowhere shown. */
  readonly words?: string;
  readonly group: CommandGroup;
  /** The keys that do it, the one to be shown first; empty where there are none. */
  readonly keys: readonly Keys[];
  /** Whether the keys work while text is typed, in a field; a key without Ctrl or Alt cannot. */
  readonly isForTyping?: boolean;
  /** `false` where there is nothing to do at present: then it is not offered, and its keys do nothing. */
  readonly isAvailable?: boolean;
  readonly run: () => void;
}
