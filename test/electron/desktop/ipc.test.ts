import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createSmallService, type SmallService } from '../browser/small-service.ts';

type Handler = (event: IpcMainInvokeEvent, name: unknown, input: unknown) => Promise<unknown>;

const handlers = new Map<string, Handler>();
const removed: string[] = [];

vi.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, handler: Handler) => handlers.set(channel, handler),
    removeHandler: (channel: string) => removed.push(channel),
  },
}));

const { connectReader } = await import('../../../electron/desktop/ipc.ts');

/** What a call may come from, as far as the check looks at it. */
interface Frame {
  readonly url: string;
  readonly parent: Frame | null;
}

const readerFrame: Frame = { url: 'app://attest/', parent: null };

let service: SmallService;
let reader: WebContents;
let ended: () => void;

beforeEach(() => {
  handlers.clear();
  removed.length = 0;
  service = createSmallService();
  const contents = {
    isDestroyed: () => false,
    send: () => undefined,
    once: (_name: string, listener: () => void) => {
      ended = listener;
    },
  };
  reader = contents as unknown as WebContents; // As much of it as the connection uses.
  connectReader(service, reader);
});

/** Calls as the page that is shown in `frame` of `sender` could. */
function call(sender: unknown, frame: Frame | null, name: unknown = 'undo', input: unknown = {}): Promise<unknown> {
  const handler = handlers.get('attest:call');
  if (!handler) throw new Error('Nobody answers calls.');
  return handler({ sender, senderFrame: frame } as unknown as IpcMainInvokeEvent, name, input);
}

describe('a call', () => {
  it('is answered where it comes from the top frame of the reader', async () => {
    await call(reader, readerFrame);
    expect(service.asked).toEqual([{ name: 'undo', input: {} }]);
  });

  it.each<[string, () => [unknown, Frame | null]]>([
    ['another window', () => [{}, readerFrame]],
    ['a frame inside the reader', () => [reader, { url: 'app://attest/', parent: readerFrame }]],
    ['a page that is gone', () => [reader, null]],
    ['the page to be printed', () => [reader, { url: 'app://print/', parent: null }]],
    ['a website', () => [reader, { url: 'https://attest/', parent: null }]],
    ['a file', () => [reader, { url: 'file:///app://attest/', parent: null }]],
    ['a page without an address', () => [reader, { url: 'about:blank', parent: null }]],
    ['a look-alike', () => [reader, { url: 'app://attest.example/', parent: null }]],
  ])('is refused where it comes from %s', async (_whence, from) => {
    expect(await call(...from())).toMatchObject({ ok: false, fault: { code: 'invalid' } });
    expect(service.asked).toEqual([]);
  });

  it.each([
    ['deleteEverything', {}],
    ['__proto__', {}],
    [['undo'], {}],
    ['undo', null],
  ])('is refused where it is none of the contract: %j with %j', async (name, input) => {
    expect(await call(reader, readerFrame, name, input)).toMatchObject({ ok: false });
    expect(service.asked).toEqual([]);
  });

  it('is answered by nobody once the window is gone', () => {
    ended();
    expect(removed).toEqual(['attest:call']);
  });
});
