import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { admitPort } from '../support/offline/recording.ts';

test.beforeEach(({ runtime }) => test.skip(runtime !== 'browser', 'only the browser edition has a server'));

/** Opens a page of somebody else's, from another server on this computer, in the browser that is signed in to Attest. */
async function visitAttacker(page: Page): Promise<{ attacker: Page; server: Server; knocks: string[] }> {
  const knocks: string[] = [];
  const server = createServer((request, response) => {
    knocks.push(`${request.method} ${request.url} ${request.headers.referer ?? ''} ${request.headers.cookie ?? ''}`);
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end('<!doctype html><title>Attacker</title>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // A listening TCP server has one; only pipes give a string.
  admitPort(process.env, port);
  // The test's own context takes one page only: this one has its cookies, as another tab has.
  const context = await page
    .context()
    .browser()
    ?.newContext({ storageState: await page.context().storageState() });
  if (!context) throw new Error('The browser edition is tested in a browser.');
  const signedIn = await context.newPage();
  await signedIn.goto(new URL(page.url()).origin);
  await expect(signedIn.getByRole('navigation', { name: 'Library' })).toBeVisible();
  const attacker = await context.newPage();
  await attacker.goto(`http://attacker.localhost:${port}/`);
  await expect(attacker).toHaveTitle('Attacker');
  return { attacker, server, knocks };
}

test('a website in the same browser reads nothing of Attest, changes nothing and frames nothing', async ({ page }) => {
  const target = new URL(page.url()).origin;
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  const tags = await page.getByRole('complementary').first().innerText();
  const { attacker, server, knocks } = await visitAttacker(page);

  const tried = await attacker.evaluate(async (origin) => {
    const attempt = async (what: () => Promise<unknown>): Promise<string> => {
      try {
        return `got ${String(await what())}`;
      } catch {
        return 'refused';
      }
    };
    const readFrame = (): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const frame = document.createElement('iframe');
        frame.src = origin;
        frame.addEventListener('load', () => {
          try {
            // What was refused is an error page, of no origin that this page could read.
            resolve(frame.contentWindow?.document.body.innerText);
          } catch (error) {
            reject(error);
          }
        });
        document.body.append(frame);
      });
    const load = (make: () => HTMLElement): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const element = make();
        element.addEventListener('load', resolve);
        element.addEventListener('error', reject);
        document.body.append(element);
      });
    const json = { 'Content-Type': 'application/json', 'X-Attest': '1' };
    const body = JSON.stringify({ do: 'create', path: 'stolen' });
    const call = `${origin}/call/changeTag`;
    return {
      read: await attempt(async () => (await fetch(origin, { credentials: 'include' })).text()),
      openSession: await attempt(async () =>
        (
          await fetch(`${origin}/call/openSession`, {
            method: 'POST',
            credentials: 'include',
            headers: json,
            body: '{}',
          })
        ).text(),
      ),
      plainJson: await attempt(async () => {
        const answer = await fetch(call, { method: 'POST', mode: 'no-cors', credentials: 'include', body });
        return answer.type === 'opaque' ? Promise.reject(new Error('opaque')) : answer.text();
      }),
      events: await attempt(
        () =>
          new Promise((resolve, reject) => {
            const stream = new EventSource(`${origin}/events`, { withCredentials: true });
            stream.onopen = resolve;
            stream.onerror = reject;
          }),
      ),
      socket: await attempt(
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket(`${origin.replace('http', 'ws')}/events`);
            socket.onopen = resolve;
            socket.onerror = reject;
          }),
      ),
      script: await attempt(() => load(() => Object.assign(document.createElement('script'), { src: `${origin}/` }))),
      picture: await attempt(() => load(() => Object.assign(document.createElement('img'), { src: `${origin}/` }))),
      frame: await attempt(readFrame),
    };
  }, target);
  for (const [what, answer] of Object.entries(tried)) expect(answer, what).toBe('refused');

  // A form needs no script and no permission: it goes there, with what the browser would send along.
  await attacker.evaluate((origin) => {
    document.body.innerHTML = `<form method="post" enctype="text/plain" action="${origin}/call/changeTag"><input name='{"do":"create","path":"stolen","x":"' value='"}'></form>`;
    document.querySelector('form')?.submit();
  }, target);
  await expect(attacker.locator('body')).toContainText('"ok":false');

  // A link to it arrives without the cookie, and a window opened on it is out of its opener's reach.
  await attacker.goBack();
  const [opened] = await Promise.all([
    attacker.waitForEvent('popup'),
    attacker.evaluate((origin) => void window.open(origin, 'target'), target),
  ]);
  await expect(opened.locator('body')).toContainText('refused');
  await opened.close();

  expect(await page.getByRole('complementary').first().innerText()).toBe(tags);
  const session = await page.evaluate(async () => {
    const answer = await fetch('/call/openSession', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Attest': '1' },
      body: '{}',
    });
    return answer.text();
  });
  expect(session).toContain('"ok":true');
  expect(session).not.toContain('stolen');
  expect(knocks.filter((knock) => knock.includes('attest-session') || knock.includes(target))).toEqual([]);
  server.close();
  await attacker.context().close();
});

test('the page itself can leave nothing behind that goes on without it: no worker, no service worker', async ({
  page,
}) => {
  const refused = await page.evaluate(async () => {
    const attempt = async (what: () => unknown): Promise<string> => {
      try {
        await what();
        return 'done';
      } catch (error) {
        return error instanceof Error ? error.name : 'refused';
      }
    };
    const script = document.querySelector('script')?.src ?? '';
    return [
      await attempt(() => navigator.serviceWorker.register(script)),
      await attempt(() => {
        document.body.insertAdjacentHTML('beforeend', '<img src="x">');
      }),
      await attempt(() => new Worker(script)),
      (await navigator.serviceWorker.getRegistrations()).length,
    ];
  });
  expect(refused.slice(0, 2)).not.toContain('done');
  expect(refused[2]).not.toBe('done');
  expect(refused[3]).toBe(0);
});
