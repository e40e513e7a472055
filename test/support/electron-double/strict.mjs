/**
 * Wraps a part of the double so that using anything it does not model throws and says so, instead of being `undefined`.
 *
 * @template {object} Part
 * @param {Part} part
 * @param {string} name How the application calls it, for the message.
 * @returns {Part}
 */
export function strict(part, name) {
  return new Proxy(part, {
    get: (target, key, receiver) => {
      // Promises look for `then`, and Node's console for the others, on every object.
      if (typeof key === 'symbol' || key in target || ['then', 'toJSON', 'constructor', '_eventsCount'].includes(key)) {
        return Reflect.get(target, key, receiver);
      }
      throw new Error(`The double does not model ${name}.${key}.`);
    },
  });
}

/**
 * Refuses options that the double would otherwise silently ignore.
 *
 * @param {Record<string, unknown>} options
 * @param {readonly string[]} known
 * @param {string} name
 */
export function checkOptions(options, known, name) {
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) throw new Error(`The double does not model the option ${key} of ${name}.`);
  }
}
