import type { ImportRule, ImportSummary } from '../../core/exchange/exchange-shapes.ts';
import type { Session } from '../../core/session.ts';
import type { ItemChoices } from './item-choice.ts';

/** How far the statements are that come with what is being taken; `secondsLeft` is `null` where nothing is known of it. */
export interface TakingImport {
  readonly done: number;
  readonly total: number;
  readonly secondsLeft: number | null;
  /** Its user gives it up. */
  readonly isEnding: boolean;
}

/** What was read of a file, and what is to become of it. */
export interface OpenImport {
  readonly summary: ImportSummary;
  /** For all that is disagreed on. */
  readonly rule: ImportRule;
  /** For single items; they go before the rule. */
  readonly choices: ItemChoices;
  /** `unchanged`: it was taken, and held nothing that was not here already. */
  readonly stage: 'review' | 'taking' | 'taken' | 'unchanged';
  /** `null` where nothing is known of how far it is, or nothing is being taken. */
  readonly taking: TakingImport | null;
  /** The revision that taking it made; `null` before. */
  readonly revision: number | null;
  /** The index of the first item that is shown. */
  readonly from: number;
  /** The item whose place was looked at last: its user comes back to it. */
  readonly lookedAt: string | null;
}

/** A file on its way in; `fileName` is `null` where the host asks for it. */
export interface ReadingFile {
  readonly fileName: string | null;
  readonly isEnding: boolean;
}

/** The import that is open, and the file that is being read. Until that one is here, the open one stays. */
export interface ImportState {
  readonly reading: ReadingFile | null;
  readonly open: OpenImport | null;
}

/** What happens to an import. */
export type ImportEvent =
  | { readonly type: 'reading'; readonly fileName: string | null }
  | { readonly type: 'ending' }
  /** Nothing came of it: a fault, or its user chose none. */
  | { readonly type: 'stopped' }
  | { readonly type: 'read'; readonly summary: ImportSummary }
  | { readonly type: 'rule'; readonly rule: ImportRule }
  | { readonly type: 'choice'; readonly key: string; readonly rule: ImportRule }
  | { readonly type: 'forget-choices' }
  | { readonly type: 'page'; readonly from: number }
  | { readonly type: 'look'; readonly key: string | null }
  | { readonly type: 'stage'; readonly stage: 'review' | 'taking' | 'unchanged' }
  /** How far the taking is. */
  | ({ readonly type: 'progress'; readonly token: string } & Omit<TakingImport, 'isEnding'>)
  | { readonly type: 'giving-up' }
  | { readonly type: 'taken'; readonly revision: number }
  | { readonly type: 'close' };

/** No import is open, and no file is being read. */
export const noImport: ImportState = { reading: null, open: null };

function openWith(state: ImportState, part: Partial<OpenImport>): ImportState {
  return state.open ? { ...state, open: { ...state.open, ...part } } : state;
}

/** Takes what is said of the open import; another window may be taking something too. */
function withProgress(
  state: ImportState,
  { token, done, total, secondsLeft }: Extract<ImportEvent, { readonly type: 'progress' }>,
): ImportState {
  const { open } = state;
  if (open?.stage !== 'taking' || open.summary.token !== token) return state;
  return openWith(state, { taking: { done, total, secondsLeft, isEnding: open.taking?.isEnding ?? false } });
}

/** The state after an event. What is chosen counts only while there is something to choose. */
export function applyImportEvent(state: ImportState, event: ImportEvent): ImportState {
  switch (event.type) {
    case 'reading':
      return { ...state, reading: { fileName: event.fileName, isEnding: false } };
    case 'ending':
      return state.reading ? { ...state, reading: { ...state.reading, isEnding: true } } : state;
    case 'stopped':
      return { ...state, reading: null };
    case 'read':
      return {
        reading: null,
        open: {
          summary: event.summary,
          rule: 'both',
          choices: {},
          stage: 'review',
          taking: null,
          revision: null,
          from: 0,
          lookedAt: null,
        },
      };
    case 'page':
      return openWith(state, { from: event.from, lookedAt: null });
    case 'look':
      return openWith(state, { lookedAt: event.key });
    case 'stage':
      return openWith(state, { stage: event.stage, taking: null });
    case 'progress':
      return withProgress(state, event);
    case 'giving-up':
      return state.open?.taking ? openWith(state, { taking: { ...state.open.taking, isEnding: true } }) : state;
    case 'taken':
      return openWith(state, { stage: 'taken', taking: null, revision: event.revision });
    case 'close':
      return { ...state, open: null };
    default:
      break;
  }
  if (state.open?.stage !== 'review') return state;
  if (event.type === 'rule') return openWith(state, { rule: event.rule });
  if (event.type === 'forget-choices') return openWith(state, { choices: {} });
  return openWith(state, { choices: { ...state.open.choices, [event.key]: event.rule } });
}

/** Whether what was taken has been undone, so that there is something to choose again. */
export function isTakenBack({ open }: ImportState, { revision, undo }: Pick<Session, 'revision' | 'undo'>): boolean {
  const isLater = open?.stage === 'taken' && open.revision !== null && revision > open.revision;
  return isLater && undo.redo?.kind === 'merge-work';
}
