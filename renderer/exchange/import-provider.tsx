import { useLingui } from '@lingui/react/macro';
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react';
import type { ImportRule } from '../../core/exchange/exchange-shapes.ts';
import { useCommands } from '../commands/use-commands.tsx';
import { useKnownCommands } from '../commands/use-known-commands.ts';
import { useAnnounce } from '../controls/announcer.tsx';
import { useNotify } from '../controls/use-notify.ts';
import { useChangeWords } from '../history/use-change-words.ts';
import { useUndo } from '../history/use-undo.ts';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { applyImportEvent, type ImportEvent, type ImportState, isTakenBack, noImport } from './import-state.ts';
import { useFileReading } from './use-file-reading.ts';
import { useTakingNews } from './use-taking-news.ts';

/** The import that is open, and what can be done with it. */
export interface Importing extends ImportState {
  /** Whether a file can be dropped on the reader: on the desktop its bytes cannot be sent. */
  readonly takesDrops: boolean;
  /** Has its user choose a file, and reads it. */
  readonly choose: () => void;
  /** Reads files that were dropped; only one at a time is taken. */
  readonly drop: (files: readonly File[]) => void;
  /** Gives up the file that is being read. */
  readonly cancel: () => void;
  readonly setRule: (rule: ImportRule) => void;
  readonly setChoice: (key: string, rule: ImportRule) => void;
  readonly forgetChoices: () => void;
  readonly showFrom: (from: number) => void;
  /** Remembers the item whose place is looked at. */
  readonly lookAt: (key: string) => void;
  /** They are back at it. */
  readonly forgetLook: () => void;
  /** Whether something is shown for the first time, so that it takes the focus; asked once for each. */
  readonly isNews: (what: string) => boolean;
  /** Takes what is open into the workspace, in one step, and offers to undo it. */
  readonly take: () => Promise<void>;
  /** Gives up what is being taken, which can be looked at and taken again. */
  readonly giveUp: () => void;
  /** Forgets what is open; what was taken stays. */
  readonly close: () => void;
  /** Counts how often its user asked for the export: a new number asks for the focus. */
  readonly exportAsked: number;
  /** The export has the focus: it is not asked for any more. */
  readonly settleExport: () => void;
}

const ImportContext = createContext<Importing | null>(null);

/** The import. Only inside `ImportProvider`. */
export function useImporting(): Importing {
  const importing = use(ImportContext);
  if (!importing) throw new Error('useImporting needs an ImportProvider around it');
  return importing;
}

