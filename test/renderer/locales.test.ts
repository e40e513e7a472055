import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCompiledCatalog } from '@lingui/cli/api';
import { describe, expect, it } from 'vitest';
import config from '../../lingui.config.ts';
import { languages } from '../../renderer/language/languages.ts';
import { ownCatalogue, readCatalogue } from '../support/read-catalogue.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const project = join(import.meta.dirname, '../..');
const translations = languages.filter((language) => language !== 'en');

/** A message as the interface runs it: words, and for what is put in a list of the name, how, and the words for each case. */
type Compiled = string | readonly (string | readonly [string, string?, Readonly<Record<string, Compiled>>?])[];

/** Throws where the text is no ICU message. */
function compile(text: string): Compiled {
  const { source, errors } = createCompiledCatalog('en', { text }, { namespace: 'json' });
  if (errors[0]) throw errors[0].error;
  // What Lingui's own compiler writes.
  return (JSON.parse(source) as { messages: { text: Compiled } }).messages.text;
}

/** What stands in a plural for its number. */
const numberSlot = '#';

interface Shape {
  /** The names that something is put in for, in the order of the alphabet. */
  readonly slots: readonly string[];
  /** The tags outside of choices, in the order of the alphabet. */
  readonly tags: readonly string[];
  readonly choices: ReadonlyMap<string, Choice>;
}

/** A choice by number (`plural`) or by word (`select`): which cases there are, and what is in each. */
interface Choice {
  readonly by: string;
  readonly cases: ReadonlyMap<string, Shape>;
}

function shapeOf(message: Compiled): Shape {
  const parts = typeof message === 'string' ? [message] : message;
  const slots = new Set<string>();
  const choices = new Map<string, Choice>();
  const tags: string[] = [];
  for (const part of parts) {
    if (typeof part === 'string') {
      tags.push(...(part.match(/<\/?\w+\/?>/gu) ?? []));
      if (part === '#') slots.add(numberSlot);
      continue;
    }
    const [name, how = '', cases] = part;
    slots.add(name);
    if (cases) {
      // Lingui keeps the offset of a plural among its cases.
      const words = Object.entries(cases).filter(([form]) => form !== 'offset');
      choices.set(name, { by: how, cases: new Map(words.map(([form, of]) => [form, shapeOf(of)])) });
    }
  }
  return { slots: [...slots].sort(), tags: tags.sort(), choices };
}

/** What a translation lacks or has too much beside its source, in words; none where it fits. */
function misfits(source: Shape, translation: Shape, forms: readonly string[]): string[] {
  const problems: string[] = [];
  if (String(source.slots) !== String(translation.slots)) {
    problems.push(`has {${translation.slots}} for {${source.slots}}`);
  }
  if (String(source.tags) !== String(translation.tags)) problems.push(`has ${translation.tags} for ${source.tags}`);
  for (const [name, { by, cases }] of source.choices) {
    const own = translation.choices.get(name);
    const ownCases = own?.by === by ? own.cases : new Map<string, Shape>();
    problems.push(...(by === 'select' ? misfitsOfSelect : misfitsOfPlural)(name, cases, ownCases, forms));
  }
  // A number that stands alone in English may bend the words around it in another language.
  const bare = [...translation.choices].filter(([name]) => !source.choices.has(name));
  for (const [name, { cases }] of bare) problems.push(...misfitsOfPlural(name, bareNumber, cases, forms));
  return problems;
}

/** The plural that a number alone would be. */
const bareNumber: ReadonlyMap<string, Shape> = new Map([
  ['other', { slots: [numberSlot], tags: [], choices: new Map() }],
]);

/** As `misfits`, for one choice by word: the words are the program's, and stay. */
function misfitsOfSelect(
  name: string,
  source: ReadonlyMap<string, Shape>,
  translation: ReadonlyMap<string, Shape>,
  forms: readonly string[],
): string[] {
  const words = [...new Set([...source.keys(), ...translation.keys()])];
  return words.flatMap((word) => {
    const [model, own] = [source.get(word), translation.get(word)];
    if (!model || !own) return [`has ${own ? 'an' : 'no'} “${word}” for ${name}`];
    return misfits(model, own, forms).map((problem) => `in “${word}” of ${name}: ${problem}`);
  });
}

