import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { Command } from './command.ts';
import { type CommandId, commandKeys, groupOf, isForTyping, keysOf } from './command-keys.ts';
import { isMac } from './is-mac.ts';

/** What there is to know of a command whether it can be done at present or not: all but what it does. */
export type KnownCommand = Omit<Command, 'run' | 'isAvailable'>;

/** The commands of the window, by id, named in the interface's language. */
export function useKnownCommands(): Readonly<Record<CommandId, KnownCommand>> {
  const { t } = useLingui();
  return useMemo(() => {
    const names: Readonly<Record<CommandId, string>> = {
      'go.palette': t`Find a command, statement, tag or dossier`,
      'go.search': t`Search everything`,
      'go.back': t`Back`,
      'go.forward': t`Forward`,
      'go.library': t`Show the library`,
      'go.excerpts': t`Show the excerpts`,
      'go.dossiers': t`Show the dossiers`,
      'go.insight': t`Show the figures`,
      'go.codebook': t`Show the codebook`,
      'go.history': t`Show the history`,
      'go.next-statement': t`Next statement`,
      'go.previous-statement': t`Previous statement`,
      'read.find': t`Find in this statement`,
      'read.find-next': t`Next match`,
      'read.find-previous': t`Previous match`,
      'read.caret': t`Put a caret into the text, or take it away`,
      'read.larger': t`Larger text`,
      'read.smaller': t`Smaller text`,
      'read.settings': t`Reading settings`,
      'read.spellings': t`Find other spellings of names, or only the one typed`,
      'highlight.next': t`Next highlight`,
      'highlight.previous': t`Previous highlight`,
      'highlight.undo': t`Undo`,
      'highlight.redo': t`Redo`,
      'excerpts.export': t`Export`,
      'window.library': t`Show or hide the library pane`,
      'window.highlights': t`Show or hide the highlights pane`,
      'window.theme-system': t`Colours as the system`,
      'window.theme-light': t`Light colours`,
      'window.theme-dark': t`Dark colours`,
      'window.theme-contrast-light': t`High contrast, light`,
      'window.theme-contrast-dark': t`High contrast, dark`,
      'window.messages': t`Go to the messages`,
      'help.keys': t`Keys`,
      'help.search': t`How to search`,
      'help.tour': t`Show the tour`,
    };
    const known = Object.keys(commandKeys).map((key) => {
      // The keys of an object that is written out are its type's.
      const id = key as CommandId;
      const command: KnownCommand = {
        id,
        name: names[id],
        group: groupOf(id),
        keys: keysOf(id, isMac()),
        isForTyping: isForTyping(id),
      };
      return [id, command];
    });
    // One entry is made for each id.
    return Object.fromEntries(known) as Record<CommandId, KnownCommand>;
  }, [t]);
}
