import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReportPreview } from '../../core/ipc-contract.ts';
import type { ReportPart } from '../../core/report/report.ts';
import type { ReportRequest } from '../../core/report/report-request.ts';
import type { Fault } from '../../core/result.ts';
import { useSentence } from '../controls/use-sentence.ts';
import { useAttest } from '../state/use-attest.tsx';

/** How many parts are asked for at a time. */
const pageSize = 100;

/** For how long nothing must have been changed before the preview is made anew, in milliseconds. */
const restMs = 200;

interface Loaded {
  /** What the pages belong to: the request and the revision. */
  readonly key: string;
  readonly request: ReportRequest;
  readonly head: ReportPreview;
  /** By page number. */
  readonly pages: ReadonlyMap<number, readonly ReportPart[]>;
}

/** A report as it will be exported, as far as it has been looked at. */
export interface LoadedPreview {
  /** Everything but the parts; `null` until it is there or where it cannot be. */
  readonly head: ReportPreview | null;
  /** A part by its index; `undefined` until it is there. */
  readonly partAt: (index: number) => ReportPart | undefined;
  /** Asks for the parts from `first` to `last`. */
  readonly want: (first: number, last: number) => void;
  /** The index of the part that is the excerpt of this number; `null` where it is none. */
  readonly findExcerpt: (number: number) => Promise<number | null>;
  /** What is shown is not yet what was asked for last. */
  readonly isBusy: boolean;
  /** Why there is nothing to show, as a sentence. */
  readonly fault: string | null;
}

/**
 * The preview of `request`, by pages and kept in step with the workspace. What is shown stays until the next is there;
 * an answer to an older question is dropped.
 */
export function useReportPreview(request: ReportRequest): LoadedPreview {
  const { session, call } = useAttest();
  const tell = useSentence();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [refusal, setRefusal] = useState<{ readonly key: string; readonly fault: Fault } | null>(null);
  const key = `${session.revision} ${JSON.stringify(request)}`;
  const asked = useRef(new Map<string, Promise<readonly ReportPart[] | null>>());
  const isFirst = useRef(true);
  const isSettled = loaded?.key === key || refusal?.key === key;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the request and the revision
  useEffect(() => {
    if (isSettled) return;
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      isFirst.current = false;
      const answer = await call('previewReport', { ...request, from: 0, count: pageSize });
      if (!isCurrent) return;
      asked.current.clear();
      if (answer.ok) setLoaded({ key, request, head: answer.value, pages: new Map([[0, answer.value.parts]]) });
      else setLoaded(null);
      setRefusal(answer.ok ? null : { key, fault: answer.fault });
    };
    const timer = setTimeout(() => void ask(), isFirst.current ? 0 : restMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key, call]);

  const loadPage = useCallback(
    async (page: number): Promise<readonly ReportPart[] | null> => {
      if (!loaded) return null;
      const there = loaded.pages.get(page);
      if (there) return there;
      const name = `${page} ${loaded.key}`;
      const underWay = asked.current.get(name);
      if (underWay) return underWay;
      const answering = call('previewReport', { ...loaded.request, from: page * pageSize, count: pageSize }).then(
        (answer) => {
          if (!answer.ok) {
            setRefusal({ key: loaded.key, fault: answer.fault });
            return null;
          }
          const { parts } = answer.value;
          setLoaded((current) =>
            current?.key === loaded.key ? { ...current, pages: new Map(current.pages).set(page, parts) } : current,
          );
          return parts;
        },
      );
      asked.current.set(name, answering);
      return answering;
    },
    [loaded, call],
  );

  const count = loaded?.head.partCount ?? 0;
  const want = useCallback(
    (first: number, last: number) => {
      const lastPage = Math.floor(Math.min(last, count - 1) / pageSize);
      for (let page = Math.floor(Math.max(0, first) / pageSize); page <= lastPage; page += 1) void loadPage(page);
    },
    [loadPage, count],
  );
  const findExcerpt = useCallback(
    async (number: number) => {
      // Headings and texts only push an excerpt further down than its number says.
      for (let page = Math.floor((number - 1) / pageSize); page * pageSize < count; page += 1) {
        const parts = (await loadPage(page)) ?? [];
        const at = parts.findIndex((part) => part.kind === 'excerpt' && part.number === number);
        if (at !== -1) return page * pageSize + at;
      }
      return null;
    },
    [loadPage, count],
  );
  return {
    head: loaded?.head ?? null,
    partAt: (index) => loaded?.pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    want,
    findExcerpt,
    isBusy: !isSettled,
    fault: refusal?.key === key ? tell(refusal.fault) : null,
  };
}
