import { randomBytes } from 'node:crypto';
import { toAppUrl } from './address.mjs';
import { tellTest } from './control.mjs';
import { standardSchemes } from './session.mjs';

/** A request that would leave the computer: told to the test, and stopped. */
async function stopOutside(route, url) {
  tellTest({ type: 'outside-request', url });
  // Not as an unknown name: Chromium then asks name servers whether there is a network at all.
  await route.abort('blockedbyclient');
}

/**
 * Answers a page's request as its session says: its rules first, then the handler of the scheme.
 *
 * @param {import('playwright-core').Route} route
 * @param {any} session
 */
async function answerRequest(route, session) {
  const request = route.request();
  const url = toAppUrl(request.url());
  const details = { url, method: request.method(), resourceType: request.resourceType() };
  if (!(await session.allowsRequest(details))) return route.abort('blockedbyclient');
  const scheme = new URL(url).protocol.slice(0, -1);
  if (!standardSchemes.has(scheme)) return stopOutside(route, url);
  const handler = session.handlers.get(scheme);
  if (!handler) return route.abort('failed');
  const body = request.postDataBuffer();
  const response = await handler(
    new Request(url, { method: request.method(), headers: request.headers(), ...(body ? { body } : {}) }),
  );
  return route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

/**
 * Applies the rules of navigation and of requests to the page of a window. A navigation counts as the page's own unless
 * the window is loading; a reload cannot be told from a test's and is let through.
 *
 * @param {import('playwright-core').Page} page
 * @param {{ session: any, contents: any, isLoading: () => boolean }} window
 */
export async function governRequests(page, { session, contents, isLoading }) {
  await page.route('**/*', async (route) => {
    const request = route.request();
    if (request.isNavigationRequest()) {
      const isMainFrame = request.frame() === page.mainFrame();
      const url = toAppUrl(request.url());
      const isReload = isMainFrame && request.url() === page.url();
      if (!(isMainFrame && isLoading()) && !isReload) {
        let isDenied = false;
        const event = { url, isMainFrame, preventDefault: () => (isDenied = true) };
        contents.emit('will-frame-navigate', event);
        if (isMainFrame) contents.emit('will-navigate', event, url);
        if (isDenied) return route.abort('aborted');
      }
    }
    return answerRequest(route, session);
  });
}

/** In a page's own world: has `window.open` ask outside the page, as Electron does before there is any window. */
function askBeforeOpening(bindingName) {
  const ask = globalThis[bindingName];
  delete globalThis[bindingName];
  window.open = (url = 'about:blank') => {
    ask(new URL(url, document.baseURI).href);
    return null;
  };
}

/**
 * Applies the window-open rule: what is denied never comes to be. A real window that is closed again will not do, since
 * with two programs at one Chromium its request may be out before it is stopped. What is allowed stays open, without a
 * preload, and everything it asks for counts as outside; its opener does not get hold of it.
 *
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').CDPSession} cdp
 * @param {(url: string) => boolean} isDenied
 */
export async function governPopups(page, cdp, isDenied) {
  const bindingName = `open${randomBytes(8).toString('hex')}`;
  cdp.on('Runtime.bindingCalled', async ({ name, payload }) => {
    if (name !== bindingName || isDenied(toAppUrl(payload))) return;
    const opened = await page.context().newPage();
    await opened.route('**/*', (route) => stopOutside(route, toAppUrl(route.request().url())));
    await opened.goto(payload).catch(() => {
      // What it asked for was stopped, and it stays open.
    });
  });
  await cdp.send('Runtime.addBinding', { name: bindingName });
  const source = `(${askBeforeOpening})(${JSON.stringify(bindingName)});`;
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source });
  page.on('popup', (popup) => {
    throw new Error(`The double does not model a window that a link opens, as ${popup.url()}.`);
  });
}
