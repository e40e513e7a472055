import { setTimeout as wait } from 'node:timers/promises';
import { toAppUrl } from './address.mjs';
import { tellTest } from './control.mjs';
import { standardSchemes } from './session.mjs';

/** How long is waited for what a new window asks for, in milliseconds, and how often is looked. */
const popupHoldMs = 10_000;
const popupLookMs = 25;

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

/**
 * Applies the window-open rule: what is denied is closed before it loads anything. What is allowed stays open, without a
 * preload, and everything it asks for counts as outside.
 *
 * @param {import('playwright-core').BrowserContext} context
 * @param {import('playwright-core').Page} opener
 * @param {(url: string) => boolean} isDenied
 */
export async function governPopups(context, opener, isDenied) {
  let stopped = 0;
  await context.route('**/*', async (route) => {
    const url = toAppUrl(route.request().url());
    if (!isDenied(url)) return stopOutside(route, url);
    await route.abort('blockedbyclient');
    stopped += 1;
  });
  opener.on('popup', async (popup) => {
    // On a busy machine a window does not say at once where it is led to. One that is closed before its request was stopped
    // here would let that go on.
    for (let waited = 0; waited < popupHoldMs && stopped === 0; waited += popupLookMs) {
      const url = toAppUrl(popup.url());
      if (/^[a-z]+:\/\//u.test(url) && !isDenied(url)) return;
      await wait(popupLookMs);
    }
    stopped = Math.max(0, stopped - 1);
    await popup.close();
  });
}
