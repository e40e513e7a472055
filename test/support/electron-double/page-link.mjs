import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { tellTest } from './control.mjs';
import { cloneForMessage, invokeHandler } from './ipc-main.mjs';
import { mainWorldScript, preloadScript } from './page-scripts.mjs';
import { makeWire } from './wire.mjs';

const wire = makeWire();

/**
 * Puts the preload into a page, in a world of its own where isolation is on, and connects it with `ipcMain`.
 *
 * @param {{ cdp: any, preload: string, isIsolated: boolean, makeEvent: () => object }} link
 * @returns {Promise<(channel: string, args: readonly unknown[]) => void>} Sends a message to the page.
 */
export async function linkPage({ cdp, preload, isIsolated, makeEvent }) {
  const secret = `bridge-${randomBytes(8).toString('hex')}`;
  const bindingName = `binding${randomBytes(8).toString('hex')}`;
  const worldName = 'Electron Isolated Context';
  let contextId = null;

  await cdp.send('Page.enable');
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    const isMain = context.auxData?.isDefault === true;
    if (isIsolated ? context.name === worldName : isMain) contextId = context.id;
  });
  cdp.on('Runtime.executionContextsCleared', () => {
    contextId = null;
  });
  await cdp.send('Runtime.enable');

  const deliver = async (id, message) => {
    const expression = `${bindingName}Receive(${JSON.stringify(wire.encode(message))})`;
    await cdp.send('Runtime.evaluate', { expression, contextId: id }).catch(() => {
      // The page has gone elsewhere or is closed: a message to it is lost, as in Electron.
    });
  };
  cdp.on('Runtime.bindingCalled', async ({ name, payload, executionContextId }) => {
    if (name !== bindingName) return;
    const message = JSON.parse(payload);
    if ('preloadError' in message) {
      process.stderr.write(`Unable to load preload script: ${message.preloadError}\n`);
      tellTest({ type: 'preload-error', message: message.preloadError });
      return;
    }
    const outcome = await invokeHandler(makeEvent(), message.channel, wire.decode(message.args));
    await deliver(executionContextId, { id: message.id, ...outcome });
  });
  await cdp.send('Runtime.addBinding', {
    name: bindingName,
    ...(isIsolated ? { executionContextName: worldName } : {}),
  });
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript(secret) });
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    source: preloadScript({ secret, bindingName, isIsolated, source: await readFile(preload, 'utf8'), path: preload }),
    ...(isIsolated ? { worldName } : {}),
  });
  return (channel, args) => {
    const message = { channel, args: cloneForMessage(args) };
    if (contextId !== null) void deliver(contextId, message);
  };
}
