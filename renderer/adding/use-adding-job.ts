import { useLingui } from '@lingui/react/macro';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CallInput } from '../../core/ipc-contract.ts';
import { fail } from '../../core/result.ts';
import { say } from '../../core/sentence.ts';
import type { Adding } from '../../core/statements/adding.ts';
import { useNotify } from '../controls/use-notify.ts';
import { useAttest } from '../state/use-attest.tsx';
import type { GivenFile } from './given-file.ts';
import { cancelled, sendFiles } from './send-files.ts';
import type { UnreadFile } from './unread-file.ts';

/** What is being added, or was last, and the ways to begin, to end and to forget it. */
export interface AddingJob {
  /** As the host tells of it; `null` where there is none. */
  readonly adding: Adding | null;
  /** Whether nothing else can be begun: something is being added or chosen. */
  readonly isBusy: boolean;
  /** What was given last and passed over, since it could not be read. */
  readonly unread: readonly UnreadFile[];
  /** Adds what its user chooses in the host’s dialog. With `versionOf`, as a newer version of that statement. */
  readonly choose: (kind: 'files' | 'folder', versionOf: string | null) => Promise<void>;
  /** Adds files that the reader has, beside those that were passed over before. Ends when all are sent. */
  readonly give: (
    files: readonly GivenFile[],
    versionOf: string | null,
    passed?: readonly UnreadFile[],
  ) => Promise<void>;
  readonly cancel: () => void;
  /** Forgets what was added last, and its report. */
  readonly close: () => void;
}

const busy = fail('invalid', say(/*i18n*/ 'Files are being added already: wait until that is done, or cancel it.'));

/** The adding of files. One at a time: while it is busy, nothing is begun. */
export function useAddingJob(): AddingJob {
  const { session, call } = useAttest();
  const { t } = useLingui();
  const notify = useNotify();
  const { adding } = session;
  const isRunning = adding?.state === 'running';
  const [isBeginning, setBeginning] = useState(false);
  const [unread, setUnread] = useState<readonly UnreadFile[]>([]);
  const sending = useRef<{ readonly job: string; readonly ending: AbortController } | null>(null);
  const latest = useRef({ adding, isBusy: false });
  latest.current = { adding, isBusy: isBeginning || isRunning };

  // A page that goes has nothing more to send: what has arrived is added.
  useEffect(() => {
    if (!isBeginning) return;
    const ask = (event: BeforeUnloadEvent): void => {
      if (sending.current) event.preventDefault();
    };
    const leave = (): void => {
      if (sending.current) void call('endSending', { job: sending.current.job });
    };
    addEventListener('beforeunload', ask);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('beforeunload', ask);
      removeEventListener('pagehide', leave);
    };
  }, [isBeginning, call]);
  // Locked, or opened anew: nobody is there to go on.
  useEffect(() => () => sending.current?.ending.abort(), []);

  const begin = useCallback(
    async (input: Omit<CallInput<'beginAdding'>, 'encoding'>): Promise<string | null> => {
      const begun = await call('beginAdding', { ...input, encoding: null });
      if (begun.ok) return begun.value.outcome === 'begun' ? begun.value.job : null;
      notify.fault(begun.fault);
      return null;
    },
    [call, notify],
  );
  const choose = useCallback<AddingJob['choose']>(
    async (kind, versionOf) => {
      if (latest.current.isBusy) return;
      setBeginning(true);
      if ((await begin({ from: { kind }, versionOf })) !== null) setUnread([]);
      setBeginning(false);
    },
    [begin],
  );
  const give = useCallback<AddingJob['give']>(
    async (files, versionOf, passed = []) => {
      if (latest.current.isBusy) {
        notify.fault(busy.fault);
        return;
      }
      if (files.length === 0) {
        setUnread(passed);
        if (passed.length === 0) notify.fault({ code: 'invalid', message: t`There is no file in this folder.` });
        return;
      }
      setBeginning(true);
      const job = await begin({ from: { kind: 'reader', total: files.length }, versionOf });
      if (job !== null) {
        const ending = new AbortController();
        sending.current = { job, ending };
        setUnread(passed);
        const sent = await sendFiles(call, job, files, ending.signal);
        sending.current = null;
        setUnread([...passed, ...sent.unread]);
        const isOver = ending.signal.aborted || latest.current.adding?.state === 'failed';
        if (sent.fault && !isOver) {
          notify.fault({
            code: sent.fault.code,
            message: t`Not all files were sent. Choose the same ones again: what is there already is passed over.`,
          });
        }
      }
      setBeginning(false);
    },
    [begin, call, notify, t],
  );
  const cancel = useCallback(() => {
    sending.current?.ending.abort(cancelled);
    const job = sending.current?.job ?? latest.current.adding?.job;
    if (job !== undefined) void call('cancelAdding', { job });
  }, [call]);
  const close = useCallback(() => {
    setUnread([]);
    const job = latest.current.adding?.job;
    if (job !== undefined) void call('dropAdding', { job });
  }, [call]);
  const isBusy = isBeginning || isRunning;
  return useMemo(
    () => ({ adding, isBusy, unread, choose, give, cancel, close }),
    [adding, isBusy, unread, choose, give, cancel, close],
  );
}
