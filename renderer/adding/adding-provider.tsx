import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useCommands } from '../commands/use-commands.tsx';
import { useKnownCommands } from '../commands/use-known-commands.ts';
import { isTypingIn } from '../controls/is-typing.ts';
import { useFileDrops } from '../controls/use-file-drops.ts';
import { useNotify } from '../controls/use-notify.ts';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { DropVeil } from './drop-veil.tsx';
import { gatherDropped, listDropped } from './gather-dropped.ts';
import { givenFiles } from './given-file.ts';
import { isWorkFile } from './is-work-file.ts';
import { NewVersionDialog } from './new-version-dialog.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { type PastedText, readPasted } from './pasted-text.ts';
import { AddingContext, type AddingTools } from './use-adding.ts';
import { useAddingJob } from './use-adding-job.ts';
import { useAddingNews } from './use-adding-news.ts';

/** Takes the files of an input, so that the same ones can be chosen again. */
function takeFiles(target: HTMLInputElement): File[] {
  const files = [...(target.files ?? [])];
  target.value = '';
  return files;
}

/** Holds the adding above the views, with every way in: dialogs, commands, what is dropped and what is pasted. */
export function AddingProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { session } = useAttest();
  const { here, show } = useNavigation();
  const { t } = useLingui();
  const notify = useNotify();
  const job = useAddingJob();
  const { adding, isBusy, choose, give } = job;
  const [pasted, setPasted] = useState<PastedText | null>(null);
  const [versionOf, setVersionOf] = useState<string | null>(null);
  const [isPanelAsked, setPanelAsked] = useState(false);
  const rereading = useRef<string | null>(null);
  const filesField = useRef<HTMLInputElement>(null);
  const folderField = useRef<HTMLInputElement>(null);
  const hasDialog = session.host !== 'browser';
  const closeVersion = useCallback(() => setVersionOf(null), []);
  const showPanel = useCallback(() => {
    setPanelAsked(true);
    show('catalogue');
  }, [show]);
  const takeBack = useAddingNews(adding, showPanel);

  const chooseFiles = useCallback(() => {
    if (hasDialog) void choose('files', null);
    else filesField.current?.click();
  }, [hasDialog, choose]);
  const chooseFolder = useCallback(() => {
    if (hasDialog) void choose('folder', null);
    else folderField.current?.click();
  }, [hasDialog, choose]);
  const pasteText = useCallback(() => setPasted({ text: '', html: null }), []);
  const giveDropped = useCallback<AddingTools['giveDropped']>(
    async (dropped, newVersionOf) => {
      const work = dropped.find(({ name }) => isWorkFile(name));
      const others = dropped.filter(({ name }) => !isWorkFile(name));
      if (work) {
        const { name } = work;
        notify.done(t`${name} holds work and no statement. Work is imported under Exchange.`, undefined, {
          label: t`Show the exchange`,
          run: () => show('exchange'),
        });
      }
      if (others.length === 0) return;
      const { files, unread } = await gatherDropped(others);
      await give(files, newVersionOf, unread);
    },
    [give, notify, show, t],
  );
  const takeDrop = useCallback((dropped: DataTransfer) => void giveDropped(listDropped(dropped), null), [giveDropped]);
  // The exchange takes what is dropped on it for itself.
  const isOver = useFileDrops(here.view === 'exchange' ? null : takeDrop);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const { clipboardData } = event;
      const isTaken = event.defaultPrevented || document.querySelector('.dialog') !== null;
      if (!clipboardData || isTaken || isTypingIn(event.target)) return;
      const words = readPasted(clipboardData);
      const files = listDropped(clipboardData);
      // A program that copies words with their looks often adds a picture of them; one that copies files adds their names.
      if (words && (words.html !== null || files.length === 0)) setPasted(words);
      else if (files.length > 0) void giveDropped(files, null);
      else return;
      event.preventDefault();
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [giveDropped]);

  const known = useKnownCommands();
  useCommands([
    { ...known['library.add-files'], isAvailable: !isBusy, run: chooseFiles },
    { ...known['library.add-folder'], isAvailable: !isBusy, run: chooseFolder },
    { ...known['library.paste'], isAvailable: !isBusy, run: pasteText },
  ]);
  const tools = useMemo<AddingTools>(
    () => ({
      ...job,
      chooseFiles,
      chooseFolder,
      pasteText,
      giveDropped,
      askForVersion: setVersionOf,
      showPanel,
      isPanelAsked,
      settlePanel: () => setPanelAsked(false),
      takeBack,
      rereading,
    }),
    [job, chooseFiles, chooseFolder, pasteText, giveDropped, showPanel, isPanelAsked, takeBack],
  );
  return (
    <AddingContext value={tools}>
      {children}
      <DropVeil isOver={isOver} />
      <PasteDialog pasted={pasted} onPasted={setPasted} />
      <NewVersionDialog statement={versionOf} onClose={closeVersion} />
      <input
        ref={filesField}
        type="file"
        multiple
        hidden
        data-testid="add-files"
        onChange={({ target }) => {
          const files = takeFiles(target);
          if (files.length > 0) void give(givenFiles(files), null);
        }}
      />
      <input
        ref={(field) => {
          folderField.current = field;
          if (field) field.webkitdirectory = true;
        }}
        type="file"
        hidden
        data-testid="add-folder"
        onChange={({ target }) => void give(givenFiles(takeFiles(target)), null)}
      />
    </AddingContext>
  );
}
