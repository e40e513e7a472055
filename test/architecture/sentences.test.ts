import { setupI18n } from '@lingui/core';
import { describe, expect, it } from 'vitest';
import { inEnglish } from '../../core/sentence.ts';
import { listSources, readImports } from './read-imports.ts';
import { type Call, callsIn, isText, type Placeholder, placeholdersOf, readCalls } from './read-sentences.ts';

/** What only a person at the terminal reads: the command line, what it asks of another process, and the start. */
const spokenAtTheTerminal = [
  'electron/cli/',
  'electron/launch/',
  'electron/services/hand-over/',
  'electron/services/verify/',
  'electron/browser/listen-on-loopback.ts',
  'electron/browser/open-window.ts',
  'electron/browser/parse-options.ts',
  'electron/browser/static-files.ts',
];

const sources = ['core', 'electron', 'renderer'].flatMap(listSources);
const heardByReaders = sources.filter((file) => !spokenAtTheTerminal.some((place) => file.startsWith(place)));
/** The calls of `core/sentence.ts`; there are other functions of that name. */
const said = sources
  .filter((file) => readImports(file).some(({ to }) => to === 'core/sentence.ts'))
  .flatMap((file) => readCalls(file, ['say']));
const placeOf = ({ file, line }: Call): string => `${file}:${line}`;

/** The calls that give a reader text in place of a sentence. */
const untranslatable = (calls: readonly Call[]): string[] =>
  calls.filter((call) => call.args[1] === undefined || isText(call.args[1], call)).map(placeOf);

/** The pattern of a call of `say` where it is marked and whole; `null` where the extractor would not find it. */
function patternOf({ args: [pattern], text }: Call): string | null {
  if (pattern?.type !== 'Literal' || typeof pattern['value'] !== 'string') return null;
  return /say\(\s*\/\*i18n\*\/\s*$/u.test(text.slice(0, pattern.start)) ? pattern['value'] : null;
}

/** The names that a call of `say` gives values to; `null` where that cannot be seen in it. */
function namesGiven({ args: [, values] }: Call): string[] | null {
  if (values === undefined) return [];
  const properties = values['properties'];
  if (values.type !== 'ObjectExpression' || !Array.isArray(properties)) return null;
  return properties.map((property) => String(property?.key?.name));
}

const patterns = [...new Set(said.flatMap((call) => patternOf(call) ?? []))];

/** Values of every kind that `placeholders` tell apart, in as many sets as the longest list of them. */
function samplesFor(placeholders: readonly Placeholder[]): Record<string, string | number>[] {
  const choices = placeholders.map(({ name, kind, keys }) => {
    if (kind === 'plural') return { name, values: [0, 1, 2, 5, 21, 1_234] };
    if (kind === 'select') return { name, values: [...keys, 'none of these'] };
    return { name, values: ['a {b} # ’ “Źмена” {c, plural, other {#}}', 7, 12_345] };
  });
  const length = Math.max(1, ...choices.map(({ values }) => values.length));
  return Array.from({ length }, (_, at) =>
    Object.fromEntries(choices.map(({ name, values }) => [name, values[at % values.length] ?? ''])),
  );
}

describe('what the engine says', () => {
  it('reaches a reader only as a sentence that can be translated', () => {
    const calls = heardByReaders.flatMap((file) => readCalls(file, ['fail', 'notice']));
    expect(calls.length).toBeGreaterThan(90);
    expect(untranslatable(calls)).toEqual([]);
  });

  it('is marked for the extractor and never put together', () => {
    expect(said.length).toBeGreaterThan(150);
    expect(said.filter((call) => patternOf(call) === null).map(placeOf)).toEqual([]);
  });

  it('has a value for every placeholder, and no other', () => {
    const wrong = said.filter((call) => {
      const wanted = placeholdersOf(patternOf(call) ?? '').map(({ name }) => name);
      return namesGiven(call)?.sort().join() !== [...new Set(wanted)].sort().join();
    });
    expect(wrong.map(placeOf)).toEqual([]);
  });

  it('has no straight apostrophe, which would quote in a message', () => {
    expect(patterns.filter((pattern) => pattern.includes("'"))).toEqual([]);
  });

  it('is the same English here as in the catalogue', () => {
    const i18n = setupI18n({
      locale: 'en',
      messages: { en: Object.fromEntries(patterns.map((pattern) => [pattern, pattern])) },
    });
    for (const pattern of patterns) {
      for (const values of samplesFor(placeholdersOf(pattern))) {
        expect(inEnglish({ pattern, values }), pattern).toBe(i18n._(pattern, values));
      }
    }
  });
});

describe('the watch over it', () => {
  it.each([
    ["fail('invalid', 'It is wrong.')"],
    ["fail('invalid', `It is wrong.`)"],
    ["const message = `It is wrong.`; fail('invalid', message)"],
    ["const message = isShort ? 'Short.' : 'Long.'; fail('invalid', message)"],
    ["function refuse(message: string) { return fail('invalid', message); }"],
    ["fail('invalid', error.message)"],
    ["fail('invalid', 'It is ' + kind)"],
  ])('sees text in place of a sentence: %s', (source) => {
    expect(untranslatable(callsIn('a.ts', source, ['fail']))).toEqual(['a.ts:1']);
  });

  it.each([
    ["fail('invalid', say(/*i18n*/ 'It is wrong.'))"],
    ["const told = say(/*i18n*/ 'It is wrong.'); fail('invalid', told)"],
    ["fail('invalid', fault ?? say(/*i18n*/ 'It is wrong.'))"],
    ["fail('read-only', store.readOnlyReason)"],
  ])('lets a sentence pass: %s', (source) => {
    expect(untranslatable(callsIn('a.ts', source, ['fail']))).toEqual([]);
  });

  it('sees a pattern that is not marked, or not whole', () => {
    const calls = callsIn('a.ts', "say('a'); say(/*i18n*/ `a`); say(/*i18n*/ 'a' + b); say(/*i18n*/ 'a')", ['say']);
    expect(calls.map(patternOf)).toEqual([null, null, null, 'a']);
  });

  it('reads placeholders in plurals and choices', () => {
    const pattern = '{count, plural, one {# {kind}} other {# of {all}}} in {where, select, note {a note} other {it}}';
    expect(placeholdersOf(pattern).map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'kind plain',
      'all plain',
      'count plural',
      'where select',
    ]);
  });
});