/** Holds the import above the views, so that a look at a passage in its statement does not end it. */
export function ImportProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { session, call, subscribe } = useAttest();
  const { show } = useNavigation();
  const { t } = useLingui();
  const notify = useNotify();
  const announce = useAnnounce();
  const { offer } = useUndo();
  const wordChange = useChangeWords();
  const [state, dispatch] = useReducer(applyImportEvent, noImport);
  const [exportAsked, setExportAsked] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const open = useRef(state.open);
  open.current = state.open;
  // What is being taken stays in sight until it is done.
  const isBusy = state.reading !== null || state.open?.stage === 'taking';
  const takesDrops = session.host === 'browser';

  const { read, cancel } = useFileReading(dispatch, state.open?.summary.token);
  const choose = useCallback(() => {
    if (isBusy) return;
    if (takesDrops) field.current?.click();
    else void read(null);
  }, [takesDrops, isBusy, read]);
  const drop = useCallback(
    (files: readonly File[]) => {
      const [file, ...others] = files;
      if (!file || isBusy) return;
      if (others.length > 0) notify.fault({ code: 'invalid', message: t`Only one file is read at a time: drop one.` });
      else void read(file);
    },
    [read, isBusy, notify, t],
  );
  const setChoice = useCallback((key: string, rule: ImportRule) => dispatch({ type: 'choice', key, rule }), []);
  const lookAt = useCallback((key: string) => dispatch({ type: 'look', key }), []);
  const forgetLook = useCallback(() => dispatch({ type: 'look', key: null }), []);
  const told = useRef('');
  const isNews = useCallback((what: string) => {
    const isNew = told.current !== what;
    told.current = what;
    return isNew;
  }, []);
  const { revision: last } = session;
  const take = useCallback(async (): Promise<void> => {
    const current = open.current;
    if (current?.stage !== 'review') return;
    dispatch({ type: 'stage', stage: 'taking' });
    const { summary, rule, choices } = current;
    // A file that the system had Attest open meanwhile may stand in its place.
    const settle = (event: ImportEvent): void => {
      if (open.current?.summary.token === summary.token) dispatch(event);
    };
    const applied = await call('applyImport', { token: summary.token, rule, choices: { ...choices } });
    if (!applied.ok) {
      notify.fault(applied.fault);
      settle({ type: 'stage', stage: 'review' });
      return;
    }
    if (applied.value.outcome === 'cancelled') {
      settle({ type: 'stage', stage: 'review' });
      announce(t`Cancelled: nothing was changed.`);
      return;
    }
    if (applied.value.revision === last) {
      settle({ type: 'stage', stage: 'unchanged' });
      announce(t`Nothing was different, so nothing was changed.`);
      return;
    }
    settle({ type: 'taken', revision: applied.value.revision });
    offer(`${wordChange(applied.value.summary)}.`, applied.value.revision);
  }, [call, last, notify, announce, offer, wordChange, t]);
  const giveUp = useCallback(() => {
    const current = open.current;
    if (!current?.taking || current.taking.isEnding) return;
    dispatch({ type: 'giving-up' });
    void call('dropImport', { token: current.summary.token, staysOpen: true });
  }, [call]);
  const close = useCallback(() => {
    const token = open.current?.summary.token;
    if (token !== undefined) void call('dropImport', { token });
    dispatch({ type: 'close' });
  }, [call]);
  useTakingNews(state.open?.taking ?? null);
  const isBack = isTakenBack(state, session);
  useEffect(() => {
    if (isBack) dispatch({ type: 'stage', stage: 'review' });
  }, [isBack]);

  const readOffered = useRef((): void => undefined);
  readOffered.current = () => {
    show('exchange');
    void read(null);
  };
  useEffect(() => {
    // What the system had Attest open before the reader was there, and while it is.
    void call('readOffered', {}).then((offered) => {
      if (offered.ok && offered.value.name !== null) readOffered.current();
    });
    return subscribe((event) => {
      if (event.type === 'file-offered') readOffered.current();
      if (event.type === 'import-progress') {
        const { token, done, total, secondsLeft } = event;
        dispatch({ type: 'progress', token, done, total, secondsLeft });
      }
    });
  }, [call, subscribe]);

  const known = useKnownCommands();
  useCommands([
    {
      ...known['excerpts.import-work'],
      isAvailable: !isBusy,
      run: () => {
        show('exchange');
        choose();
      },
    },
    {
      ...known['excerpts.export-work'],
      run: () => {
        show('exchange');
        setExportAsked((count) => count + 1);
      },
    },
  ]);
  const importing = useMemo<Importing>(
    () => ({
      ...state,
      takesDrops,
      choose,
      drop,
      cancel,
      setRule: (rule) => dispatch({ type: 'rule', rule }),
      setChoice,
      forgetChoices: () => dispatch({ type: 'forget-choices' }),
      showFrom: (from) => dispatch({ type: 'page', from }),
      lookAt,
      forgetLook,
      isNews,
      take,
      giveUp,
      close,
      exportAsked,
      settleExport: () => setExportAsked(0),
    }),
    [state, takesDrops, choose, drop, cancel, setChoice, lookAt, forgetLook, isNews, take, giveUp, close, exportAsked],
  );
  return (
    <ImportContext value={importing}>
      {children}
      <input
        ref={field}
        type="file"
        hidden
        data-testid="import-file"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file can be chosen again, after it has been changed.
          target.value = '';
          if (file) void read(file);
        }}
      />
    </ImportContext>
  );
}