/** As `misfits`, for one plural. An exact case of its own, as `=1`, is a translation's right. */
function misfitsOfPlural(
  name: string,
  source: ReadonlyMap<string, Shape>,
  translation: ReadonlyMap<string, Shape>,
  forms: readonly string[],
): string[] {
  const isExact = (form: string): boolean => /^\d+$/u.test(form);
  const [one, other] = [source.get('one'), source.get('other')];
  const problems = [...translation.keys()]
    .filter((form) => !isExact(form) && !forms.includes(form))
    .map((form) => `has “${form}” for ${name}, which is no form of the language`);
  for (const form of [...[...source.keys()].filter(isExact), ...forms]) {
    const shape = translation.get(form);
    if (!shape) {
      problems.push(`has no “${form}” for ${name}`);
      continue;
    }
    // English says “once” of one alone; what other languages call “one” is 21 and 31 too, so the number must be there.
    const numbered = one && {
      ...one,
      slots: [...new Set([...one.slots, ...(other?.slots ?? []).filter((slot) => slot === numberSlot)])].sort(),
    };
    const models = isExact(form) ? [source.get(form)] : form === 'one' ? [other, numbered] : [other];
    const found = models.flatMap((model) => (model ? [misfits(model, shape, forms)] : []));
    if (!found.some(({ length }) => length === 0)) {
      problems.push(...(found[0] ?? []).map((problem) => `in “${form}” of ${name}: ${problem}`));
    }
  }
  return problems;
}

describe('misfits', () => {
  const forms = ['one', 'few', 'many', 'other'];
  const of = (source: string, translation: string): string[] =>
    misfits(shapeOf(compile(source)), shapeOf(compile(translation)), forms);

  it('takes a translation with all that its source has, in another order', () => {
    expect(of('{a} of <0>{b}</0>', '<0>{b}</0>: {a}')).toEqual([]);
    expect(of('at most {n}', '{n, plural, one {# знак} few {# знакі} many {# знакаў} other {# знака}}')).toEqual([]);
    expect(of('{a, select, x {X} other {O}}', '{a, select, other {О} x {Х}}')).toEqual([]);
    expect(
      of(
        '{n, plural, =0 {none} one {# tag} other {# tags}}',
        '{n, plural, =0 {х} one {# а} few {# б} many {# в} other {# г}}',
      ),
    ).toEqual([]);
    expect(
      of(
        '{n, plural, one {{a}, once} other {{b}, # times}}',
        '{n, plural, =1 {х} one {{a}: # а} few {{b}: #} many {{b}: #} other {{b}: #}}',
      ),
    ).toEqual([]);
  });

  it('finds a lost name, a lost tag, a lost plural form, a lost number and a lost exact case', () => {
    expect(of('{a} of {b}', '{a}')).toHaveLength(1);
    expect(of('<0>all</0>', 'усе')).toHaveLength(1);
    expect(of('at most {n}', 'не больш за {n, plural, one {# знак} other {# знака}}')).toHaveLength(2);
    expect(of('{a, select, x {X} other {O}}', '{a, select, y {Ы} other {О}}')).toHaveLength(2);
    expect(of('{n, plural, one {#} other {#}}', '{n, plural, one {#} few {#} other {#}}')).toHaveLength(1);
    expect(of('{n, plural, one {#} other {#}}', '{n, plural, one {адзін} few {#} many {#} other {#}}')).toHaveLength(1);
    expect(of('{n, plural, =0 {} one {#} other {#}}', '{n, plural, one {#} few {#} many {#} other {#}}')).toHaveLength(
      1,
    );
  });
});

it('the English catalogue holds every text of the interface and of the engine, and no other', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'lingui.config.json');
  const catalogs = config.catalogs?.map((catalog) => ({ ...catalog, path: join(folder, '{locale}') }));
  await writeFile(path, JSON.stringify({ rootDir: project, sourceLocale: 'en', locales: ['en'], catalogs }));
  const lingui = join(project, 'node_modules/@lingui/cli/dist/lingui.js');
  execFileSync(process.execPath, [lingui, 'extract', '--config', path], { cwd: project, stdio: 'pipe' });
  const extracted = [...(await readCatalogue(join(folder, 'en.po'), 'en')).keys()].sort();
  expect(extracted.length).toBeGreaterThan(100);
  expect([...(await ownCatalogue('en')).keys()].sort()).toEqual(extracted);
}, 120_000);

describe.each(translations)('the catalogue in %s', (language) => {
  it('has a text for every text in English, and none for what is no longer there', async () => {
    const [source, own] = [await ownCatalogue('en'), await ownCatalogue(language)];
    expect([...source.keys()].filter((text) => (own.get(text)?.text ?? '').trim() === '')).toEqual([]);
    expect([...own].filter(([text, { isObsolete }]) => isObsolete || !source.has(text)).map(([text]) => text)).toEqual(
      [],
    );
  });

  it('keeps what is put into each text, its tags and its exact cases, and has every plural form of the language', async () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const problems: string[] = [];
    for (const [text, { text: translation }] of await ownCatalogue(language)) {
      if (translation.trim() === '') continue;
      const found = misfits(shapeOf(compile(text)), shapeOf(compile(translation)), forms);
      problems.push(...found.map((problem) => `“${text}” ${problem}`));
    }
    expect(problems).toEqual([]);
  });
});
