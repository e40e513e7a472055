import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import type { AddedLine, Adding } from '../../core/statements/adding.ts';
import { titleOf } from '../../core/statements/statement.ts';
import { useAnnounce } from '../controls/announcer.tsx';
import { type UndoOffer, useNotify, type Way } from '../controls/use-notify.ts';
import { useSentence } from '../controls/use-sentence.ts';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { toldPart } from './told-part.ts';
import { useAddingWords } from './use-adding-words.ts';
import { useTakeBack } from './use-take-back.ts';
import { useVersionWords } from './use-version-words.ts';

/**
 * Tells how the adding goes on: a screen reader at the start and after each quarter, and everybody at the end, with the way to what
 * was added, and to take it back. Where the report is in sight, it says all that itself: then the message goes, and what it offered to
 * take back is what this gives, for the report to offer; `null` where there is nothing.
 */
export function useAddingNews(adding: Adding | null, showPanel: () => void): UndoOffer | null {
  const { session, call } = useAttest();
  const { here, openStatement } = useNavigation();
  const { t } = useLingui();
  const announce = useAnnounce();
  const notify = useNotify();
  const tell = useSentence();
  const words = useAddingWords();
  const wordVersion = useVersionWords();
  const offerBack = useTakeBack();
  const [back, setBack] = useState<{ readonly job: string; readonly undo: UndoOffer } | null>(null);
  const closeTold = useRef<() => void>(undefined);
  const { state } = adding ?? {};
  const isReportInSight = here.view === 'catalogue';

  /** What became of the only file that there was. */
  const tellOfOne = (line: AddedLine): void => {
    const { name, outcome, statement } = line;
    if (statement === null) {
      const why = line.sentences.map(tell).join(' ');
      notify.fault({ code: 'invalid', message: `${name}: ${why}` });
      return;
    }
    const summary = session.statements.find(({ id }) => id === statement);
    const title = summary ? titleOf(summary) : name;
    const way: Way = { label: t`Open it`, run: () => openStatement(statement) };
    if (outcome === 'known') notify.done(t`This file is in the library already: “${title}”.`, undefined, way);
    else
      notify.done(outcome === 'updated' ? wordVersion(statement, title) : t`“${title}” was added.`, offerBack(1), way);
  };
  const tellEnd = async (over: Adding): Promise<void> => {
    const { added, updated, known, refused } = over.counts;
    if (over.fault) {
      notify.fault(over.fault);
      return;
    }
    if (over.state === 'done' && added + updated + known + refused === 1) {
      const read = await call('readAddedLines', { job: over.job, outcome: null, from: 0 });
      const [line] = read.ok ? read.value.lines : [];
      if (line) {
        latest.current.tellOfOne(line);
        return;
      }
    }
    const counts = words.counts(over.counts).join(', ');
    if (counts === '') return;
    const undo = added === 0 ? undefined : offerBack(added, over.job);
    setBack(undo ? { job: over.job, undo } : null);
    if (isReportInSight) announce(`${counts}.`);
    else closeTold.current = notify.done(`${counts}.`, undo, { label: t`Show the report`, run: showPanel });
  };

  const latest = useRef({ tellOfOne, tellEnd, words, adding });
  latest.current = { tellOfOne, tellEnd, words, adding };
  const before = useRef(adding);
  const job = adding?.job;
  const part = adding ? toldPart(adding) : 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the events between are no news
  useEffect(() => {
    const now = latest.current.adding;
    const last = before.current;
    before.current = now;
    if (!now || now === last) return;
    const isNew = last?.job !== now.job;
    if (now.state === 'running') {
      if (isNew || toldPart(now) !== (last ? toldPart(last) : 0)) announce(latest.current.words.progress(now));
    } else if (isNew || last?.state === 'running') void latest.current.tellEnd(now);
  }, [job, state, part, announce]);
  useEffect(() => {
    if (!isReportInSight) return;
    closeTold.current?.();
    closeTold.current = undefined;
  }, [isReportInSight]);
  return back?.job === job && back?.undo.revision === session.revision ? back.undo : null;
}
