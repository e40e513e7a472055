import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PlacedHighlight } from '../../../core/highlights/highlight.ts';
import type { AttestBridge } from '../../../core/ipc-contract.ts';
import { fail, succeed } from '../../../core/result.ts';
import type { AttestEvent, Session } from '../../../core/session.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { readHighlights } from '../../../renderer/state/highlight-reading.ts';
import { applyEvent } from '../../../renderer/state/session-state.ts';

const statementIds = Array.from({ length: 250 }, (_, at) => `s${at}`);

function placed(id: string, statement: string, note = ''): PlacedHighlight {
  const place = { start: utf16(0), end: utf16(3) };
  const selector = { quote: 'abc', prefix: '', suffix: '', isUnique: true, ...place, source: '0'.repeat(64) };
  const at = '2024-05-02T09:30:00.000Z';
  const rest = { tags: [], isNotePrivate: false, orphan: false, created: at, modified: at };
  return { id, statement, selector, note, ...rest, anchor: { state: 'anchored', ...place }, place: null };
}

/** What of a session and of an event this is about; the rest of them is not looked at. */
const emptySession = {
  statements: statementIds.map((id) => ({ id })),
  highlights: [],
  unread: statementIds.length + 1,
  revision: 0,
  tags: [],
  dossiers: [],
  sets: [],
} as unknown as Session;
const nothing = { put: [], removed: [] };
const changed = (revision: number, highlights: { put: PlacedHighlight[]; removed: string[] }) =>
  ({
    type: 'changed',
    revision,
    highlights,
    tags: nothing,
    dossiers: nothing,
    statements: nothing,
    sets: nothing,
  }) as unknown as AttestEvent;

/** A host with one highlight in each statement, and one in a statement that is not in the collection. */
function host() {
  const asked: (readonly string[] | null)[] = [];
  let isAnswering = true;
  const call = async (_name: string, { statements }: { readonly statements: readonly string[] | null }) => {
    asked.push(statements);
    if (!isAnswering) return fail('internal', 'The program has stopped.');
    return succeed((statements ?? ['gone']).map((statement) => placed(`in ${statement}`, statement)));
  };
  return {
    asked,
    bridge: { call } as unknown as Pick<AttestBridge, 'call'>,
    stopAnswering: () => {
      isAnswering = false;
    },
  };
}

/** A session that is read into, and told of events, as the reader does it. */
function reading(bridge: Pick<AttestBridge, 'call'>) {
  let session = emptySession;
  const steps: number[] = [];
  const running = readHighlights(bridge, session, (enrich) => {
    session = enrich(session);
    steps.push(session.highlights.length);
  });
  return {
    ...running,
    steps,
    tell: (event: AttestEvent) => {
      session = applyEvent(session, event);
      running.hear(event);
    },
    get session() {
      return session;
    },
  };
}

describe('the highlights of a session that came without them', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are all there in the end, in reading order, those of statements that are gone too, in one step', async () => {
    const { bridge } = host();
    const read = reading(bridge);
    await vi.runAllTimersAsync();
    expect(read.session.highlights.map(({ statement }) => statement)).toEqual([...statementIds, 'gone']);
    expect(read.session.unread).toBeUndefined();
    expect(read.steps).toHaveLength(1);
  });

  it('come first for the statement that is opened', async () => {
    const { bridge, asked } = host();
    const read = reading(bridge);
    read.hurry('s200');
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual([['s200']]);
    expect(read.session.highlights.map(({ id }) => id)).toEqual(['in s200']);
    expect(read.session.unread).toBeDefined();
    await vi.runAllTimersAsync();
    expect(new Set(read.session.highlights.map(({ id }) => id)).size).toBe(read.session.highlights.length);
    expect(read.session.highlights).toHaveLength(251);
  });

  it('are as the host told of them meanwhile: changed, removed, or placed otherwise', async () => {
    const { bridge } = host();
    const read = reading(bridge);
    read.tell(changed(1, { put: [placed('in s3', 's3', 'written meanwhile')], removed: ['in s4'] }));
    const { place: _, ...other } = placed('in s5', 's5');
    read.tell({ type: 'library', statements: [], highlights: [{ ...other, place: null, note: 'placed anew' }] });
    await vi.runAllTimersAsync();
    const noteOf = (id: string) => read.session.highlights.find((one) => one.id === id)?.note;
    expect([noteOf('in s3'), noteOf('in s4'), noteOf('in s5')]).toEqual([
      'written meanwhile',
      undefined,
      'placed anew',
    ]);
    expect(read.session.highlights).toHaveLength(250);
  });

  it('are read no more when the session is over, or the host does not answer', async () => {
    const one = host();
    const stopped = reading(one.bridge);
    stopped.stop();
    await vi.runAllTimersAsync();
    expect([one.asked.length, stopped.steps.length]).toEqual([0, 0]);
    const other = host();
    const lost = reading(other.bridge);
    other.stopAnswering();
    await vi.runAllTimersAsync();
    expect([other.asked.length, lost.steps.length]).toEqual([1, 0]);
    expect(lost.session.unread).toBeDefined();
  });
});
