/**
 * Carries values between processes and worlds as text. Callers have put them through `structuredClone`, so only what
 * that leaves needs a form. Self-contained: its source text is also run inside the page.
 *
 * @returns {{ encode: (value: unknown) => string, decode: (text: string) => any }}
 */
export function makeWire() {
  const pack = (value) => {
    if (value === undefined) return { u: 1 };
    if (typeof value === 'number' && !Number.isFinite(value)) return { n: String(value) };
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return { v: value };
    if (Array.isArray(value)) return { a: value.map(pack) };
    if (value instanceof Error) return { e: [value.name, value.message] };
    if (value instanceof Date) return { d: value.getTime() };
    if (value instanceof Uint8Array) return { b: [...value] };
    if (value instanceof Map) return { m: [...value].map(([key, item]) => [pack(key), pack(item)]) };
    if (value instanceof Set) return { s: [...value].map(pack) };
    if (Object.prototype.toString.call(value) === '[object Object]') {
      return { o: Object.entries(value).map(([key, item]) => [key, pack(item)]) };
    }
    throw new Error(`The double does not model ${Object.prototype.toString.call(value)} in a message.`);
  };
  const unpack = (packed) => {
    if ('u' in packed) return undefined;
    if ('n' in packed) return Number(packed.n);
    if ('v' in packed) return packed.v;
    if ('a' in packed) return packed.a.map(unpack);
    if ('e' in packed) return Object.assign(new Error(packed.e[1]), { name: packed.e[0] });
    if ('d' in packed) return new Date(packed.d);
    if ('b' in packed) return Uint8Array.from(packed.b);
    if ('m' in packed) return new Map(packed.m.map(([key, item]) => [unpack(key), unpack(item)]));
    if ('s' in packed) return new Set(packed.s.map(unpack));
    return Object.fromEntries(packed.o.map(([key, item]) => [key, unpack(item)]));
  };
  return {
    encode: (value) => JSON.stringify(pack(value)),
    decode: (text) => unpack(JSON.parse(text)),
  };
}
