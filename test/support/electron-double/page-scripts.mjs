import { makeWire } from './wire.mjs';

/**
 * One end of Electron's context bridge: gives the other world copies of values, and functions that call back into this
 * one. The two worlds of a page share the DOM but no objects, so calls travel as events, which are synchronous. Runs in
 * the page, before its own scripts.
 */
function makeBridgeEnd(secret, here, there) {
  const { dispatchEvent, addEventListener } = globalThis;
  const functions = [];
  const waiting = new Map();
  let promises = 0;
  let reply = null;

  const post = (message) =>
    dispatchEvent.call(window, new CustomEvent(`${secret}-${there}`, { detail: JSON.stringify(message) }));

  const packPromise = (promise) => {
    promises += 1;
    const id = promises;
    promise.then(
      (value) => post({ settle: id, value: pack(value) }),
      (error) => post({ settle: id, error: error instanceof Error ? error.message : String(error) }),
    );
    return { promise: id };
  };
  const pack = (value) => {
    if (value === undefined) return {};
    if (typeof value === 'function') return { function: functions.push(value) - 1 };
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return { value };
    if (value instanceof Promise) return packPromise(value);
    if (Array.isArray(value)) return { array: value.map(pack) };
    if (Object.prototype.toString.call(value) === '[object Object]') {
      return { object: Object.entries(value).map(([key, item]) => [key, pack(item)]) };
    }
    throw new Error('An object could not be cloned.');
  };
  const callOther = (index, args) => {
    reply = null;
    post({ call: index, args: args.map(pack) });
    const answer = reply;
    if (answer === null) throw new Error('The other world did not answer.');
    if ('error' in answer) throw new Error(answer.error);
    return unpack(answer.value);
  };
  const unpack = (packed) => {
    if ('value' in packed) return packed.value;
    if ('array' in packed) return packed.array.map(unpack);
    if ('object' in packed) return Object.fromEntries(packed.object.map(([key, item]) => [key, unpack(item)]));
    if ('function' in packed) return (...args) => callOther(packed.function, args);
    if ('promise' in packed) {
      return new Promise((resolve, reject) => waiting.set(packed.promise, { resolve, reject }));
    }
    return undefined;
  };
  const receive = (message) => {
    if ('reply' in message) {
      reply = message.reply;
    } else if ('settle' in message) {
      const { resolve, reject } = waiting.get(message.settle);
      waiting.delete(message.settle);
      if ('error' in message) reject(new Error(message.error));
      else resolve(unpack(message.value));
    } else {
      let answer;
      try {
        answer = { value: pack(functions[message.call](...message.args.map(unpack))) };
      } catch (error) {
        answer = { error: error instanceof Error ? error.message : String(error) };
      }
      post({ reply: answer });
    }
  };
  addEventListener.call(window, `${secret}-${here}`, (event) => receive(JSON.parse(event.detail)));
  return { callOther, publish: (fn) => functions.push(fn) - 1 };
}

/** The main world's part: function 0 puts an API on `window`, frozen as Electron does. */
function prepareMainWorld(bridge) {
  const freeze = (value) => {
    if (typeof value !== 'object' || value === null) return value;
    for (const item of Object.values(value)) freeze(item);
    return Object.freeze(value);
  };
  bridge.publish((key, api) => {
    if (key in window) throw new Error('Cannot bind an API on top of an existing property on the window object');
    Object.defineProperty(window, key, { value: freeze(api), enumerable: true });
  });
}

/** The preload's surroundings: the few modules that a sandboxed preload may require, with `ipcRenderer` on `send`. */
function preparePreloadWorld({ bridge, wire, bindingName, isIsolated }) {
  const send = globalThis[bindingName];
  const pending = new Map();
  const listeners = new Map();
  let calls = 0;

  const clone = (args) => {
    try {
      return wire.encode(structuredClone(args));
    } catch (error) {
      throw error instanceof DOMException ? new Error('An object could not be cloned.') : error;
    }
  };
  const listenersOf = (channel) => listeners.get(channel) ?? [];
  const ipcRenderer = {
    invoke: (channel, ...args) =>
      new Promise((resolve, reject) => {
        calls += 1;
        pending.set(calls, { resolve, reject });
        send(JSON.stringify({ id: calls, channel, args: clone(args) }));
      }),
    on: (channel, listener) => {
      listeners.set(channel, [...listenersOf(channel), listener]);
      return ipcRenderer;
    },
    removeListener: (channel, listener) => {
      listeners.set(
        channel,
        listenersOf(channel).filter((other) => other !== listener),
      );
      return ipcRenderer;
    },
  };
  ipcRenderer.off = ipcRenderer.removeListener;
  const contextBridge = {
    exposeInMainWorld: (key, api) => {
      if (!isIsolated) throw new Error('contextBridge API can only be used when contextIsolation is enabled');
      bridge.callOther(0, [key, api]);
    },
  };
  const strict = (object, name) =>
    new Proxy(object, {
      get: (target, key) => {
        if (key in target || typeof key === 'symbol') return target[key];
        throw new Error(`The double does not model ${name}${String(key)}.`);
      },
    });
  const electron = strict(
    { contextBridge: strict(contextBridge, 'contextBridge.'), ipcRenderer: strict(ipcRenderer, 'ipcRenderer.') },
    'in the preload: ',
  );
  const receive = (text) => {
    const message = wire.decode(text);
    if ('channel' in message) {
      for (const listener of listenersOf(message.channel)) listener({}, ...message.args);
      return;
    }
    const { resolve, reject } = pending.get(message.id);
    pending.delete(message.id);
    if ('error' in message) reject(new Error(message.error));
    else resolve(message.value);
  };
  Object.defineProperty(globalThis, `${bindingName}Receive`, { value: receive });
  return (name) => {
    if (name === 'electron') return electron;
    throw new Error(`module not found: ${name}`);
  };
}

/**
 * The text of the script for the page's own world. `secret` names the events between the worlds.
 *
 * @param {string} secret
 */
export function mainWorldScript(secret) {
  return `(${prepareMainWorld})((${makeBridgeEnd})(${JSON.stringify(secret)}, 'main', 'preload'));`;
}

/**
 * The text of the script that runs the preload, as a CommonJS module that can require what a sandboxed one can. An error
 * in it is reported through the binding, as Electron reports it and goes on.
 *
 * @param {{ secret: string, bindingName: string, isIsolated: boolean, source: string, path: string }} preload
 */
export function preloadScript({ secret, bindingName, isIsolated, source, path }) {
  const settings = JSON.stringify({ bindingName, isIsolated });
  return `if (window === window.top) {
    const bridge = (${makeBridgeEnd})(${JSON.stringify(secret)}, 'preload', 'main');
    const require = (${preparePreloadWorld})({ bridge, wire: (${makeWire})(), ...${settings} });
    try {
      (function (require, module, exports) {${source}\n})(require, { exports: {} }, {});
    } catch (error) {
      globalThis[${JSON.stringify(bindingName)}](JSON.stringify({ preloadError: ${JSON.stringify(path)} + ': ' + error.message }));
    }
  }`;
}
