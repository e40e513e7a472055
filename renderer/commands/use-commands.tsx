import { useLingui } from '@lingui/react';
import { createContext, type ReactNode, use, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { keepOnDevice, readFromDevice } from '../settings/device-storage.ts';
import type { Command } from './command.ts';
import { isMac } from './is-mac.ts';
import { listenToKeys, type TakeKey } from './key-listener.ts';

/** Where this device remembers that keys that are a character alone are off. */
const plainKeysKey = 'attest.plain-keys';

/** The commands of what is on the screen at present. */
interface Registry {
  /** Puts the commands of one owner in place of those it had. */
  readonly put: (owner: string, commands: readonly Command[]) => void;
  readonly take: (owner: string, take: TakeKey) => void;
  readonly remove: (owner: string) => void;
  /** All commands, those of the owner that came last first, each id once. */
  readonly list: () => readonly Command[];
  readonly takers: () => Iterable<TakeKey>;
  readonly plainKeys: PlainKeys;
}

/** Whether keys that are a character alone, as `?`, are on: speech input and unsure hands press them without meaning it. */
export interface PlainKeys {
  readonly areOn: boolean;
  readonly turn: (areOn: boolean) => void;
}

const RegistryContext = createContext<Registry | null>(null);

function openRegistry(): Omit<Registry, 'plainKeys'> {
  const byOwner = new Map<string, readonly Command[]>();
  const takers = new Map<string, TakeKey>();
  return {
    put: (owner, commands) => {
      byOwner.set(owner, commands);
    },
    take: (owner, take) => {
      takers.set(owner, take);
    },
    remove: (owner) => {
      byOwner.delete(owner);
      takers.delete(owner);
    },
    list: () => {
      const all = [...byOwner.values()].reverse().flat();
      // Of two readers side by side one is worked in: what it offers stands for both.
      const able = all.filter(({ isAvailable }) => isAvailable !== false);
      const ids = new Set<string>();
      return [...able, ...all].filter(({ id }) => !ids.has(id) && ids.add(id));
    },
    takers: () => takers.values(),
  };
}

/** Holds the commands and listens for their keys, once for the whole window. */
export function CommandsProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [own] = useState(openRegistry);
  const [areOn, setOn] = useState(() => readFromDevice(plainKeysKey) !== 'off');
  const latest = useRef(areOn);
  latest.current = areOn;
  const turn = useCallback((next: boolean) => {
    keepOnDevice(plainKeysKey, next ? 'on' : 'off');
    setOn(next);
  }, []);
  const { _: translate } = useLingui();
  const [namings, setNamings] = useState(0);
  // After the commands have been named anew, by the same change of context: whoever lists them looks again. The locale of
  // `i18n` itself would not do, since it is another one before anybody has rendered with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another way to translate is another naming
  useEffect(() => setNamings((count) => count + 1), [translate]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is another one after another naming
  const registry = useMemo(
    () => ({ ...own, list: () => own.list(), plainKeys: { areOn, turn } }),
    [own, areOn, turn, namings],
  );
  useEffect(() => {
    const { onCapture, onBubble } = listenToKeys({
      takers: own.takers,
      commands: own.list,
      isMac: isMac(),
      hasPlainKeys: () => latest.current,
    });
    document.addEventListener('keydown', onCapture, { capture: true });
    document.addEventListener('keydown', onBubble);
    return () => {
      document.removeEventListener('keydown', onCapture, { capture: true });
      document.removeEventListener('keydown', onBubble);
    };
  }, [own]);
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

function useRegistry(): Registry {
  const registry = use(RegistryContext);
  if (!registry) throw new Error('Commands need a CommandsProvider above them');
  return registry;
}

/** Registers commands for as long as the component is on the screen. */
export function useCommands(commands: readonly Command[]): void {
  const { put, remove } = useRegistry();
  const owner = useId();
  // At every render: what a command does may have changed with it.
  useEffect(() => put(owner, commands));
  useEffect(() => () => remove(owner), [remove, owner]);
}

/** Has `take` asked about every key press before the commands are, for as long as the component is on the screen. */
export function useKeyTaker(take: TakeKey): void {
  const registry = useRegistry();
  const owner = useId();
  useEffect(() => registry.take(owner, take));
  useEffect(() => () => registry.remove(owner), [registry.remove, owner]);
}

/** The commands of what is on the screen, to be asked for when they are to be shown. */
export function useCommandList(): () => readonly Command[] {
  return useRegistry().list;
}

/** Runs a command by its id; nothing happens where it is not on the screen or has nothing to do. */
export function useRunCommand(): (id: string) => void {
  const { list } = useRegistry();
  return useCallback(
    (id) => {
      const command = list().find((candidate) => candidate.id === id);
      if (command && command.isAvailable !== false) command.run();
    },
    [list],
  );
}

/** Whether keys that are a character alone are on, and the way to turn them. */
export function usePlainKeys(): PlainKeys {
  return useRegistry().plainKeys;
}
