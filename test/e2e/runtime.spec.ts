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

test('the page has no part of Node or Electron', async ({ page }) => {
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
  );
  expect(found).toEqual([]);
});

test('a session opens on the runtime that is tested and on the chosen workspace', async ({ page, app }) => {
  expect(await callFreely(page, 'openSession', {})).toMatchObject({
    ok: true,
    value: { host: app.runtime === 'browser' ? 'browser' : 'desktop', workspaceFolder: app.workspaceFolder },
  });
});

test('a call that the contract does not have gives a fault', async ({ page }) => {
  for (const name of ['deleteEverything', 'constructor', '__proto__']) {
    expect(await callFreely(page, name, {})).toMatchObject({ ok: false, fault: { message: expect.any(String) } });
  }
});

test('an input that the contract does not allow gives a fault', async ({ page }) => {
  for (const input of [null, 'text', { query: 7, limit: 1, typing: false }, { query: 'a', limit: -1, typing: false }]) {
    expect(await callFreely(page, 'search', input)).toMatchObject({ ok: false, fault: { code: 'invalid' } });
  }
});

test('a request to an address outside is refused', async ({ page }) => {
  const refusal = await page.evaluate(async (url) => {
    try {
      await fetch(url, { mode: 'no-cors' });
      return 'answered';
    } catch (error) {
      return error instanceof Error ? error.name : 'refused';
    }
  }, outside);
  expect(refusal).toBe('TypeError');
});

test('inline code and code made from text do not run', async ({ page }) => {
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.inline = "ran"';
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

test('what was saved is there again after a restart', async ({ page, app }) => {
  expect(await callFreely(page, 'changeTag', { do: 'create', path: 'asylum' })).toMatchObject({ ok: true });
  const again = await app.restart();
  const session = await callFreely(again, 'openSession', {});
  expect(JSON.stringify(session)).toContain('"asylum"');
});

test('what was saved is there again after the process was killed', async ({ page, app }) => {
  expect(await callFreely(page, 'changeTag', { do: 'create', path: 'asylum' })).toMatchObject({
    ok: true,
    value: { save: { state: 'saved' } },
  });
  await app.kill();
  const session = await callFreely(await app.start(), 'openSession', {});
  expect(JSON.stringify(session)).toContain('"asylum"');
});

test.describe('the desktop window', () => {
  test.beforeEach(({ runtime }) => {
    test.skip(runtime === 'browser', 'a browser window is its user’s own: the server has tests of its own');
  });

  test('the page gets the two functions of the bridge and nothing else', async ({ page }) => {
    const bridge = await page.evaluate(() => {
      const { attest } = window as unknown as { attest: AttestBridge };
      return Object.entries(attest).map(([name, value]) => [name, typeof value]);
    });
    expect(Object.fromEntries(bridge)).toEqual({ call: 'function', subscribe: 'function' });
  });

  test('a change is told to a subscriber until it unsubscribes', async ({ page }) => {
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

  test('stays on the reader when the page tries to leave', async ({ page }) => {
    const before = page.url();
    await page.evaluate((url) => {
      document.documentElement.dataset['mark'] = 'still here';
      window.location.href = url;
    }, outside);
    await page.waitForTimeout(500);
    expect(page.url()).toBe(before);
    expect(await page.evaluate(() => document.documentElement.dataset['mark'])).toBe('still here');
  });

  test('opens no other window', async ({ page }) => {
    await page.evaluate((url) => {
      window.open(url);
    }, outside);
    await page.waitForTimeout(500);
    expect(page.context().pages()).toHaveLength(1);
  });

  test('grants no permission but writing to the clipboard', async ({ page }) => {
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
