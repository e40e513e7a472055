/** An object of JSON. What is asked of it is asked by `own`, so that `__proto__` and the like are nothing but keys. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value of JSON is an object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands under the first of `keys` that an object of JSON has. */
export function own(object: JsonObject, ...keys: readonly string[]): unknown {
  const key = keys.find((candidate) => Object.hasOwn(object, candidate));
  return key === undefined ? undefined : object[key];
}

/** One or many, as JSON-LD has it: always a list, empty for nothing. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The first text of a value, a list of values or a literal of JSON-LD; `null` where there is none. */
export function textOf(value: unknown): string | null {
  for (const item of listOf(value)) {
    if (typeof item === 'string') return item;
    const literal = isObject(item) ? own(item, '@value') : null;
    if (typeof literal === 'string') return literal;
  }
  return null;
}

/** The IRI that a value is, or that names an object. */
export function idOf(value: unknown): string | null {
  const [first] = listOf(value);
  return isObject(first) ? textOf(own(first, 'id', '@id')) : textOf(first);
}

/** Whether an object says that it is of this type, in short or with the vocabulary's prefix. */
export function isOfType(object: JsonObject, type: string): boolean {
  return listOf(own(object, 'type', '@type')).some(
    (own) => own === type || own === `oa:${type}` || own === `as:${type}`,
  );
}

/** Whether there are more than `limit` levels of lists and objects, one in the other. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    const below: unknown[] = [];
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue;
      if (depth >= limit) return true;
      for (const inner of Object.values(item)) if (typeof inner === 'object' && inner !== null) below.push(inner);
    }
    level = below;
  }
  return false;
}
