import { expect, type Page } from '@playwright/test';
import type { AttestBridge } from '../../core/ipc-contract.ts';
import { test } from '../support/app-fixture.ts';

/** An address that no name server knows: nothing can be there by chance. */
const outside = 'https://outside.invalid/page';

/** Calls the host as a page could that does not keep to the contract: by the desktop's bridge, or by the server. */
function callFreely(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    async ([callName, callInput]) => {
      const { attest } = window as unknown as {
        attest?: { call: (name: unknown, input: unknown) => Promise<unknown> };
      };
      if (attest) return attest.call(callName, callInput);
      const response = await fetch(`/call/${callName}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Attest': '1' },
        body: JSON.stringify(callInput),
      });
      return response.json();
    },
    [name, input] as const,
  );
}

test('the page has no part of Node or Electron, reaches nothing outside and runs nothing from elsewhere', async ({
  page,
}) => {
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
  );
  expect(found).toEqual([]);

  const refusal = await page.evaluate(async (url) => {
    try {
      await fetch(url, { mode: 'no-cors' });
      return 'answered';
    } catch (error) {
      return error instanceof Error ? error.name : 'refused';
    }
  }, outside);
  expect(refusal).toBe('TypeError');

  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    try {
      script.textContent = 'document.documentElement.dataset.inline = "ran"';
    } catch {
      // The policy lets no text become a script even here: then by a node, which is not looked at.
      script.append('document.documentElement.dataset.inline = "ran"');
    }
    document.head.append(script);
    // A timer, because the evaluation of this function itself is exempt from the rule on code made from text.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          resolve(new Function('return "ran"')());
        } catch {
          resolve('refused');
        }
      });
    });
    return { inline: document.documentElement.dataset['inline'] ?? 'refused', evaluated };
  });
  expect(ran).toEqual({ inline: 'refused', evaluated: 'refused' });
});

test('calls are answered by the contract: what is in it, and with a fault what is not', async ({ page, app }) => {
  expect(await callFreely(page, 'openSession', {})).toMatchObject({
    ok: true,
    value: { host: app.runtime === 'browser' ? 'browser' : 'desktop', workspaceFolder: app.workspaceFolder },
  });
  const request = { query: 'torture', spellings: true, limit: 1, typing: false };
  await expect
    .poll(() => callFreely(page, 'search', request), { message: 'a hit by the search thread' })
    .toMatchObject({ ok: true, value: { building: null, hits: [{ exact: expect.stringMatching(/torture/iu) }] } });
  for (const name of ['deleteEverything', 'constructor', '__proto__']) {
    expect(await callFreely(page, name, {})).toMatchObject({ ok: false, fault: { message: expect.any(String) } });
  }
  for (const input of [null, 'text', { ...request, query: 7 }, { ...request, limit: -1 }]) {
    expect(await callFreely(page, 'search', input)).toMatchObject({ ok: false, fault: { code: 'invalid' } });
  }
});

test('what was saved is there again after a restart, and after the process was killed', async ({ page, app }) => {
  expect(await callFreely(page, 'changeTag', { do: 'create', path: 'asylum' })).toMatchObject({ ok: true });
  const again = await app.restart();
  expect(JSON.stringify(await callFreely(again, 'openSession', {}))).toContain('"asylum"');
  expect(await callFreely(again, 'changeTag', { do: 'create', path: 'ill-treatment' })).toMatchObject({
    ok: true,
    value: { save: { state: 'saved' } },
  });
  await app.kill();
  const session = JSON.stringify(await callFreely(await app.start(), 'openSession', {}));
  expect(session).toContain('"asylum"');
  expect(session).toContain('"ill-treatment"');
});

test.describe('the desktop window', () => {
  test.beforeEach(({ runtime }) => {
    test.skip(runtime === 'browser', 'a browser window is its user’s own: the server has tests of its own');
  });

  test('gives the page the two functions of the bridge, and tells changes until nobody listens', async ({ page }) => {
    const bridge = await page.evaluate(() => {
      const { attest } = window as unknown as { attest: AttestBridge };
      return Object.entries(attest).map(([name, value]) => [name, typeof value]);
    });
    expect(Object.fromEntries(bridge)).toEqual({ call: 'function', subscribe: 'function' });
    const heard = await page.evaluate(async () => {
      const { attest } = window as unknown as { attest: AttestBridge };
      const names: string[] = [];
      let stopsHearing = (): void => {};
      const first = new Promise<void>((resolve) => {
        stopsHearing = attest.subscribe((event) => {
          if (event.type !== 'changed') return;
          names.push(...event.tags.put.map((tag) => tag.name));
          resolve();
        });
      });
      await attest.call('changeTag', { do: 'create', path: 'first' });
      await first;
      stopsHearing();
      const second = new Promise<void>((resolve) => {
        attest.subscribe((event) => {
          if (event.type === 'changed') resolve();
        });
      });
      await attest.call('changeTag', { do: 'create', path: 'second' });
      await second;
      return names;
    });
    expect(heard).toEqual(['first']);
  });

  test('stays on the reader, opens no other window and grants no permission but writing to the clipboard', async ({
    page,
  }) => {
    const before = page.url();
    await page.evaluate((url) => {
      document.documentElement.dataset['mark'] = 'still here';
      window.location.href = url;
    }, outside);
    await page.waitForTimeout(500);
    expect(page.url()).toBe(before);
    expect(await page.evaluate(() => document.documentElement.dataset['mark'])).toBe('still here');
    await page.evaluate((url) => {
      window.open(url);
    }, outside);
    await page.waitForTimeout(500);
    expect(page.context().pages().length).toBe(1);
    const states = await page.evaluate(async () => {
      const query = async (name: string): Promise<string> =>
        (await navigator.permissions.query({ name: name as PermissionName })).state; // Newer than TypeScript's list.
      return {
        read: await query('clipboard-read'),
        place: await query('geolocation'),
        notices: await query('notifications'),
      };
    });
    expect(states).toEqual({ read: 'denied', place: 'denied', notices: 'denied' });
    await page.bringToFront();
    expect(await page.evaluate(() => navigator.clipboard.writeText('a citation').then(() => 'written'))).toBe(
      'written',
    );
  });
});
