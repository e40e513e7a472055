import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { AttestService } from '../../core/ipc-contract.ts';
import { fail } from '../../core/result.ts';
import { say } from '../../core/sentence.ts';
import { callChannel, eventChannel } from '../preload/channels.ts';
import { answerCall } from '../services/answer-call.ts';
import { isAppUrl } from './app-url.ts';

/** Whether a call comes from the top frame of the reader's own page. The frame is gone when the page has moved on. */
function isFromReader({ sender, senderFrame }: IpcMainInvokeEvent, reader: WebContents): boolean {
  return sender === reader && senderFrame !== null && senderFrame.parent === null && isAppUrl(senderFrame.url);
}

/** Carries calls from the page in `reader` to `service`, and its events to the page, until the page is destroyed. */
export function connectReader(service: AttestService, reader: WebContents): void {
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown) => {
    if (!isFromReader(event, reader)) {
      return fail(
        'invalid',
        say(/*i18n*/ 'A request that did not come from the reader was refused: close other windows of Attest.'),
      );
    }
    return (await answerCall(service, name, input, console.error)).result;
  });
  const unsubscribe = service.subscribe((event) => {
    if (!reader.isDestroyed()) reader.send(eventChannel, event);
  });
  reader.once('destroyed', () => {
    unsubscribe();
    ipcMain.removeHandler(callChannel);
  });
}
