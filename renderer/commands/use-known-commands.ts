import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import type { Command } from './command.ts';
import { type CommandId, commandKeys, groupOf, isForTyping, keysOf } from './command-keys.ts';
import { wordCommands } from './command-words.ts';
import { isMac } from './is-mac.ts';

/** What there is to know of a command whether it can be done at present or not: all but what it does. */
export type KnownCommand = Omit<Command, 'run' | 'isAvailable'>;

/** The commands of the window, by id, named in the interface's language. */
export function useKnownCommands(): Readonly<Record<CommandId, KnownCommand>> {
  const { _: translate } = useLingui();
  return useMemo(() => {
    const worded = wordCommands((message) => translate(message));
    const known = Object.keys(commandKeys).map((key) => {
      // The keys of an object that is written out are its type's.
      const id = key as CommandId;
      const command: KnownCommand = {
        id,
        ...worded[id],
        group: groupOf(id),
        keys: keysOf(id, isMac(), window.attest !== undefined),
        isForTyping: isForTyping(id),
      };
      return [id, command];
    });
    // One entry is made for each id.
    return Object.fromEntries(known) as Record<CommandId, KnownCommand>;
  }, [translate]);
}
