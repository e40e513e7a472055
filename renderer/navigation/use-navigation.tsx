import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type ExcerptFilter, everyExcerpt } from '../../core/excerpts/excerpt-filter.ts';
import { usePlaces } from '../places/use-places.tsx';
import { keepInWindow, keepOnDevice, readFromDevice, readFromWindow } from '../settings/device-storage.ts';
import type { Goal } from '../state/goal.ts';
import { useAttest } from '../state/use-attest.tsx';
import { bringViewIntoSight } from './bring-view-into-sight.ts';
import {
  amend,
  goAlong,
  isElsewhere,
  numberOf,
  otherStatement,
  startTrail,
  step,
  type Trail,
  visitOf,
} from './trail.ts';
import type { OlderVersion, View, Visit } from './visit.ts';

/** Where the open statement is remembered, so that a reload of the window comes back to it. */
const openKey = 'attest.open';

/** What the window shows, and every way to show something else. */
export interface Navigation {
  readonly here: Visit;
  /** The statement that was open before the one that is; `null` where there was no other. */
  readonly lastOther: string | null;
  /** A step to something else, which Back takes back. */
  readonly visit: (part: Partial<Visit>) => void;
  /** Changes what is shown without a step. */
  readonly amend: (part: Partial<Visit>) => void;
  readonly show: (view: View) => void;
  /** Opens a statement where it was left. */
  readonly openStatement: (statement: string) => void;
  /** Shows an older version of a statement in place of its newest. */
  readonly openVersion: (version: OlderVersion) => void;
  /** Opens a statement beside the one that is open, to read both. */
  readonly openBeside: (statement: string) => void;
  /** Closes one of two open statements; the other one stays. */
  readonly closeColumn: (isBeside: boolean) => void;
  /** Goes to a place in a statement; a new object goes there again. */
  readonly goTo: (goal: Goal) => void;
  /** Opens a highlight in its statement, by its id. Nothing happens where there is none. */
  readonly openHighlight: (id: string) => void;
  readonly showExcerpts: (filter: ExcerptFilter) => void;
  readonly openDossier: (dossier: string) => void;
  /** Shows the changes of one highlight, or with `null` all changes. */
  readonly showHistory: (highlight: string | null) => void;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  readonly back: () => void;
  readonly forward: () => void;
}

const NavigationContext = createContext<Navigation | null>(null);

/** What is kept with an entry of the browser's own history: which window's trail it is of, and where in it. */
interface Entry {
  readonly trail: string;
  readonly number: number;
}

function isEntry(state: unknown): state is Entry {
  return typeof state === 'object' && state !== null && 'trail' in state && 'number' in state;
}

function isSameGoal(one: Goal, other: Goal): boolean {
  const { start, end } = one.passage;
  const isSamePassage = one.statement === other.statement && start === other.passage.start && end === other.passage.end;
  return isSamePassage && one.kind === other.kind;
}

/** Where a statement is shown: where it is open already, else in the column that its user works in. */
function columnFor({ statement, beside, isBesideActive }: Visit, wanted: string): Partial<Visit> {
  if (wanted === statement) return { isBesideActive: false };
  if (wanted === beside) return { isBesideActive: true };
  return isBesideActive ? { beside: wanted } : { statement: wanted };
}

function firstVisit(session: ReturnType<typeof useAttest>['session']): Visit {
  const readable = session.statements.filter(({ fixity }) => fixity === 'verified' || fixity === 'changed');
  // A reload of this window comes back to its own; a new one to what was open last.
  const last = readFromWindow(openKey) ?? readFromDevice(openKey);
  const statement = readable.find(({ id }) => id === last) ?? readable[0];
  return {
    view: 'library',
    statement: statement?.id ?? null,
    beside: null,
    isBesideActive: false,
    goal: null,
    version: null,
    filter: everyExcerpt,
    dossier: null,
    historyOf: null,
    leftAt: null,
  };
}

/**
 * Holds what the window shows and the way that led there. Each step is an entry of the browser's own history too, so
 * that its buttons, its keys and those of a mouse go back and forward along the same way.
 */
