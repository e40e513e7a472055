import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'vite';
import { describe, expect, it } from 'vitest';
import { listSources } from '../architecture/read-imports.ts';

const project = join(import.meta.dirname, '../..');

/** What holds words or a choice among some; browsers keep what is in them, so that a page that is opened again has it. */
const fields = /^(?:input|textarea|select|.*\.(?:Input|Textarea|Control))$/u;

/** Nothing that was typed is in these. */
const wordless = new Set(['checkbox', 'radio', 'file']);

/** The fields in a source of the interface whose content a browser may keep, as the lines they begin in. */
function fieldsThatAreKept(source: string): { readonly kept: number[]; readonly found: number } {
  const kept: number[] = [];
  let found = 0;
  const { program, errors } = parseSync('field.tsx', source);
  if (errors.length > 0) throw new Error(errors[0]?.message);
  new Visitor({
    JSXOpeningElement({ name, attributes, start }) {
      if (!fields.test(source.slice(name.start, name.end))) return;
      const literal = (wanted: string): unknown => {
        for (const attribute of attributes) {
          if (attribute.type !== 'JSXAttribute' || attribute.name.name !== wanted) continue;
          return attribute.value?.type === 'Literal' ? attribute.value.value : null;
        }
        return undefined;
      };
      if (wordless.has(String(literal('type')))) return;
      found += 1;
      if (literal('autoComplete') !== 'off') kept.push(source.slice(0, start).split('\n').length);
    },
  }).visit(program);
  return { kept, found };
}

describe('what is typed', () => {
  it('is kept by no browser, whatever the field', () => {
    const files = listSources('renderer').filter((file) => file.endsWith('.tsx'));
    const all = files.map((file) => ({ file, ...fieldsThatAreKept(readFileSync(join(project, file), 'utf8')) }));
    expect(all.flatMap(({ file, kept }) => kept.map((line) => `${file}:${line}`))).toEqual([]);
    expect(all.reduce((sum, { found }) => sum + found, 0)).toBeGreaterThan(20);
  });

  it.each([
    ['<input value={typed} />', 1],
    ['<textarea autoComplete="on" />', 1],
    ['<input type="password" autoComplete="new-password" />', 1],
    ['<Combobox.Input autoComplete={chosen} />', 1],
    ['<select><option /></select>', 1],
    ['<input autoComplete="off" />', 0],
    ['<input type="checkbox" />', 0],
  ])('is found where it would be kept: %s', (source, count) => {
    expect(fieldsThatAreKept(source).kept).toHaveLength(count);
  });
});
