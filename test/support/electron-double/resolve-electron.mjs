/** A module hook: the module `electron` is the double. Works as an asynchronous hook (Node 20) and a synchronous one. */
export function resolve(specifier, context, next) {
  if (specifier !== 'electron') return next(specifier, context);
  return { url: new URL('./electron.mjs', import.meta.url).href, shortCircuit: true };
}