export function NavigationProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { session } = useAttest();
  const places = usePlaces();
  const [trail, setTrail] = useState<Trail>(() => startTrail(firstVisit(session)));
  const [name] = useState(() => crypto.randomUUID());
  const latest = useRef(trail);
  /** The direction in which the browser has been sent and has not arrived yet, and the step that waits until it has. */
  const going = useRef<-1 | 0 | 1>(0);
  const waiting = useRef<Partial<Visit> | null>(null);
  const highlights = useRef(session.highlights);
  highlights.current = session.highlights;

  const put = useCallback((next: Trail): void => {
    latest.current = next;
    setTrail(next);
  }, []);
  /** The trail with where the open statement is being left, for who comes back. */
  const leave = useCallback((): Trail => {
    const { view, statement, beside } = visitOf(latest.current);
    if (view !== 'library') return latest.current;
    places.settle();
    const open = [statement, beside].filter((id) => id !== null);
    return amend(latest.current, { leftAt: new Map(open.map((id) => [id, places.find(id)])) });
  }, [places]);

  const visit = useCallback(
    (part: Partial<Visit>): void => {
      if (going.current !== 0) {
        waiting.current = { ...waiting.current, ...part };
        return;
      }
      // What is asked for may be open already, below what is in sight.
      bringViewIntoSight(part.view === undefined || part.view === visitOf(latest.current).view);
      if (!isElsewhere(latest.current, part)) return;
      put(step(leave(), part));
      history.pushState({ trail: name, number: numberOf(latest.current) } satisfies Entry, '');
    },
    [put, leave, name],
  );
  const go = useCallback((by: 1 | -1): void => {
    const next = latest.current.visits[latest.current.at + by];
    // The browser goes later: a second press until then could lead out of the window.
    if (!next || going.current !== 0) return;
    going.current = by;
    history.go(by);
  }, []);
  useEffect(() => {
    history.replaceState({ trail: name, number: numberOf(latest.current) } satisfies Entry, '');
    const onPopState = ({ state }: PopStateEvent): void => {
      const by = going.current;
      going.current = 0;
      if (isEntry(state) && state.trail === name) {
        const next = goAlong(leave(), state.number);
        // Of two entries that show the same, since one is of before a reload, the second is passed over.
        if (by !== 0 && next.at === latest.current.at) go(by);
        else put(next);
      } else {
        // An entry of before a reload: what it showed is not known any more. From here on it shows what is shown, so
        // that Back comes to it as to any other.
        history.replaceState({ trail: name, number: numberOf(latest.current) } satisfies Entry, '');
      }
      const part = waiting.current;
      if (part === null || going.current !== 0) return;
      waiting.current = null;
      visit(part);
    };
    addEventListener('popstate', onPopState);
    return () => removeEventListener('popstate', onPopState);
  }, [name, put, leave, go, visit]);

  const here = visitOf(trail);
  useEffect(() => {
    if (here.statement === null) return;
    keepInWindow(openKey, here.statement);
    keepOnDevice(openKey, here.statement);
  }, [here.statement]);

  const ways = useMemo(() => {
    const openStatement = (statement: string): void => {
      visit({ view: 'library', goal: null, version: null, ...columnFor(visitOf(latest.current), statement) });
    };
    const goTo = (goal: Goal): void => {
      const { view, goal: last } = visitOf(latest.current);
      const part = { goal, version: null, ...columnFor(visitOf(latest.current), goal.statement) };
      if (view === 'library' && last && isSameGoal(last, goal)) {
        put(amend(latest.current, part));
        bringViewIntoSight(true);
      } else visit({ view: 'library', ...part });
    };
    return {
      visit,
      amend: (part: Partial<Visit>): void => put(amend(latest.current, part)),
      show: (view: View): void => visit({ view }),
      openStatement,
      openVersion: (version: OlderVersion): void => {
        visit({ view: 'library', goal: null, version, ...columnFor(visitOf(latest.current), version.statement) });
      },
      goTo,
      openBeside: (statement: string): void => {
        const { statement: first } = visitOf(latest.current);
        if (statement === first) visit({ view: 'library', isBesideActive: false });
        else visit({ view: 'library', goal: null, beside: statement, isBesideActive: true });
      },
      closeColumn: (isBeside: boolean): void => {
        const { statement, beside } = visitOf(latest.current);
        if (beside !== null) visit({ statement: isBeside ? statement : beside, beside: null, isBesideActive: false });
      },
      openHighlight: (id: string): void => {
        const highlight = highlights.current.find((candidate) => candidate.id === id);
        if (!highlight) return;
        const { statement, anchor } = highlight;
        if (anchor.state === 'anchored') goTo({ kind: 'highlight', statement, passage: anchor, highlight: id });
        else openStatement(statement);
      },
      showExcerpts: (filter: ExcerptFilter): void => visit({ view: 'excerpts', filter }),
      openDossier: (dossier: string): void => visit({ view: 'dossiers', dossier }),
      showHistory: (historyOf: string | null): void => visit({ view: 'history', historyOf }),
      back: (): void => go(-1),
      forward: (): void => go(1),
    };
  }, [visit, put, go]);
  const navigation = useMemo(
    () => ({
      ...ways,
      here,
      lastOther: otherStatement(trail),
      canGoBack: trail.at > 0,
      canGoForward: trail.at < trail.visits.length - 1,
    }),
    [ways, here, trail],
  );
  return <NavigationContext value={navigation}>{children}</NavigationContext>;
}

/** What the window shows, and every way to show something else. Throws outside of the provider. */
export function useNavigation(): Navigation {
  const navigation = use(NavigationContext);
  if (!navigation) throw new Error('useNavigation needs a NavigationProvider above it');
  return navigation;
}
