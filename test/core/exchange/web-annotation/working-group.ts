import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';

/** The W3C working group's assertions about Web Annotations, which lie beside the project where they are there at all. */
const folder = join(import.meta.dirname, '../../../../../shared/schemas/web-annotation');

/** Whether the assertions are there. */
export const hasAssertions = existsSync(folder);

type Json = null | boolean | number | string | Json[] | JsonObject;
interface JsonObject {
  readonly $ref?: Json;
  readonly minimum?: Json;
  readonly exclusiveMinimum?: Json;
  readonly expectedResult?: Json;
  readonly [key: string]: Json | undefined;
}

/**
 * A schema of JSON Schema draft 4 as a later one says it: there `id` named a schema, whatever stands beside `$ref` was not looked at,
 * and an exclusive minimum was a flag.
 */
function modern(schema: Json, isNames = false): Json {
  if (Array.isArray(schema)) return schema.map((item) => modern(item));
  if (typeof schema !== 'object' || schema === null) return schema;
  if (!isNames && typeof schema.$ref === 'string') return { $ref: schema.$ref };
  const entries = Object.entries(schema).flatMap(([key, value = null]): [string, Json][] => {
    if (isNames) return [[key, modern(value)]];
    if (key === '$schema' || key === 'id') return [];
    if (key === 'minimum' && schema.exclusiveMinimum === true) return [];
    if (key === 'exclusiveMinimum') return value === true ? [[key, schema.minimum ?? 0]] : [];
    if (key === 'enum') return [[key, value]];
    return [[key, modern(value, ['properties', 'patternProperties', 'definitions'].includes(key))]];
  });
  return Object.fromEntries(entries);
}

const read = (path: string): JsonObject => JSON.parse(readFileSync(join(folder, path), 'utf8'));

const isUri = (text: string): boolean => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/iu.test(text);
const isDateTime = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u.test(text) && Number.isFinite(Date.parse(text));

/** All assertions that a list of the working group names as MUST, and a function that says whether a document meets one. */
export function assertionsOf(
  list: string,
): readonly { readonly name: string; readonly isMet: (document: unknown) => boolean }[] {
  const ajv = new Ajv2019({ strict: false, validateSchema: false, formats: { uri: isUri, 'date-time': isDateTime } });
  for (const file of readdirSync(join(folder, 'definitions'))) {
    ajv.addSchema({ ...(modern(read(join('definitions', file))) as object), $id: `https://schemas.example/${file}` });
  }
  const { assertions } = read(list) as { assertions: string[] };
  return assertions.map((name) => {
    const schema = read(name);
    const $id = `https://schemas.example/${name.split('/').at(-1)}`;
    const { $ref, ...rest } = modern(schema) as { $ref?: string };
    const validate = ajv.compile({ ...rest, ...($ref ? { $ref } : {}), $id });
    const isExpected = schema.expectedResult === 'valid';
    return { name, isMet: (document) => validate(document) === isExpected };
  });
}
