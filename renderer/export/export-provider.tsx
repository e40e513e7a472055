import { plural } from '@lingui/core/macro';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import type { ExportFormat } from '../../core/export/export-format.ts';
import type { ReportRequest } from '../../core/report/report-request.ts';
import { initialReportOptions, type ReportOptions } from '../../core/report/report-request.ts';
import { useAttest } from '../state/use-attest.tsx';
import { isReferences, mayHaveRecordBeside } from './format-kinds.ts';
import { useExportOutcome } from './use-export-outcome.ts';

/**
 * How its user exports. Kept while the reader is open and nowhere else: names to withhold must not be found on the disk.
 * The citation style is a setting of the workspace.
 */
export interface ExportChoices extends Omit<ReportOptions, 'style'> {
  readonly format: ExportFormat;
  /** With a record for programs beside the file, where the format allows it. */
  readonly hasRecord: boolean;
}

/** An export that is under way: `done` of `total` excerpts, `total` 0 where that is not known yet. */
export interface ExportJob {
  readonly id: string;
  readonly format: ExportFormat;
  readonly done: number;
  readonly total: number;
  readonly isEnding: boolean;
}

interface Exporting {
  readonly choices: ExportChoices;
  readonly choose: (change: Partial<ExportChoices>) => void;
  /** One at a time. */
  readonly job: ExportJob | null;
  /** Exports, and says how that ended. Resolves to whether something was exported. */
  readonly start: (request: ReportRequest) => Promise<boolean>;
  readonly cancel: () => void;
}

const { style: _, ...options } = initialReportOptions;
const initialChoices: ExportChoices = { ...options, format: 'docx', hasRecord: false };

const ExportContext = createContext<Exporting | null>(null);

/** The choices for exports, and the export that is under way. Only inside `ExportProvider`. */
export function useExporting(): Exporting {
  const exporting = use(ExportContext);
  if (!exporting) throw new Error('useExporting needs an ExportProvider around it');
  return exporting;
}

/** Holds the choices and the running export above the views, so that closing a dialog ends neither. */
export function ExportProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { call, subscribe } = useAttest();
  const report = useExportOutcome();
  const [choices, setChoices] = useState(initialChoices);
  const [job, setJob] = useState<ExportJob | null>(null);
  useEffect(
    () =>
      subscribe((event) => {
        if (event.type !== 'export-progress') return;
        const { done, total } = event;
        setJob((current) => (current?.id === event.job ? { ...current, done, total } : current));
      }),
    [subscribe],
  );
  const choose = useCallback(
    (change: Partial<ExportChoices>) => setChoices((current) => ({ ...current, ...change })),
    [],
  );
  const { format, hasRecord } = choices;
  const start = useCallback(
    async (request: ReportRequest) => {
      const id = crypto.randomUUID();
      setJob({ id, format, done: 0, total: 0, isEnding: false });
      const exported = await call('exportReport', {
        ...request,
        format,
        hasRecord: hasRecord && mayHaveRecordBeside(format),
        job: id,
      });
      setJob((current) => (current?.id === id ? null : current));
      report(exported, (count) =>
        isReferences(format)
          ? plural(count, { one: '# reference', other: '# references' })
          : plural(count, { one: '# excerpt', other: '# excerpts' }),
      );
      return exported.ok && exported.value.outcome !== 'cancelled';
    },
    [call, format, hasRecord, report],
  );
  const id = job?.id;
  const cancel = useCallback(() => {
    if (id === undefined) return;
    setJob((current) => (current?.id === id ? { ...current, isEnding: true } : current));
    void call('cancelExport', { job: id });
  }, [call, id]);
  const exporting = useMemo(() => ({ choices, choose, job, start, cancel }), [choices, choose, job, start, cancel]);
  return <ExportContext value={exporting}>{children}</ExportContext>;
}
