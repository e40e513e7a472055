import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AttestBridge } from '../../../core/ipc-contract.ts';
import { createHttpBridge } from '../../../renderer/bridge/http-bridge.ts';
import { savedEvent } from './small-service.ts';

/** What a page has as `EventSource`, driven by the test. */
class StandInEventSource extends EventTarget {
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    sources.push(this);
  }
}

/** What a page has as `document`, driven by the test. */
class StandInDocument extends EventTarget {
  visibilityState = 'visible';
}

let sources: StandInEventSource[] = [];
let page = new StandInDocument();
let pageEvents = new EventTarget();

interface OpenBridge {
  readonly bridge: AttestBridge;
  /** Lets the stream of events say something. */
  readonly hear: (event: Event) => void;
  readonly reconnected: () => number;
  readonly lost: () => number;
  readonly sent: { readonly url: string; readonly request: RequestInit }[];
}

/** A bridge in a page whose server answers like this. */
function openBridge(answer: () => Promise<Response>): OpenBridge {
  const sent: { url: string; request: RequestInit }[] = [];
  vi.stubGlobal('fetch', (url: string, request: RequestInit) => {
    sent.push({ url, request });
    return answer();
  });
  let times = 0;
  let losses = 0;
  const bridge = createHttpBridge({
    onReconnect: () => {
      times += 1;
    },
    onLost: () => {
      losses += 1;
    },
  });
  return {
    bridge,
    hear: (event) => sources[0]?.dispatchEvent(event),
    reconnected: () => times,
    lost: () => losses,
    sent,
  };
}

const answered = async (): Promise<Response> => Response.json({ ok: true, value: { state: 'saving' } });

describe('the bridge of the browser edition', () => {
  beforeEach(() => {
    sources = [];
    vi.stubGlobal('EventSource', StandInEventSource);
    page = new StandInDocument();
    pageEvents = new EventTarget();
    vi.stubGlobal('document', page);
    vi.stubGlobal('addEventListener', pageEvents.addEventListener.bind(pageEvents));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('makes its calls as the server wants them', async () => {
    const { bridge, hear, sent } = openBridge(answered);
    hear(new Event('open'));
    expect(await bridge.call('retrySave', {})).toEqual({ ok: true, value: { state: 'saving' } });
    expect(sent).toEqual([
      {
        url: '/call/retrySave',
        request: {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-Attest': '1' },
          body: '{}',
          keepalive: true,
        },
      },
    ]);
  });

  it('makes no call before events flow, so that none is missed', async () => {
    const { bridge, hear, sent } = openBridge(answered);
    const call = bridge.call('openSession', {});
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(sent).toEqual([]);
    hear(new Event('open'));
    await call;
    expect(sent).toHaveLength(1);
  });

  it.each<[string, () => Promise<Response>]>([
    ['nobody answers', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['the answer breaks off', async () => new Response('{"ok":tr')],
  ])('says that the program has stopped where %s', async (_what, answer) => {
    const { bridge, hear } = openBridge(answer);
    hear(new Event('error'));
    expect(await bridge.call('undo', {})).toMatchObject({
      ok: false,
      fault: {
        code: 'internal',
        message: 'The Attest program has stopped. Start it again, and use the new link that it gives.',
      },
    });
  });

  it('hands every event to those who listen, until they stop', () => {
    const { bridge, hear } = openBridge(answered);
    const heard: unknown[] = [];
    const stop = bridge.subscribe((event) => heard.push(event));
    const message = (): Event => new MessageEvent('message', { data: JSON.stringify(savedEvent) });
    hear(message());
    stop();
    hear(message());
    expect(heard).toEqual([savedEvent]);
  });

  it('tells when events are back after a break, and not the first time', () => {
    const { hear, reconnected, lost } = openBridge(answered);
    hear(new Event('open'));
    expect(reconnected()).toBe(0);
    expect(lost()).toBe(0);
    hear(new Event('error'));
    expect(lost()).toBe(1);
    hear(new Event('open'));
    expect(reconnected()).toBe(1);
  });

  describe('with several changes at once', () => {
    /** A bridge whose requests are answered when the test says. */
    function openSlowBridge(): OpenBridge & { readonly answerNext: () => Promise<void> } {
      const answers: (() => void)[] = [];
      const open = openBridge(
        () =>
          new Promise((resolve) => {
            answers.push(() => resolve(Response.json({ ok: true, value: null })));
          }),
      );
      open.hear(new Event('open'));
      const answerNext = async (): Promise<void> => {
        answers.shift()?.();
        await vi.advanceTimersByTimeAsync(0);
      };
      return { ...open, answerNext };
    }
    const names = (sent: OpenBridge['sent']): string[] => sent.map(({ url }) => url.slice('/call/'.length));

    beforeEach(() => {
      vi.useFakeTimers();
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    it('sends each when the one before is answered, so that none overtakes another', async () => {
      const { bridge, sent, answerNext } = openSlowBridge();
      void bridge.call('undo', {});
      void bridge.call('redo', {});
      void bridge.call('undo', {});
      await vi.advanceTimersByTimeAsync(0);
      expect(names(sent)).toEqual(['undo']);
      await answerNext();
      expect(names(sent)).toEqual(['undo', 'redo']);
      await answerNext();
      expect(names(sent)).toEqual(['undo', 'redo', 'undo']);
    });

    it('lets what changes nothing pass them', async () => {
      const { bridge, sent } = openSlowBridge();
      void bridge.call('undo', {});
      void bridge.call('redo', {});
      void bridge.call('listBackups', {});
      await vi.advanceTimersByTimeAsync(0);
      expect(names(sent)).toEqual(['undo', 'listBackups']);
    });

    it('does not have a disk that stands still hold them up for long', async () => {
      const { bridge, sent } = openSlowBridge();
      void bridge.call('undo', {});
      void bridge.call('redo', {});
      await vi.advanceTimersByTimeAsync(1_000);
      expect(names(sent)).toEqual(['undo', 'redo']);
    });

    it('goes on after one that was not answered', async () => {
      const { bridge, hear, sent } = openBridge(() => Promise.reject(new TypeError('Failed to fetch')));
      hear(new Event('open'));
      const results = [bridge.call('undo', {}), bridge.call('redo', {})];
      await vi.advanceTimersByTimeAsync(0);
      expect((await Promise.all(results)).map(({ ok }) => ok)).toEqual([false, false]);
      expect(names(sent)).toEqual(['undo', 'redo']);
    });

    it.each<[string, () => void]>([
      [
        'is hidden',
        () => {
          page.visibilityState = 'hidden';
          page.dispatchEvent(new Event('visibilitychange'));
        },
      ],
      ['is left', () => pageEvents.dispatchEvent(new Event('pagehide'))],
    ])('sends all that wait, and what comes then, when the page %s', async (_what, leave) => {
      const { bridge, sent } = openSlowBridge();
      void bridge.call('undo', {});
      void bridge.call('redo', {});
      await vi.advanceTimersByTimeAsync(0);
      leave();
      expect(names(sent)).toEqual(['undo', 'redo']);
      void bridge.call('forgetSearch', { id: 's' });
      await vi.advanceTimersByTimeAsync(0);
      expect(names(sent)).toEqual(['undo', 'redo', 'forgetSearch']);
    });
  });
});
