import { useLingui } from '@lingui/react/macro';
import { type Dispatch, useCallback, useEffect, useRef } from 'react';
import { useNotify } from '../controls/use-notify.ts';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { useAttest } from '../state/use-attest.tsx';
import type { ImportEvent } from './import-state.ts';
import { uploadFile } from './upload-file.ts';

/** Reading the files of an import, one at a time. */
export interface FileReading {
  /** Reads a file, or with `null` the one that the host has its user choose; nothing happens while another is being read. */
  readonly read: (file: File | null) => Promise<void>;
  /** Gives up the file that is being read. */
  readonly cancel: () => void;
}

/** Reads files, says by `dispatch` how that goes, and drops the import `openToken` when another one is there. */
export function useFileReading(dispatch: Dispatch<ImportEvent>, openToken: string | undefined): FileReading {
  const { call } = useAttest();
  const { here } = useNavigation();
  const { t } = useLingui();
  const notify = useNotify();
  const reading = useRef<AbortController | null>(null);
  const latest = useRef({ openToken, view: here.view });
  latest.current = { openToken, view: here.view };
  useEffect(() => () => reading.current?.abort(), []);

  const read = useCallback(
    async (file: File | null): Promise<void> => {
      if (reading.current) return;
      const ending = new AbortController();
      reading.current = ending;
      dispatch({ type: 'reading', fileName: file?.name ?? null });
      const stop = (): void => {
        reading.current = null;
        dispatch({ type: 'stopped' });
      };
      const sent = file ? await uploadFile(file, ending.signal) : null;
      if (ending.signal.aborted || (sent && !sent.ok)) {
        if (sent && !sent.ok && !ending.signal.aborted) notify.fault(sent.fault);
        stop();
        return;
      }
      const answer = await call('readImport', { upload: sent?.value.upload ?? null });
      if (!answer.ok) notify.fault(answer.fault);
      if (!answer.ok || answer.value.outcome === 'cancelled') {
        stop();
        return;
      }
      const { outcome: _, ...summary } = answer.value;
      if (ending.signal.aborted) {
        stop();
        void call('dropImport', { token: summary.token });
        return;
      }
      reading.current = null;
      const { openToken: earlier, view } = latest.current;
      if (earlier !== undefined) void call('dropImport', { token: earlier });
      dispatch({ type: 'read', summary });
      // Whoever reads on meanwhile is told; in the view itself the focus goes to what was read.
      if (view !== 'exchange') notify.done(t`${summary.fileName} has been read: look at it under Exchange.`);
    },
    [call, dispatch, notify, t],
  );
  const cancel = useCallback(() => {
    if (!reading.current) return;
    dispatch({ type: 'ending' });
    reading.current.abort();
    void call('dropImport', { token: null });
  }, [call, dispatch]);
  return { read, cancel };
}
