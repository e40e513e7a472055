import { BrowserWindow, type Session, session } from 'electron';
import { fail, succeed } from '../../core/result.ts';
import { say } from '../../core/sentence.ts';
import { printedPagePolicy } from '../services/content-security-policy.ts';
import type { PrintPdf } from '../services/ports.ts';
import { appScheme } from './app-url.ts';
import { lockedPreferences, stopSpelling } from './lock-down.ts';

/** Where the page to be printed is, in a session that has nothing else. */
const pageUrl = `${appScheme}://print/`;

/** Makes a session that has one page and lets through nothing but the request for it. */
function lockToPage(printSession: Session, currentPage: () => Uint8Array | null): void {
  printSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  printSession.setPermissionCheckHandler(() => false);
  printSession.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: url !== pageUrl }));
  stopSpelling(printSession);
  printSession.protocol.handle(appScheme, () => {
    const page = currentPage();
    if (page === null) return new Response(null, { status: 404 });
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': printedPagePolicy,
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
    };
    return new Response(Buffer.from(page), { headers });
  });
}

/** Prints what the window shows; rejects where the window is closed or its page breaks down meanwhile. */
async function printWindow(window: BrowserWindow): Promise<Uint8Array> {
  const broken = new Promise<never>((_resolve, reject) => {
    window.webContents.once('render-process-gone', (_event, { reason }) =>
      reject(new Error(`the page ended: ${reason}`)),
    );
    window.once('closed', () => reject(new Error('its window was closed')));
  });
  const printed = async (): Promise<Uint8Array> => {
    await window.loadURL(pageUrl);
    return window.webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  };
  return Promise.race([printed(), broken]);
}

/**
 * Makes PDFs by Chromium, of one page at a time, in a hidden window that runs no script and reaches nothing, and that is
 * gone afterwards. Takes nothing from the disk and leaves nothing there.
 */
export function printByChromium(): PrintPdf {
  let page: Uint8Array | null = null;
  const printSession = session.fromPartition('print', { cache: false });
  lockToPage(printSession, () => page);
  return async (html, signal) => {
    page = html;
    const window = new BrowserWindow({
      show: false,
      webPreferences: { ...lockedPreferences, session: printSession, javascript: false },
    });
    const stop = (): void => window.destroy();
    signal.addEventListener('abort', stop);
    try {
      return succeed(await printWindow(window));
    } catch (error) {
      // Chromium gives its reasons as plain errors: none of them is more to its user than that there is no PDF.
      const reason = error instanceof Error ? error.message : String(error);
      return fail(
        'internal',
        say(/*i18n*/ 'The PDF could not be made ({reason}): export as HTML, and print that from a browser.', {
          reason,
        }),
      );
    } finally {
      signal.removeEventListener('abort', stop);
      page = null;
      if (!window.isDestroyed()) window.destroy();
    }
  };
}
