import { strict } from './strict.mjs';

const handlers = new Map();

/** Electron's `ipcMain`, as far as it is modelled. */
export const ipcMain = strict(
  {
    handle: (channel, handler) => {
      if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
      handlers.set(channel, handler);
    },
    removeHandler: (channel) => handlers.delete(channel),
  },
  'ipcMain',
);

/**
 * Copies a value as a message would be.
 *
 * @param {unknown} value
 */
export function cloneForMessage(value) {
  try {
    return structuredClone(value);
  } catch {
    throw new Error('An object could not be cloned.');
  }
}

/**
 * Runs the handler of a channel; a failure has the words that Electron gives it in the page.
 *
 * @param {object} event
 * @param {string} channel
 * @param {readonly unknown[]} args
 * @returns {Promise<{ value: unknown } | { error: string }>}
 */
export async function invokeHandler(event, channel, args) {
  try {
    const handler = handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return { value: cloneForMessage(await handler(event, ...args)) };
  } catch (error) {
    process.stderr.write(`Error occurred in handler for '${channel}': ${error}\n`);
    return { error: `Error invoking remote method '${channel}': ${error}` };
  }
}
