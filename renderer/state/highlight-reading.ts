import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import type { AttestBridge } from '../../core/ipc-contract.ts';
import type { AttestEvent, Session } from '../../core/session.ts';
import { orderHighlights } from './order-highlights.ts';

/** A session with more highlights than this comes without them: they are read when the first statement can be. */
export const mostAtOnce = 5_000;

/** Statements whose highlights are read in one call: the host does nothing else meanwhile. */
const statementsAtATime = 100;

/** How long the first statement has to be on the screen before all the others are thought of, in milliseconds. */
const firstMs = 500;

/** The highlights of a session that came without them, on their way. */
export interface HighlightReading {
  /** To be told of every event that the session has taken: what it says is newer than what is being read. */
  readonly hear: (event: AttestEvent) => void;
  /** Has the highlights of a statement read next, since its text is about to be shown. */
  readonly hurry: (statement: string) => void;
  /** Reads no more. */
  readonly stop: () => void;
}

/** One string, or list of tags, for all highlights that have the same: each came with its own, and there may be a hundred thousand. */
function createSharing(): (highlights: readonly PlacedHighlight[]) => void {
  const words = new Map<string, string>();
  const lists = new Map<string, string[]>();
  const one = <Value>(known: Map<string, Value>, key: string, value: Value): Value => {
    const first = known.get(key) ?? value;
    known.set(key, first);
    return first;
  };
  const shared = (text: string): string => one(words, text, text);
  return (highlights) => {
    for (const highlight of highlights) {
      highlight.statement = shared(highlight.statement);
      highlight.selector.source = shared(highlight.selector.source);
      highlight.tags = one(lists, JSON.stringify(highlight.tags), highlight.tags);
      if (highlight.modified === highlight.created) highlight.modified = highlight.created;
    }
  };
}

/**
 * Reads the highlights that `session` came without, statement by statement. `take` gets what makes the session as it is then richer by
 * them: those of statements that are hurried at once, all others together at the end.
 */
export function readHighlights(
  bridge: Pick<AttestBridge, 'call'>,
  session: Pick<Session, 'statements'>,
  take: (enrich: (session: Session) => Session) => void,
): HighlightReading {
  const waiting: (readonly string[] | null)[] = [];
  const ids = session.statements.map(({ id }) => id);
  for (let from = 0; from < ids.length; from += statementsAtATime)
    waiting.push(ids.slice(from, from + statementsAtATime));
  waiting.push(null);
  const shareWords = createSharing();
  const read: PlacedHighlight[] = [];
  const told = new Set<string>();
  const hurried: string[] = [];
  let isStopped = false;

  const enrich =
    (more: readonly PlacedHighlight[], isLast: boolean) =>
    (current: Session): Session => {
      const there = new Set(current.highlights.map(({ id }) => id));
      const news = more.filter(({ id }) => !there.has(id) && !told.has(id));
      const statementIds = current.statements.map(({ id }) => id);
      const highlights = orderHighlights([...current.highlights, ...news], statementIds);
      if (!isLast) return { ...current, highlights };
      const { unread: _, ...whole } = current;
      return { ...whole, highlights };
    };
  const ask = async (statements: readonly string[] | null): Promise<PlacedHighlight[] | null> => {
    const answered = await bridge.call('readHighlights', { statements: statements && [...statements] });
    // A host that does not answer is told of elsewhere, and the session is opened anew when it is back.
    if (isStopped || !answered.ok) return null;
    shareWords(answered.value);
    return answered.value;
  };
  let isBusy = false;
  /** Reads what is hurried, and says whether the host goes on answering. */
  const catchUp = async (): Promise<boolean> => {
    for (let statement = hurried.shift(); statement !== undefined; statement = hurried.shift()) {
      const some = await ask([statement]);
      if (!some) return false;
      take(enrich(some, false));
    }
    return true;
  };
  const run = async (): Promise<void> => {
    isBusy = true;
    while (!isStopped) {
      if (!(await catchUp())) return;
      const next = waiting.shift();
      if (next === undefined) break;
      const some = await ask(next);
      if (!some) return;
      for (const highlight of some) read.push(highlight);
    }
    if (isStopped) return;
    isStopped = true;
    take(enrich(read, true));
  };
  const timer = setTimeout(() => void run(), firstMs);
  return {
    hear(event) {
      if (event.type === 'library') for (const { id } of event.highlights) told.add(id);
      if (event.type !== 'changed') return;
      for (const id of event.highlights.removed) told.add(id);
      for (const { id } of event.highlights.put) told.add(id);
    },
    hurry: (statement) => {
      if (isStopped) return;
      hurried.push(statement);
      if (!isBusy) void catchUp();
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
